package alchemist.kernel.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ValueCodecTest {
    private static final Id ID = new Id(0x0001020304050607L, 0x08090a0b0c0d0e0fL);
    private static final String ID_HEX = "000102030405060708090a0b0c0d0e0f";

    static List<Arguments> golden() {
        return List.of(
                Arguments.of("00", Value.NULL),
                Arguments.of("01", Value.flag(false)),
                Arguments.of("02", Value.flag(true)),
                Arguments.of("0301", Value.integer(-1)),
                Arguments.of("03ac02", Value.integer(150)),
                Arguments.of("04000000000000f0bf", new Value.Real(-1)),
                Arguments.of("04000000000000f87f", new Value.Real(Double.NaN)),
                Arguments.of("0503c3a961", Value.text("éa")),
                Arguments.of("060205017805" + "0179", Value.texts(List.of("x", "y"))),
                Arguments.of(
                        "07020161000162" + "02",
                        new Value.MapOf(Properties.of("b", Value.flag(true), "a", Value.NULL))),
                Arguments.of("08c49002", new Value.Date(17_442)),
                Arguments.of("09ffbb8ac9d213", new Value.LocalTime(86_399_999_999_999L / 128)),
                Arguments.of("0a01a038", new Value.Time(1, 3600)),
                Arguments.of("0b0105", new Value.LocalDateTime(-1, 5)),
                Arguments.of("0c0205a0380178", new Value.DateTime(1, 5, 3600, "x")),
                Arguments.of("0d02030405", new Value.Duration(1, -2, 2, 5)),
                Arguments.of(
                        "0ee621000000000000f03f00000000000000c00000000000000000",
                        new Value.Point(4326, 1, -2, 0)),
                Arguments.of(
                        "0f" + ID_HEX + "03" + "02" + "01ff",
                        new Value.Sealed(ID, 3, new byte[] {1, (byte) 0xff})),
                Arguments.of("10" + ID_HEX, new Value.Erased(ID)));
    }

    /** The bytes of every kind of value, for ever. */
    @ParameterizedTest
    @MethodSource("golden")
    void bytesAreGolden(String hex, Value value) {
        assertEquals(hex, HexFormat.of().formatHex(bytes(value)));
        assertEquals(value, read(HexFormat.of().parseHex(hex)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyValueComesBack(@ForAll("values") Value value) {
        byte[] bytes = bytes(value);
        Value back = read(bytes);
        assertEquals(value, back);
        assertEquals(value.hashCode(), back.hashCode());
        assertArrayEquals(bytes, bytes(back));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void propertiesComeBack(@ForAll("properties") Properties properties) {
        Output out = new Output(16);
        ValueCodec.writeProperties(properties, out);
        Input in = new Input(out.toBytes());
        assertEquals(properties, ValueCodec.readProperties(in));
        assertTrue(in.atEnd());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void truncatedAndDamagedBytesNeverThrowAnythingElse(@ForAll("values") Value value) {
        byte[] whole = bytes(value);
        for (int at = 0; at < whole.length; at++) {
            readOrRefuse(Arrays.copyOf(whole, at));
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) (1 << bit);
                readOrRefuse(damaged);
            }
        }
    }

    @Test
    void keysAreSortedHoweverTheyAreStored() {
        Value sorted = read(HexFormat.of().parseHex("0702" + "016100" + "016202"));
        Value unsorted = read(HexFormat.of().parseHex("0702" + "016202" + "016100"));
        assertEquals(sorted, unsorted);
        assertArrayEquals(bytes(sorted), bytes(unsorted));
    }

    @ParameterizedTest
    @CsvSource({
        "11, kind 17",
        "ff, kind 255",
        "05ffffffffffffffffff02, a number",
        "0501ff, not UTF-8",
        "06ffffffff07, a length of 2147483647",
        "0605, a length of 5",
        "07020161000161" + "00, stands twice",
        "08feffffffffffffffff01, nine digits",
        "0980c0cbacf6a214, 86399999999999",
        "0a00ffffffff0f, an offset",
        "0a0080f4ffff3f, an offset",
        "0b0080a8d6b907, 999999999",
        "0b00ffffffff0f, 31 bits",
        "0c00000001" + "5d, no zone is named",
        "0d00000080a8d6b907, 999999999",
        "0e01" + "000000000000000000000000000000000000000000000000" + ", srid",
        "0ee621" + "00000000000000000000000000000000" + "000000000000f03f" + ", third coordinate",
        "0f000102030405060708090a0b0c0d0e0fffffffff0f00, 31 bits",
    })
    void whatNoValueHasIsRefused(String hex, String reason) {
        MalformedBytes error =
                assertThrows(MalformedBytes.class, () -> read(HexFormat.of().parseHex(hex)));
        assertTrue(
                String.valueOf(error.getMessage()).contains(reason),
                () -> reason + " is not in: " + error.getMessage());
    }

    @Test
    void aCountThatLiesTakesNoMemory() {
        // A list in a list in a list …, each of which claims to fill all that is left.
        byte[] hostile = new byte[8_000_000];
        for (int i = 0; i < 63; i++) {
            hostile[5 * i] = 6;
            int left = hostile.length - 5 * i - 5;
            for (int j = 0; j < 4; j++) {
                hostile[5 * i + 1 + j] = (byte) (((left >>> (7 * j)) & 0x7f) | (j < 3 ? 0x80 : 0));
            }
        }
        hostile[5 * 63] = 99;
        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();
        assertThrows(MalformedBytes.class, () -> read(hostile));
        long taken = runtime.totalMemory() - runtime.freeMemory() - before;
        assertTrue(taken < 64_000_000, "took " + taken + " bytes");
    }

    @Test
    void nestingIsBoundedForWritersAndReadersAlike() {
        Value deep = nested(ValueCodec.MAX_DEPTH);
        assertEquals(deep, read(bytes(deep)));
        assertThrows(IllegalArgumentException.class, () -> bytes(nested(ValueCodec.MAX_DEPTH + 1)));
        byte[] deeper = new byte[2 * ValueCodec.MAX_DEPTH + 3];
        for (int i = 0; i <= ValueCodec.MAX_DEPTH; i++) {
            deeper[2 * i] = 6;
            deeper[2 * i + 1] = 1;
        }
        assertThrows(MalformedBytes.class, () -> read(deeper));
        assertDoesNotThrow(() -> bytes(new Value.MapOf(Properties.of("a", nested(63)))));
        assertThrows(
                IllegalArgumentException.class,
                () -> bytes(new Value.MapOf(Properties.of("a", nested(64)))));
    }

    @Test
    void whatIsPersonalMustBeSealedFirst() {
        assertThrows(IllegalStateException.class, () -> bytes(new Value.Personal(ID, "Jo")));
    }

    private static Value nested(int depth) {
        Value value = new Value.ListOf(List.of());
        for (int i = 1; i < depth; i++) {
            value = new Value.ListOf(List.of(value));
        }
        return value;
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            Value value = ValueCodec.read(new Input(bytes));
            assertEquals(value, read(bytes(value)));
        } catch (MalformedBytes _) {
            // is what damage may lead to
        }
    }

    private static byte[] bytes(Value value) {
        Output out = new Output(16);
        ValueCodec.write(value, out);
        return out.toBytes();
    }

    private static Value read(byte[] bytes) {
        Input in = new Input(bytes);
        Value value = ValueCodec.read(in);
        assertTrue(in.atEnd());
        return value;
    }

    @Provide
    Arbitrary<Value> values() {
        return Values.any();
    }

    @Provide
    Arbitrary<Properties> properties() {
        return Values.properties();
    }
}
