package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.git.GitOutput.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A first look over the whole history, without what the commits did: which commits there are, and
 * who is named in them. Only when everybody is known can their names be found in messages.
 */
final class Survey {
    /**
     * Somebody named at a message's end.
     *
     * @param relation such as {@code reviewed by}
     */
    record Trailer(String relation, int person) {}

    private record Mention(int commit, String relation, String contact) {}

    private static final byte NUL = 0;
    private static final String FORMAT =
            "%H%x00%P%x00%ct%x00%aN%x00%aE%x00%cN%x00%cE%x00%(trailers:only,unfold)%x00";

    /** Beyond these, µs since 1970 have no room. */
    private static final long MAX_SECONDS = 253_402_300_799L;

    private final Repository repository;
    private final List<Ref> refs;
    private final CommitGraph graph = new CommitGraph();
    private final People people;
    private final Map<Integer, List<Trailer>> trailers = new LinkedHashMap<>();
    private final Map<String, Integer> contacts = new LinkedHashMap<>();
    private int[] authors = new int[64];
    private int[] committers = new int[64];

    private Survey(Repository repository, List<Ref> refs, People people) {
        this.repository = repository;
        this.refs = refs;
        this.people = people;
    }

    /**
     * Looks over a repository.
     *
     * @param now µs since 1970: nothing took effect later
     */
    static Survey of(Repository repository, List<Ref> refs, People people, long now)
            throws ReadingFailed {
        Survey survey = new Survey(repository, refs, people);
        survey.read(now);
        survey.graph.markHead(repository.head().isEmpty() ? "0".repeat(40) : repository.head());
        return survey;
    }

    /** The commits. */
    CommitGraph graph() {
        return graph;
    }

    /** Everybody. */
    People people() {
        return people;
    }

    /** Who wrote a commit. */
    int author(int commit) {
        return authors[commit];
    }

    /** Who committed it. */
    int committer(int commit) {
        return committers[commit];
    }

    /** Who else is named at the end of its message. */
    List<Trailer> trailers(int commit) {
        return trailers.getOrDefault(commit, List.of());
    }

    /** Who made a tag, or -1. */
    int tagger(Ref tag) {
        return tag.taggerEmail().isEmpty() && tag.tagger().isEmpty()
                ? -1
                : contacts.getOrDefault(contact(tag), -1);
    }

    private void read(long now) throws ReadingFailed {
        List<Mention> mentions = new ArrayList<>();
        Set<String> tips = tips();
        if (tips.isEmpty()) {
            return; // without one, git would take HEAD
        }
        try (GitOutput out =
                repository
                        .git()
                        .start(
                                "log",
                                "--stdin",
                                "--date-order",
                                "--reverse",
                                "--no-notes",
                                "--encoding=UTF-8",
                                "--format=" + FORMAT)) {
            out.input(tips);
            for (int next = out.peek(); next >= 0; next = out.peek()) {
                if (next == '\n') {
                    out.skip();
                } else {
                    commit(out, now, mentions);
                }
            }
            out.end();
        }
        name(mentions);
    }

    /** Where the history is entered. */
    private Set<String> tips() {
        Set<String> tips = new LinkedHashSet<>();
        if (!repository.head().isEmpty()) {
            tips.add(repository.head());
        }
        refs.forEach(ref -> tips.add(ref.commit()));
        tips.remove("");
        return tips;
    }

    private void commit(GitOutput out, long now, List<Mention> mentions) throws ReadingFailed {
        String hash = field(out).ascii();
        String parents = field(out).ascii();
        long committedAt = micros(field(out).ascii());
        int author = people.add(field(out).text(), field(out).text());
        int committer = people.add(field(out).text(), field(out).text());
        int commit = graph.add(hash, parents, committedAt, now);
        if (commit >= authors.length) {
            authors = Arrays.copyOf(authors, commit * 2);
            committers = Arrays.copyOf(committers, commit * 2);
        }
        authors[commit] = author;
        committers[commit] = committer;
        for (String line : field(out).text().split("\n", -1)) {
            mention(commit, line, mentions);
        }
    }

    /** Notes a trailer of the form {@code Reviewed-by: Name <address>}. */
    private static void mention(int commit, String line, List<Mention> mentions) {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return;
        }
        String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String contact = line.substring(colon + 1).strip();
        int open = contact.lastIndexOf('<');
        if (key.endsWith("-by") && open >= 0 && contact.endsWith(">") && contact.indexOf('@') > 0) {
            String relation =
                    key.startsWith("co-")
                            ? "co-" + key.substring(3).replace('-', ' ')
                            : key.replace('-', ' ');
            mentions.add(new Mention(commit, relation, contact));
        }
    }

    /** Finds out who is mentioned, by way of the repository's .mailmap. */
    private void name(List<Mention> mentions) throws ReadingFailed {
        Set<String> distinct = new LinkedHashSet<>();
        mentions.forEach(mention -> distinct.add(mention.contact));
        for (Ref ref : refs) {
            if (!ref.taggerEmail().isEmpty()) {
                distinct.add(contact(ref));
            }
        }
        distinct.removeIf(contact -> contact.indexOf('\n') >= 0);
        List<String> asked = List.copyOf(distinct);
        List<String> mapped = mapped(asked);
        for (int i = 0; i < asked.size(); i++) {
            String contact = mapped.get(i);
            int open = contact.lastIndexOf('<');
            String address = contact.substring(open + 1, contact.lastIndexOf('>'));
            contacts.put(asked.get(i), people.add(contact.substring(0, open), address));
        }
        for (Mention mention : mentions) {
            Integer person = contacts.get(mention.contact);
            if (person != null) {
                trailers.computeIfAbsent(mention.commit, _ -> new ArrayList<>(1))
                        .add(new Trailer(mention.relation, person));
            }
        }
    }

    private List<String> mapped(List<String> asked) throws ReadingFailed {
        if (asked.isEmpty()) {
            return asked;
        }
        try (GitOutput out = repository.git().start("check-mailmap", "--stdin")) {
            out.input(asked);
            List<String> mapped = new ArrayList<>();
            while (out.peek() >= 0) {
                mapped.add(out.until((byte) '\n').text());
            }
            boolean whole =
                    out.exitCode() == 0
                            && mapped.size() == asked.size()
                            && mapped.stream().allMatch(line -> line.matches(".*<.*>"));
            return whole ? mapped : asked;
        }
    }

    private static String contact(Ref tag) {
        return tag.tagger() + " " + tag.taggerEmail();
    }

    static long micros(String seconds) {
        long parsed;
        try {
            parsed = Long.parseLong(seconds);
        } catch (NumberFormatException e) {
            parsed = MAX_SECONDS; // a number beyond 64 bits
        }
        return Math.clamp(parsed, 0, MAX_SECONDS) * 1_000_000;
    }

    private static Bytes field(GitOutput out) throws ReadingFailed {
        return out.until(NUL);
    }
}
