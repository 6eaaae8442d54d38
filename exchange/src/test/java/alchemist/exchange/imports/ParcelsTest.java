package alchemist.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParcelsTest {
    private final List<Batch> sent = new ArrayList<>();
    private final Parcels parcels = new Parcels(sent::add);

    @Test
    void packsUpToFiveHundredStatementsOfOneTime() {
        for (int i = 0; i < 1201; i++) {
            parcels.node(7, node("n" + i, "x"));
        }
        parcels.flush();
        assertEquals(List.of(500, 500, 201), sent.stream().map(Batch::size).toList());
    }

    @Test
    void packsUpToItsBytes() {
        String text = "é".repeat(20_000);
        for (int i = 0; i < 20; i++) {
            parcels.node(7, node("n" + i, text));
        }
        parcels.flush();
        for (Batch parcel : sent) {
            int bytes =
                    parcel.nodes().stream()
                            .mapToInt(node -> NodeStatement.SCHEMA.encode(node).length)
                            .sum();
            assertTrue(bytes <= Parcels.MAX_BYTES, bytes + " bytes");
        }
        assertEquals(4, sent.size());
    }

    @Test
    void neverHoldsAThingTwiceNorTwoTimes() {
        parcels.node(1, node("a", "1"));
        parcels.node(1, node("a", "2"));
        parcels.node(2, node("b", "1"));
        parcels.withdrawn(2, Id.of("n", "b"));
        parcels.withdrawn(2, Id.of("n", "a"));
        parcels.flush();
        parcels.flush();
        assertEquals(List.of(1L, 1L, 2L, 2L), sent.stream().map(Batch::effectiveAt).toList());
        assertEquals(2, sent.getLast().withdrawn().size());
    }

    @Test
    void weighsNoLessThanTheBytesOfAStatement() {
        Properties properties =
                Properties.of(
                        java.util.Map.of(
                                "text", Value.text("añ✓😀"),
                                "list", Value.texts(List.of("a", "b", "")),
                                "map", new Value.MapOf(Properties.of("k", Value.flag(true))),
                                "int", Value.integer(Long.MIN_VALUE),
                                "real", new Value.Real(1.5),
                                "time",
                                        new Value.DateTime(
                                                -30_000_000_000_000_000L,
                                                999_999_999,
                                                -64_800,
                                                "Z/Z"),
                                "span", new Value.Duration(1L << 60, 1L << 60, 1L << 60, 9),
                                "point", new Value.Point(7203, 1, 2, 0),
                                "sealed", new Value.Sealed(Id.of("a", "b"), 7, new byte[40]),
                                "gone", new Value.Erased(Id.of("a", "b"))));
        NodeStatement node =
                new NodeStatement(
                        Id.of("n", "a"),
                        Value.text("name"),
                        List.of("A", "B"),
                        properties,
                        Id.of("n", "g"),
                        true);
        EdgeStatement edge =
                new EdgeStatement(
                        Id.of("e", "e"), Id.of("n", "a"), Id.of("n", "b"), "to", properties);
        assertTrue(Weight.of(node) >= NodeStatement.SCHEMA.encode(node).length);
        assertTrue(Weight.of(edge) >= EdgeStatement.SCHEMA.encode(edge).length);
    }

    private static NodeStatement node(String key, String text) {
        return new NodeStatement(
                Id.of("n", key),
                Value.text(key),
                List.of(),
                Properties.of("text", Value.text(text)),
                Id.NONE,
                false);
    }
}
