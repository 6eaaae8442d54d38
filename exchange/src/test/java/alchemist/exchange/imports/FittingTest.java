package alchemist.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Warning;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FittingTest {
    private final List<Warning> warnings = new ArrayList<>();
    private final Fitting fitting = new Fitting(warnings::add);

    @Test
    void leavesAloneWhatFits() {
        Properties properties =
                Properties.of(
                        "list", Value.texts(List.of("a")), "who", new Value.Personal(id(), "Ada"));
        NodeStatement node = node(Value.text("A 😀"), List.of("T"), properties);
        assertEquals(node, fitting.fit(node));
        assertEquals(List.of(), warnings);
    }

    @Test
    void dropsWhatIsNullOrNoTypeOrTwice() {
        NodeStatement fit =
                fitting.fit(
                        node(
                                Value.NULL,
                                List.of("", "A", "A"),
                                Properties.of("no", Value.NULL, "yes", Value.integer(1))));
        assertEquals(List.of("A"), fit.types());
        assertEquals(Properties.of("yes", Value.integer(1)), fit.properties());
    }

    @Test
    void replacesHalvesOfSurrogatePairs() {
        NodeStatement fit =
                fitting.fit(
                        node(
                                Value.text("a\uD83D"),
                                List.of("\uDE00T"),
                                Properties.of("k\uD83D", new Value.Personal(id(), "\uDE00"))));
        assertEquals(Value.text("a\uFFFD"), fit.name());
        assertEquals(List.of("\uFFFDT"), fit.types());
        assertEquals(new Value.Personal(id(), "\uFFFD"), fit.properties().find("k\uFFFD"));
        assertEquals(4, warnings.size());
        EdgeStatement edge =
                fitting.fit(new EdgeStatement(id(), id(), id(), "\uD83D", Properties.NONE));
        assertEquals("\uFFFD", edge.type());
    }

    @Test
    void cutsLongTextsBetweenCharacters() {
        String text = "😀".repeat(Fitting.MAX_TEXT);
        NodeStatement fit = fitting.fit(node(Value.text(text), List.of(), Properties.NONE));
        String cut = assertInstanceOf(Value.Text.class, fit.name()).value();
        assertTrue(cut.length() <= Fitting.MAX_TEXT);
        assertTrue(cut.endsWith("😀…"));
        assertEquals(1, warnings.size());
        assertEquals(fit, fitting.fit(fit));
    }

    @Test
    void leavesOutTheHeaviestOfTooMuch() {
        TreeMap<String, Value> much = new TreeMap<>();
        for (int i = 0; i < 8; i++) {
            much.put("p" + i, Value.text("x".repeat(40_000 + i)));
        }
        NodeStatement fit = fitting.fit(node(Value.text("A"), List.of(), Properties.of(much)));
        assertTrue(Weight.of(fit) <= Parcels.MAX_BYTES);
        assertNull(fit.properties().find("p7"));
        assertEquals(5, fit.properties().size());
        assertEquals(3, warnings.size());
    }

    @Test
    void keepsWhatNestsTooDeepAsTextThatCanBeReadBack() {
        Value deep = Value.integer(1);
        for (int i = 0; i < 100; i++) {
            deep = i % 2 == 0 ? new Value.ListOf(List.of(deep)) : map(deep);
        }
        NodeStatement fit = fitting.fit(node(Value.NULL, List.of(), Properties.of("deep", deep)));
        byte[] bytes = NodeStatement.SCHEMA.encode(fit);
        assertEquals(fit, NodeStatement.SCHEMA.decode(new Input(bytes)));
        assertEquals(1, warnings.size());
    }

    private static Value map(Value inner) {
        return new Value.MapOf(Properties.of("k", inner));
    }

    private static Id id() {
        return Id.of("n", "a");
    }

    private static NodeStatement node(Value name, List<String> types, Properties properties) {
        return new NodeStatement(id(), name, types, properties, Id.NONE, false);
    }
}
