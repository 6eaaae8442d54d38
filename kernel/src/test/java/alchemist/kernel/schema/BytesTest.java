package alchemist.kernel.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Output and Input, which read each other. */
final class BytesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "127, 7f",
        "128, 8001",
        "300, ac02",
        "16383, ff7f",
        "16384, 808001",
        "9223372036854775807, ffffffffffffffff7f",
        "-1, ffffffffffffffffff01",
        "-9223372036854775808, 80808080808080808001",
    })
    void varintsAreThoseOfProtocolBuffers(long number, String hex) {
        assertEquals(hex, written(out -> out.varint(number)));
        assertEquals(number, read(hex, Input::varint));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "-1, 01",
        "1, 02",
        "-64, 7f",
        "64, 8001",
        "9223372036854775807, feffffffffffffffff01",
        "-9223372036854775808, ffffffffffffffffff01",
    })
    void signedNumbersAreSmallInBothDirections(long number, String hex) {
        assertEquals(hex, written(out -> out.zigzag(number)));
        assertEquals(number, read(hex, Input::zigzag));
    }

    @Property
    void everyNumberComesBack(@ForAll long number) {
        assertEquals(number, readBack(out -> out.varint(number), Input::varint));
        assertEquals(number, readBack(out -> out.zigzag(number), Input::zigzag));
        assertEquals(number, readBack(out -> out.fixed64(number), Input::fixed64));
        int half = (int) number;
        assertEquals(half, readBack(out -> out.fixed32(half), Input::fixed32));
    }

    @Test
    void fixedNumbersAreLittleEndianAndIdsBigEndian() {
        assertEquals("0807060504030201", written(out -> out.fixed64(0x0102030405060708L)));
        assertEquals("04030201", written(out -> out.fixed32(0x01020304)));
        assertEquals("000102030405060708090a0b0c0d0e0f", written(out -> out.id(Samples.ID)));
        assertEquals(Samples.ID, read("000102030405060708090a0b0c0d0e0f", Input::id));
        assertSame(Id.NONE, read("00".repeat(16), Input::id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80808080808080808002", // 65 bits
                "ffffffffffffffffff7f",
                "8080808080808080808000", // eleven bytes
            })
    void aVarintHasAtMost64Bits(String hex) {
        assertMalformed(hex, Input::varint);
    }

    @Test
    void aSmallNumberHasAtMost31Bits() {
        assertEquals(Integer.MAX_VALUE, read("ffffffff07", Input::small));
        assertMalformed("8080808008", Input::small);
        assertMalformed("ffffffffffffffffff01", Input::small);
    }

    @Test
    void aLengthIsNoLongerThanWhatIsLeft() {
        assertEquals(2, read("020000", Input::length));
        assertMalformed("0300", Input::length);
        assertMalformed("ffffffffffffffffff01", Input::length);
        assertMalformed("8080808010", Input::length); // 2^32, which is no int
    }

    @Property
    void aTextOfAnyLengthComesBack(@ForAll @IntRange(max = 20_000) int length) {
        String ascii = "x".repeat(length);
        assertEquals(ascii, readBack(out -> out.text(ascii), Input::text));
        String wide = "€".repeat(length / 3) + "\uD83D\uDE00";
        assertEquals(wide, readBack(out -> out.text(wide), Input::text));
    }

    @Test
    void aTextIsUtf8() {
        assertEquals("05477269c3a9", written(out -> out.text("Grié")));
        assertMalformed("02c328", Input::text);
        assertMalformed("01ff", Input::text);
    }

    @Property
    void aNestedPartIsPrecededByItsLength(
            @ForAll @IntRange(max = 20_000) int before,
            @ForAll @IntRange(max = 20_000) int inner,
            @ForAll @IntRange(max = 300) int after) {
        byte[] middle = random(inner);
        byte[] tail = random(after);
        Output out = new Output(16);
        int outer = out.open();
        out.block(new byte[before]);
        int mark = out.open();
        out.raw(middle, 0, inner);
        out.close(mark);
        out.raw(tail, 0, after);
        out.close(outer);

        Input in = new Input(out.toBytes());
        int end = in.enter(in.length());
        assertEquals(before, in.block().length);
        assertArrayEquals(middle, in.block());
        assertEquals(after, in.remaining());
        in.skip(after);
        in.leave(end);
        assertTrue(in.atEnd());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 129, 16_383, 16_384, 16_385, 2_097_151, 2_097_152})
    void partsAreNestedAtEveryLengthOfTheLength(int length) {
        Output out = new Output(0);
        int mark = out.open();
        out.raw(random(length), 0, length);
        out.close(mark);
        Output plain = new Output(0);
        plain.block(random(length));
        assertArrayEquals(plain.toBytes(), out.toBytes());
    }

    @Test
    void aNestedPartIsReadWhole() {
        Input in = new Input(bytes("020102"));
        int end = in.enter(in.length());
        in.u8();
        assertThrows(MalformedBytes.class, () -> in.leave(end));
        assertMalformed("0102", input -> input.enter(3));
        assertMalformed("0102", input -> input.enter(-1));
    }

    @Test
    void aPartHidesWhatIsBehindIt() {
        Input in = new Input(bytes("010aff"));
        in.enter(in.length());
        in.u8();
        assertTrue(in.atEnd());
        assertThrows(MalformedBytes.class, in::u8);
    }

    @Test
    void everyReadEndsAtTheEnd() {
        assertMalformed("", Input::u8);
        assertMalformed("", Input::varint);
        assertMalformed("80", Input::varint);
        assertMalformed("01020304050607", Input::fixed64);
        assertMalformed("010203", Input::fixed32);
        assertMalformed("00".repeat(15), Input::id);
        assertMalformed("0200", Input::block);
        assertMalformed("0241", Input::text);
        assertMalformed(
                "00",
                in -> {
                    in.skip(2);
                    return 0;
                });
        assertMalformed(
                "00",
                in -> {
                    in.skip(-1);
                    return 0;
                });
    }

    @Test
    void aPartOfAnArrayIsReadAlone() {
        Input in = new Input(bytes("ff0102ff"), 1, 2);
        assertEquals(1, in.u8());
        assertEquals(2, in.position());
        assertEquals(1, in.remaining());
        assertFalse(in.atEnd());
        assertEquals(2, in.u8());
        assertTrue(in.atEnd());
        assertThrows(MalformedBytes.class, in::u8);
        in.reset(bytes("0304"), 1, 1);
        assertEquals(4, in.u8());
        assertArrayEquals(bytes("0304"), in.bytes());
    }

    @Test
    void anOutputIsReusedAndCutOff() {
        Output out = new Output(1);
        out.fixed64(1);
        out.truncate(1);
        out.u8(2);
        assertArrayEquals(bytes("0102"), out.toBytes());
        assertEquals(2, out.size());
        assertThrows(IllegalArgumentException.class, () -> out.truncate(3));
        assertThrows(IllegalArgumentException.class, () -> out.truncate(-1));
        out.clear();
        assertEquals(0, out.toBytes().length);
    }

    @Test
    void partsOfATextAreWrittenWithoutLength() {
        assertEquals("62c3a9", written(out -> out.utf8("abéc", 1, 3)));
    }

    @Test
    void moreThanTwoGibibytesAreRefused() {
        Output out = new Output(16);
        out.u8(1);
        assertThrows(IllegalStateException.class, () -> out.raw(new byte[0], 0, Integer.MAX_VALUE));
    }

    @Property(tries = 200)
    void whatGoesIntoASinkIsWhatWouldLieInMemory(
            @ForAll long seed, @ForAll @IntRange(min = 16, max = 200) int partBytes) {
        ByteArrayOutputStream gone = new ByteArrayOutputStream();
        Output out =
                new Output(
                        (bytes, length) -> {
                            gone.write(bytes, 0, length);
                            return length % 2 == 0 ? bytes : new byte[bytes.length];
                        },
                        partBytes);
        Output whole = new Output(16);
        for (Output each : List.of(out, whole)) {
            writeAll(new Random(seed), each);
        }
        out.finish();
        assertArrayEquals(whole.toBytes(), gone.toByteArray());
    }

    private static void writeAll(Random random, Output out) {
        for (int i = 0; i < 60; i++) {
            switch (random.nextInt(6)) {
                case 0 -> out.varint(random.nextLong());
                case 1 -> out.text("x".repeat(random.nextInt(300)));
                case 2 -> out.raw(random(700), 0, random.nextInt(700));
                case 3 -> out.ints(new int[5_000], 0, random.nextInt(5_000));
                case 4 -> out.id(new Id(random.nextLong(), i));
                default -> {
                    int mark = out.open();
                    out.longs(new long[300], 0, random.nextInt(300));
                    out.close(mark);
                }
            }
        }
    }

    /** Its length takes two bytes, and there is room for one: the whole part waits for it. */
    @Property
    void aNestedPartThatFillsItsRoomHasItsLength(
            @ForAll @IntRange(max = 400) int before, @ForAll @IntRange(max = 400) int length) {
        ByteArrayOutputStream gone = new ByteArrayOutputStream();
        Output out =
                new Output(
                        (bytes, written) -> {
                            gone.write(bytes, 0, written);
                            return bytes;
                        },
                        256);
        Output whole = new Output(16);
        for (Output each : List.of(out, whole)) {
            each.raw(random(400), 0, before);
            int mark = each.open();
            each.raw(random(400), 0, length);
            each.close(mark);
        }
        out.finish();
        assertArrayEquals(whole.toBytes(), gone.toByteArray());
    }

    @Test
    void whatWentIntoASinkIsNotTakenBack() {
        Output out = new Output((bytes, _) -> bytes, 16);
        out.u8(1);
        assertThrows(IllegalArgumentException.class, () -> out.truncate(0));
    }

    private static String written(Consumer<Output> write) {
        Output out = new Output(0);
        write.accept(out);
        return HexFormat.of().formatHex(out.bytes(), 0, out.size());
    }

    private static <T> T read(String hex, Function<Input, T> read) {
        return read.apply(new Input(bytes(hex)));
    }

    private static <T> T readBack(Consumer<Output> write, Function<Input, T> read) {
        Output out = new Output(0);
        write.accept(out);
        return read.apply(new Input(out.bytes(), 0, out.size()));
    }

    private static void assertMalformed(String hex, Function<Input, ?> read) {
        Input in = new Input(bytes(hex));
        assertThrows(MalformedBytes.class, () -> read.apply(in));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatIsDeferredStandsInItsPlace() {
        List<String> calls = new ArrayList<>();
        Consumer<Output> content =
                out -> {
                    out.text("a");
                    out.defer(
                            to -> {
                                calls.add("b");
                                to.text("b");
                            });
                    out.text("c");
                    out.defer(to -> to.text("d"));
                };
        Output atOnce = new Output(16);
        content.accept(atOnce);
        assertNull(atOnce.deferred());
        assertEquals(List.of("b"), calls);

        Output later = new Output(16);
        try (Deferred deferred = Deferred.of(content)) {
            assertEquals(List.of("b"), calls);
            deferred.writeTo(later);
            assertFalse(deferred.isClosed());
        }
        assertEquals(List.of("b", "b"), calls);
        assertArrayEquals(atOnce.toBytes(), later.toBytes());
    }

    @Test
    void whatHasALengthBeforeItIsNotDeferred() {
        Consumer<Output> content =
                out -> {
                    int mark = out.open();
                    out.defer(to -> to.u8(1));
                    out.close(mark);
                };
        content.accept(new Output(16));
        assertThrows(IllegalStateException.class, () -> Deferred.of(content));
    }
}
