package alchemist.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PrintTest {
    private static final Id A = Id.of("n", "a");
    private static final Id B = Id.of("n", "b");

    @Test
    void everyDifferenceShows() {
        List<Value> values =
                List.of(
                        Value.NULL,
                        Value.flag(true),
                        Value.flag(false),
                        Value.integer(0),
                        Value.integer(1),
                        new Value.Real(0),
                        new Value.Real(-0.0),
                        new Value.Real(1),
                        Value.text(""),
                        Value.text("0"),
                        Value.text("00"),
                        new Value.ListOf(List.of()),
                        Value.texts(List.of("")),
                        Value.texts(List.of("0")),
                        Value.texts(List.of("0", "")),
                        Value.texts(List.of("", "0")),
                        new Value.MapOf(Properties.NONE),
                        new Value.MapOf(Properties.of("0", Value.NULL)),
                        new Value.Date(0),
                        new Value.LocalTime(0),
                        new Value.Time(0, 0),
                        new Value.Time(0, 1),
                        new Value.LocalDateTime(0, 0),
                        new Value.LocalDateTime(0, 1),
                        new Value.DateTime(0, 0, 0, ""),
                        new Value.DateTime(0, 0, 1, ""),
                        new Value.DateTime(0, 0, 0, "UTC"),
                        new Value.Duration(1, 0, 0, 0),
                        new Value.Duration(0, 1, 0, 0),
                        new Value.Duration(0, 0, 1, 0),
                        new Value.Duration(0, 0, 0, 1),
                        new Value.Point(7203, 1, 2, 0),
                        new Value.Point(7203, 2, 1, 0),
                        new Value.Point(9157, 1, 2, 0),
                        new Value.Personal(A, "x"),
                        new Value.Personal(B, "x"),
                        new Value.Sealed(A, 1, new byte[] {1}),
                        new Value.Sealed(A, 2, new byte[] {1}),
                        new Value.Sealed(A, 1, new byte[] {2}),
                        new Value.Erased(A),
                        new Value.Erased(B));
        Map<Long, Value> prints = new HashMap<>();
        for (Value value : values) {
            Value other = prints.put(Print.of(node(value, List.of(), A, false)), value);
            assertEquals(null, other, () -> value + " looks like " + other);
        }
    }

    @Test
    void groupsKindsAndTypesShow() {
        long plain = Print.of(node(Value.NULL, List.of("T"), A, false));
        assertNotEquals(plain, Print.of(node(Value.NULL, List.of("T"), B, false)));
        assertNotEquals(plain, Print.of(node(Value.NULL, List.of("T"), A, true)));
        assertNotEquals(plain, Print.of(node(Value.NULL, List.of("U"), A, false)));
        assertNotEquals(plain, Print.of(node(Value.NULL, List.of("T", "T"), A, false)));
        EdgeStatement edge = new EdgeStatement(A, A, B, "t", Properties.NONE);
        assertNotEquals(Print.of(edge), Print.of(new EdgeStatement(A, B, A, "t", Properties.NONE)));
        assertNotEquals(Print.of(edge), Print.of(new EdgeStatement(A, A, B, "", Properties.NONE)));
    }

    private static NodeStatement node(Value value, List<String> types, Id group, boolean forms) {
        return new NodeStatement(A, Value.NULL, types, Properties.of("p", value), group, forms);
    }
}
