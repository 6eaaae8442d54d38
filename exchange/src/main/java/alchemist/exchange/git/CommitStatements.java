package alchemist.exchange.git;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Stated;
import alchemist.exchange.git.Lineage.Change;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a repository states of its commits and of the people in them, each person once. */
final class CommitStatements {
    /** The relation of a commit to those that it came of. */
    static final String FOLLOWS = "follows";

    private static final int MAX_OFFSET_SECONDS = 18 * 3600;
    private static final int SHORT_HASH = 10;

    private final GitIds ids;
    private final Survey survey;
    private final PersonalText text;
    private final Id[] commits;
    private final BitSet people = new BitSet();
    private final Set<Integer> years = new HashSet<>();

    CommitStatements(GitIds ids, Survey survey) {
        this.ids = ids;
        this.survey = survey;
        this.text = survey.people().text();
        this.commits = new Id[survey.graph().size()];
        for (int i = 0; i < commits.length; i++) {
            commits[i] = GitIds.commit(survey.graph().hash(i));
        }
    }

    /** The id of a commit. */
    Id id(int commit) {
        return commits[commit];
    }

    /** What finds people in texts. */
    PersonalText text() {
        return text;
    }

    /** States a commit, its year and its people. */
    void addNodes(int commit, RawCommit raw, List<NodeStatement> nodes) {
        int year =
                Instant.ofEpochSecond(survey.graph().effectiveAt(commit) / 1_000_000)
                        .atOffset(ZoneOffset.UTC)
                        .getYear();
        if (years.add(year)) {
            nodes.add(
                    new NodeStatement(
                            ids.year(year),
                            Value.text(Integer.toString(year)),
                            List.of("Year"),
                            Properties.NONE,
                            ids.history(),
                            true));
        }
        addPerson(survey.author(commit), nodes);
        addPerson(survey.committer(commit), nodes);
        survey.trailers(commit).forEach(trailer -> addPerson(trailer.person(), nodes));
        TreeMap<String, Value> properties = new TreeMap<>();
        properties.put("hash", Value.text(raw.hash()));
        properties.put("authored", dateTime(raw.authored()));
        properties.put("committed", dateTime(raw.committed()));
        String message = raw.message().stripTrailing();
        if (!message.isEmpty()) {
            properties.put("message", text.of(message));
        }
        String subject = subject(message);
        nodes.add(
                new NodeStatement(
                        commits[commit],
                        subject.isEmpty()
                                ? Value.text(raw.hash().substring(0, SHORT_HASH))
                                : text.of(subject),
                        List.of("Commit"),
                        Properties.of(properties),
                        ids.year(year),
                        false));
    }

    /** States a person, where that was not done yet. */
    void addPerson(int number, List<NodeStatement> nodes) {
        if (people.get(number)) {
            return;
        }
        people.set(number);
        Person person = survey.people().person(number);
        String name = person.name().isEmpty() ? person.email() : person.name();
        nodes.add(
                new NodeStatement(
                        person.id(),
                        new Value.Personal(person.id(), name),
                        List.of("Person"),
                        person.email().isEmpty()
                                ? Properties.NONE
                                : Properties.of(
                                        "email", new Value.Personal(person.id(), person.email())),
                        ids.people(),
                        false));
    }

    /** States what leads from a commit: to its parents, its people and the files it changed. */
    List<EdgeStatement> edges(int commit, List<Change> changes, Presence presence) {
        return edges(commit, changes, presence, (_, change) -> properties(change));
    }

    /**
     * The same of a commit that is stated already, and whose lines were not counted again.
     *
     * @return null where a change of it is not stated
     */
    @Nullable List<EdgeStatement> edges(
            int commit, List<Change> changes, Presence presence, Stated stated) {
        boolean[] missing = new boolean[1];
        List<EdgeStatement> edges =
                edges(
                        commit,
                        changes,
                        presence,
                        (edge, change) -> {
                            EdgeStatement known = stated.edge(edge);
                            missing[0] |= known == null;
                            return known == null ? Properties.NONE : counted(change, known);
                        });
        return missing[0] ? null : edges;
    }

    private List<EdgeStatement> edges(
            int commit,
            List<Change> changes,
            Presence presence,
            BiFunction<Id, Change, Properties> properties) {
        Id from = commits[commit];
        List<EdgeStatement> edges = new ArrayList<>(changes.size() + 3);
        Set<Id> once = new HashSet<>();
        for (int parent : survey.graph().parents(commit)) {
            add(from, FOLLOWS, commits[parent], Properties.NONE, edges, once);
        }
        int author = survey.author(commit);
        int committer = survey.committer(commit);
        add(from, "authored by", person(author), Properties.NONE, edges, once);
        if (committer != author) {
            add(from, "committed by", person(committer), Properties.NONE, edges, once);
        }
        for (Survey.Trailer trailer : survey.trailers(commit)) {
            add(from, trailer.relation(), person(trailer.person()), Properties.NONE, edges, once);
        }
        for (Change change : changes) {
            if (change.aside() || presence.isLeftOut(change.life())) {
                continue;
            }
            Id file = presence.id(change.life());
            Id edge = GitIds.edge("changes", from, file);
            add(from, "changes", file, properties.apply(edge, change), edges, once);
        }
        return edges;
    }

    /** The id of a person. */
    Id person(int number) {
        return survey.people().id(number);
    }

    private static void add(
            Id from,
            String relation,
            Id to,
            Properties properties,
            List<EdgeStatement> edges,
            Set<Id> once) {
        Id edge = GitIds.edge(relation, from, to);
        if (once.add(edge)) {
            edges.add(new EdgeStatement(edge, from, to, relation, properties));
        }
    }

    /** A change with the counts that are stated of it. */
    private static Properties counted(Change change, EdgeStatement known) {
        TreeMap<String, Value> properties = new TreeMap<>(properties(change).toMap());
        for (String key : List.of("added", "deleted")) {
            @Nullable Value count = known.properties().find(key);
            if (count != null) {
                properties.put(key, count);
            }
        }
        return Properties.of(properties);
    }

    private static Properties properties(Change change) {
        TreeMap<String, Value> properties = new TreeMap<>();
        properties.put("kind", Value.text(String.valueOf(change.kind())));
        if (change.added() != RawChange.UNKNOWN) {
            properties.put("added", Value.integer(change.added()));
            properties.put("deleted", Value.integer(change.deleted()));
        }
        if (!change.was().isEmpty()) {
            properties.put("was", Value.text(change.was()));
        }
        return Properties.of(properties);
    }

    /** The first paragraph, in one line. */
    private static String subject(String message) {
        String text = message.stripLeading();
        int end = text.indexOf("\n\n");
        String paragraph = end < 0 ? text : text.substring(0, end);
        return paragraph.indexOf('\n') < 0 ? paragraph : paragraph.replace('\n', ' ');
    }

    /** A time as Git writes it: seconds since 1970, and the offset as +hhmm. */
    static Value dateTime(String raw) {
        String[] parts = raw.split(" ", -1);
        try {
            long second = Long.parseLong(parts[0]);
            int offset = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            int seconds = offset / 100 * 3600 + offset % 100 * 60;
            return new Value.DateTime(
                    second, 0, Math.clamp(seconds, -MAX_OFFSET_SECONDS, MAX_OFFSET_SECONDS), "");
        } catch (NumberFormatException e) {
            return Value.text(raw); // nobody's calendar
        }
    }
}
