package alchemist.graph.same;

import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.graph.Feed;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.graph.read.Suggestion;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.Arrays;
import java.util.List;

/** A graph that a test draws, and what is suggested of it. */
final class Sketch {
    static final Id ANN = Id.of("person", "ann");

    final GraphView view = new GraphView(Opener.NONE);
    final Feed feed = new Feed(view);
    final SamenessView sameness = new SamenessView(() -> view.now().seen());
    private Id source = Id.NONE;

    Sketch() {
        at("/here/shop");
    }

    /** What comes is read at a place. */
    Sketch at(String place) {
        source = Id.of("source", place);
        feed.record(new ImportStarted(Id.of("import", place), source, "code", place, ""));
        return this;
    }

    /** A node; facts are keys and values in turn. */
    Id add(String key, String name, String type, Object... facts) {
        return addIn(Id.NONE, key, name, type, facts);
    }

    Id addIn(Id group, String key, String name, String type, Object... facts) {
        Id id = Id.of("node", key);
        record(
                new NodeAdded(
                        id, source, Value.text(name), List.of(type), properties(facts), group, 0));
        return id;
    }

    Id group(String key, String name, String type, Object... facts) {
        Id id = Id.of("node", key);
        record(
                new GroupFormed(
                        id,
                        source,
                        Value.text(name),
                        List.of(type),
                        properties(facts),
                        Id.NONE,
                        0));
        return id;
    }

    void connect(Id from, String relation, Id to) {
        Id edge = Id.of("edge", from + relation + to);
        record(new NodesConnected(edge, source, from, to, relation, Properties.NONE, 0));
    }

    void record(Event... events) {
        feed.record(events);
    }

    private static Properties properties(Object... facts) {
        Properties properties = Properties.NONE;
        for (int i = 0; i < facts.length; i += 2) {
            properties = properties.with((String) facts[i], value(facts[i + 1]));
        }
        return properties;
    }

    private static Value value(Object fact) {
        return switch (fact) {
            case Integer number -> Value.integer(number);
            case Properties map -> new Value.MapOf(map);
            case List<?> all -> new Value.ListOf(all.stream().map(Sketch::value).toList());
            default -> Value.text(fact.toString());
        };
    }

    /** All that is suggested now: {@code kind score survivor = absorbed}. */
    List<String> suggested() {
        return sameness.suggestions("", 0, 100, "").suggestions().stream()
                .map(Sketch::told)
                .toList();
    }

    static String told(Suggestion one) {
        return one.kind()
                + " "
                + one.score()
                + " "
                + one.survivor().name().text()
                + " = "
                + one.absorbed().name().text();
    }

    static List<Object> parts(String... parts) {
        return Arrays.asList((Object[]) parts);
    }
}
