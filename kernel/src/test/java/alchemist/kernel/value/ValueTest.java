package alchemist.kernel.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ValueTest {
    private static final Id ID = Id.of("person", "jo");

    @Test
    void compareByContent() {
        assertEquals(new Value.Real(Double.NaN), new Value.Real(Double.longBitsToDouble(-1)));
        assertNotEquals(new Value.Real(0.0), new Value.Real(-0.0));
        assertNotEquals(new Value.Real(1), (Object) Value.integer(1));
        assertEquals(sealed(1, 2), sealed(1, 2));
        assertEquals(sealed(1, 2).hashCode(), sealed(1, 2).hashCode());
        assertNotEquals(sealed(1, 2), sealed(1, 3));
        assertNotEquals(sealed(1, 2), sealed(2, 2));
        assertNotEquals(sealed(1, 2), new Value.Sealed(Id.NONE, 1, new byte[] {2}));
        assertNotEquals(sealed(1, 2), (Object) Value.NULL);
    }

    @Test
    void whatIsPersonalIsNotShown() {
        assertFalse(new Value.Personal(ID, "Jo").toString().contains("Jo"));
        assertEquals("Sealed[subject=" + ID + ", key=1, 1 bytes]", sealed(1, 7).toString());
    }

    @Test
    void listsAreCopied() {
        List<Value> values = new ArrayList<>(List.of(Value.NULL));
        Value.ListOf list = new Value.ListOf(values);
        values.clear();
        assertEquals(1, list.values().size());
    }

    @Test
    void onlyNullIsNull() {
        assertTrue(Value.NULL.isNull());
        assertFalse(Value.flag(false).isNull());
    }

    @Test
    void limitsAreKept() {
        assertRefused(() -> new Value.Date(Limits.LEAST_DAY - 1));
        assertRefused(() -> new Value.Date(Limits.MOST_DAY + 1));
        assertRefused(() -> new Value.LocalTime(-1));
        assertRefused(() -> new Value.LocalTime(86_400_000_000_000L));
        assertRefused(() -> new Value.Time(0, 64_801));
        assertRefused(() -> new Value.Time(0, -64_801));
        assertRefused(() -> new Value.LocalDateTime(Long.MIN_VALUE, 0));
        assertRefused(() -> new Value.LocalDateTime(0, -1));
        assertRefused(() -> new Value.LocalDateTime(0, 1_000_000_000));
        assertRefused(() -> new Value.DateTime(Limits.MOST_DAY * 86_400 + 86_399, 0, 1, ""));
        assertRefused(() -> new Value.DateTime(Limits.LEAST_DAY * 86_400, 0, -1, ""));
        assertRefused(() -> new Value.DateTime(Long.MAX_VALUE, 0, 1, ""));
        assertRefused(() -> new Value.DateTime(0, 0, 0, "a]"));
        assertRefused(() -> new Value.Duration(0, 0, 0, -1));
        assertRefused(() -> new Value.Point(0, 0, 0, 0));
        assertRefused(() -> new Value.Point(4326, 0, 0, -0.0));
        assertRefused(() -> new Value.Sealed(ID, -1, new byte[0]));
        assertTrue(new Value.Point(9157, 0, 0, 0).hasZ());
        assertTrue(new Value.Point(4979, 0, 0, 0).hasZ());
        assertFalse(new Value.Point(4326, 0, 0, 0).hasZ());
    }

    @Test
    void whatIsJustWithinTheLimitsIsAValue() {
        assertEquals(Limits.LEAST_DAY, new Value.Date(Limits.LEAST_DAY).epochDay());
        assertEquals(Limits.MOST_DAY, new Value.Date(Limits.MOST_DAY).epochDay());
        assertEquals(64_800, new Value.Time(0, 64_800).offsetSeconds());
        assertEquals(-64_800, new Value.Time(86_399_999_999_999L, -64_800).offsetSeconds());
        assertEquals(999_999_999, new Value.LocalDateTime(0, 999_999_999).nano());
        String zone = "azAZ09/_+-.~:";
        assertEquals(zone, new Value.DateTime(0, 0, 0, zone).zone());
    }

    @Test
    void eachPartOfATimeIsWithinItsLimits() {
        assertRefused(() -> new Value.Time(-1, 0));
        assertRefused(() -> new Value.DateTime(0, -1, 0, ""));
        assertRefused(() -> new Value.DateTime(0, 0, 64_801, ""));
        for (String sign : List.of("@", "[", "`", "{", ";", " ")) {
            assertRefused(() -> new Value.DateTime(0, 0, 0, sign));
        }
    }

    @Test
    void valuesInsideAreReplacedAtAnyDepth() {
        Value nested =
                new Value.ListOf(
                        List.of(
                                Value.text("a"),
                                new Value.MapOf(
                                        Properties.of(
                                                "k",
                                                Value.texts(List.of("a", "b")),
                                                "l",
                                                Value.NULL))));
        assertSame(nested, nested.mapLeaves(v -> v));
        Value changed = nested.mapLeaves(v -> v.equals(Value.text("a")) ? sealed(1, 2) : v);
        assertEquals(
                new Value.ListOf(
                        List.of(
                                sealed(1, 2),
                                new Value.MapOf(
                                        Properties.of(
                                                "k",
                                                new Value.ListOf(
                                                        List.of(sealed(1, 2), Value.text("b"))),
                                                "l",
                                                Value.NULL)))),
                changed);
        assertEquals(Value.NULL, Value.text("x").mapLeaves(_ -> Value.NULL));
        assertEquals(
                new Value.MapOf(Properties.of("a", Value.NULL, "b", Value.NULL)),
                new Value.MapOf(Properties.of("a", Value.integer(1), "b", Value.integer(2)))
                        .mapLeaves(_ -> Value.NULL));
    }

    @Test
    void propertiesAreAMapInTheOrderOfKeys() {
        Properties properties =
                Properties.of(Map.of("b", Value.integer(2), "a", Value.integer(1), "", Value.NULL));
        assertEquals(List.of("", "a", "b"), properties.keys());
        assertEquals(3, properties.size());
        assertFalse(properties.isEmpty());
        assertEquals("a", properties.key(1));
        assertEquals(Value.integer(1), properties.value(1));
        assertEquals(Value.integer(2), properties.find("b"));
        assertEquals(Value.NULL, properties.find(""));
        assertNull(properties.find("c"));
        assertEquals("{=Null[], a=Int[value=1], b=Int[value=2]}", properties.toString());
    }

    @Test
    void propertiesCompareByContent() {
        Properties one = Properties.of("a", Value.integer(1), "b", Value.NULL);
        Properties same = Properties.of("b", Value.NULL, "a", Value.integer(1));
        assertEquals(one, same);
        assertEquals(one.hashCode(), same.hashCode());
        assertNotEquals(one, Properties.of("a", Value.integer(1)));
        assertNotEquals(one, Properties.of("a", Value.integer(2), "b", Value.NULL));
        assertNotEquals(one, (Object) "a");
        assertSame(Properties.NONE, Properties.of(Map.of()));
        assertTrue(Properties.NONE.isEmpty());
    }

    @Test
    void oneMorePropertyReplacesOneOfTheSameKey() {
        Properties one = Properties.of("a", Value.integer(1));
        assertEquals(Properties.of("a", Value.integer(2)), one.with("a", Value.integer(2)));
        assertEquals(2, one.with("b", Value.NULL).size());
        assertEquals(1, one.size());
        one.toMap().clear();
        assertEquals(1, one.size());
    }

    @Test
    void propertiesAsDecodedAreSorted() {
        Properties sorted =
                Properties.of(List.of("b", "a"), List.of(Value.integer(2), Value.integer(1)));
        assertEquals(List.of("a", "b"), sorted.keys());
        assertEquals(Value.integer(1), sorted.value(0));
        assertRefused(() -> Properties.of(List.of("a", "a"), List.of(Value.NULL, Value.NULL)));
    }

    private static Value sealed(int key, int content) {
        return new Value.Sealed(ID, key, new byte[] {(byte) content});
    }

    private static void assertRefused(Executable made) {
        assertThrows(IllegalArgumentException.class, made);
    }
}
