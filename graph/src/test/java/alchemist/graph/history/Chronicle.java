package alchemist.graph.history;

import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.graph.At;
import alchemist.graph.Feed;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A history that a test tells, as the readers of Git and code state theirs. */
final class Chronicle {
    static final long DAY = 86_400;

    /** What a commit changed. */
    record Change(String file, int added, int deleted) {}

    /** A commit, as the plain model keeps it. */
    record Made(
            String name,
            long second,
            List<String> parents,
            List<String> authors,
            List<Change> changes,
            List<String> issues) {}

    private static final Id SOURCE = Id.of("source", "git");

    final GraphView view = new GraphView(Opener.NONE);
    final Feed feed = new Feed(view);
    final List<Made> commits = new ArrayList<>();
    private final Set<String> stated = new TreeSet<>();

    Chronicle() {
        feed.record(new ImportStarted(Id.of("import", "1"), SOURCE, "git", "/x", "X"));
    }

    static Id id(String name) {
        return Id.of("node", name);
    }

    Graph now() {
        return view.now();
    }

    Graph at(long second) {
        return view.at(At.effective(second * 1_000_000));
    }

    GraphHistory history() {
        return new GraphHistory(now());
    }

    /** A change of one line, by each name. */
    static List<Change> changes(String... files) {
        return Stream.of(files).map(file -> new Change(file, 1, 0)).toList();
    }

    Chronicle commit(String name, long second, String parent, String author, String... files) {
        return commit(
                new Made(
                        name,
                        second,
                        parent.isEmpty() ? List.of() : List.of(parent),
                        List.of(author),
                        changes(files),
                        List.of()));
    }

    Chronicle commit(Made made) {
        commits.add(made);
        feed.in(made.second * 1_000_000);
        List<Event> events = new ArrayList<>();
        events.add(
                node(
                        made.name,
                        "Commit",
                        Properties.of("committed", new Value.DateTime(made.second, 0, 0, ""))));
        for (String author : made.authors) {
            once(author, "Person", events);
        }
        for (String issue : made.issues) {
            once(issue, "Issue", events);
        }
        for (Change change : made.changes) {
            if (stated.add(change.file)) {
                events.add(file(change.file));
            }
        }
        for (String parent : made.parents) {
            events.add(edge(made.name, "follows", parent, Properties.NONE));
        }
        for (int i = 0; i < made.authors.size(); i++) {
            String relation = i == 0 ? "authored by" : "co-authored by";
            events.add(edge(made.name, relation, made.authors.get(i), Properties.NONE));
        }
        for (String issue : made.issues) {
            events.add(edge(made.name, "mentions", issue, Properties.NONE));
        }
        for (Change change : made.changes) {
            TreeMap<String, Value> counts = new TreeMap<>();
            counts.put("added", Value.integer(change.added));
            counts.put("deleted", Value.integer(change.deleted));
            events.add(edge(made.name, "changes", change.file, Properties.of(counts)));
        }
        feed.record(events);
        return this;
    }

    private void once(String name, String type, List<Event> events) {
        if (stated.add(name)) {
            events.add(node(name, type, Properties.NONE));
        }
    }

    /** A file in the group of its path's folder. */
    private static NodeAdded file(String path) {
        int slash = path.lastIndexOf('/');
        return new NodeAdded(
                id(path),
                SOURCE,
                Value.text(path.substring(slash + 1)),
                List.of("File"),
                Properties.of("path", Value.text(path)),
                slash < 0 ? Id.NONE : id(path.substring(0, slash)),
                0);
    }

    Chronicle folder(String path) {
        int slash = path.lastIndexOf('/');
        feed.in(0)
                .record(
                        new GroupFormed(
                                id(path),
                                SOURCE,
                                Value.text(path),
                                List.of("Folder"),
                                Properties.of("path", Value.text(path)),
                                slash < 0 ? Id.NONE : id(path.substring(0, slash)),
                                0));
        return this;
    }

    /** The file goes. */
    Chronicle gone(String file, long second) {
        feed.in(second * 1_000_000)
                .record(
                        new NodeWithdrawn(
                                id(file),
                                SOURCE,
                                Value.NULL,
                                List.of(),
                                Properties.NONE,
                                Id.NONE,
                                false,
                                0));
        return this;
    }

    Chronicle tag(String name, String commit, long second) {
        feed.in(second * 1_000_000)
                .record(
                        node(name, "Tag", Properties.NONE),
                        edge(name, "points to", commit, Properties.NONE));
        return this;
    }

    Chronicle branch(String name, String commit) {
        feed.in(0)
                .record(
                        node(name, "Branch", Properties.NONE),
                        edge(name, "points to", commit, Properties.NONE));
        return this;
    }

    /** A function or type in a file or type. */
    Chronicle declared(String owner, String name, int complexity) {
        feed.in(0)
                .record(
                        node(
                                name,
                                complexity == 0 ? "Class" : "Method",
                                complexity == 0
                                        ? Properties.NONE
                                        : Properties.of("complexity", Value.integer(complexity))),
                        edge(owner, "declares", name, Properties.NONE));
        return this;
    }

    private static NodeAdded node(String name, String type, Properties properties) {
        return new NodeAdded(
                id(name), SOURCE, Value.text(name), List.of(type), properties, Id.NONE, 0);
    }

    private static NodesConnected edge(String from, String type, String to, Properties properties) {
        return new NodesConnected(
                Id.of("edge", from + " " + type + " " + to),
                SOURCE,
                id(from),
                id(to),
                type,
                properties,
                0);
    }
}
