package alchemist.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DatedStatementsTest {
    private static final long DAY = 86_400_000_000L;

    private final DatedStatements statements = new DatedStatements();
    private final List<Batch> stated = new ArrayList<>();

    @Test
    void statesDayByDayEachThingOnceAndNodesBeforeEdges() {
        NodeStatement late = node(1, Properties.NONE);
        NodeStatement early = node(2, Properties.of("line", Value.integer(-3)));
        EdgeStatement edge = edge(1, 1, 2);
        statements.add(edge, 5);
        assertFalse(statements.has(id(1)), "an edge that names it does not add it");
        statements.add(late, 2 * DAY);
        statements.add(early, 7);
        statements.add(node(2, Properties.of("other", Value.flag(true))), 3);
        statements.add(edge(1, 2, 1), 1);
        state();
        assertEquals(
                List.of(
                        Batch.of(3, List.of(early), List.of()),
                        Batch.of(2 * DAY, List.of(late), List.of()),
                        Batch.of(2 * DAY, List.of(), List.of(edge))),
                stated);
        assertTrue(statements.has(id(1)));
    }

    @Test
    void givesBackEveryValueAsItWas() {
        Value deep = Value.text("end");
        for (int i = 0; i < 100; i++) {
            deep = new Value.ListOf(List.of(deep));
        }
        Map<String, Value> values = new TreeMap<>();
        values.put("deep", deep);
        values.put("half", Value.text("half a pair \uD800"));
        values.put("large", Value.integer(Long.MIN_VALUE));
        values.put("map", new Value.MapOf(Properties.of("a", Value.text(""))));
        values.put("no", Value.flag(false));
        values.put("none", Value.NULL);
        values.put("real", new Value.Real(0.1));
        values.put("whose", new Value.Personal(id(9), "Ada"));
        values.put("yes", Value.flag(true));
        NodeStatement group =
                new NodeStatement(
                        id(1),
                        new Value.Personal(id(9), "Ada"),
                        List.of("A", "B"),
                        Properties.of(values),
                        Id.NONE,
                        true);
        NodeStatement inside =
                new NodeStatement(id(2), Value.NULL, List.of(), Properties.NONE, id(1), false);
        EdgeStatement edge = new EdgeStatement(id(3), id(1), id(2), "", Properties.of(values));
        statements.add(group, 0);
        statements.add(inside, 0);
        statements.add(edge, 0);
        state();
        assertEquals(
                List.of(
                        Batch.of(0, List.of(group, inside), List.of()),
                        Batch.of(0, List.of(), List.of(edge))),
                stated);
    }

    @Test
    void statesManyInParts() {
        for (int i = 1; i <= 2500; i++) {
            statements.add(node(i, Properties.of("line", Value.integer(i))), 0);
        }
        state();
        assertEquals(List.of(1000, 1000, 500), stated.stream().map(Batch::size).toList());
        assertEquals(node(2500, Properties.of("line", Value.integer(2500))), last());
    }

    @Test
    void refusesAnEdgeOfWhatIsNotStated() {
        statements.add(node(1, Properties.NONE), 0);
        statements.add(edge(1, 1, 2), 0);
        String what = assertThrows(IllegalStateException.class, this::state).toString();
        assertTrue(what.contains(id(2).toString()), what);
    }

    private NodeStatement last() {
        return stated.getLast().nodes().getLast();
    }

    private void state() {
        statements.state(
                new Reading(
                        (_, key) -> Id.of("test", key),
                        Stated.NOTHING,
                        false,
                        Look.first(0),
                        new Listening(stated),
                        () -> false),
                "things");
    }

    private static NodeStatement node(int number, Properties properties) {
        return new NodeStatement(
                id(number), Value.text("n" + number), List.of("T"), properties, Id.NONE, false);
    }

    private static EdgeStatement edge(int number, int from, int to) {
        return new EdgeStatement(
                Id.of("edge", "" + number), id(from), id(to), "leads to", Properties.NONE);
    }

    private static Id id(int number) {
        return Id.of("node", "" + number);
    }

    /** Notes what is stated. */
    private record Listening(List<Batch> stated) implements Reading.Listener {
        @Override
        public void stated(Batch batch) {
            stated.add(batch);
        }

        @Override
        public void warned(Warning warning) {}

        @Override
        public void noted(Note note) {}

        @Override
        public void missed(Warning warning) {}

        @Override
        public void advanced(Progress progress) {}

        @Override
        public void found(Place place) {}

        @Override
        public Reading source(SourceName name) {
            throw new UnsupportedOperationException("one source is enough");
        }

        @Override
        public void settle() {}
    }
}
