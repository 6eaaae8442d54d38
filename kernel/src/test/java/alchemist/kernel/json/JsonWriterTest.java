package alchemist.kernel.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import alchemist.kernel.schema.Output;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonWriterTest {
    @Test
    void putsCommasAndColonsWhereTheyBelong() {
        JsonWriter json =
                new JsonWriter()
                        .object()
                        .field("a", 1)
                        .field("b", "x")
                        .field("c", true)
                        .name("d")
                        .array()
                        .number(1L)
                        .number(0.5)
                        .nothing()
                        .object()
                        .endObject()
                        .array()
                        .endArray()
                        .raw("{\"raw\":1}".getBytes(StandardCharsets.UTF_8))
                        .endArray()
                        .name("e")
                        .flag(false)
                        .endObject();
        assertEquals(
                "{\"a\":1,\"b\":\"x\",\"c\":true,\"d\":[1,0.5,null,{},[],{\"raw\":1}],\"e\":false}",
                json.toString());
    }

    @Test
    void endsLinesOfNdjson() {
        assertEquals(
                "{\"a\":1}\n{}\n",
                new JsonWriter()
                        .object()
                        .field("a", 1)
                        .endObject()
                        .line()
                        .object()
                        .endObject()
                        .line()
                        .toString());
    }

    static List<Arguments> strings() {
        return List.of(
                Arguments.of("", "''"),
                Arguments.of("a b", "'a b'"),
                Arguments.of("\"\\/", "'\\\"\\\\/'"),
                Arguments.of("\n\r\t", "'\\n\\r\\t'"),
                Arguments.of("\b\f\0", "'\\u0008\\u000c\\u0000'"),
                Arguments.of("\u007f", "'\\u007f'"),
                Arguments.of("é€😀", "'é€😀'"),
                Arguments.of("\u2028\u2029", "'\\u2028\\u2029'"),
                Arguments.of("\uD800x", "'\\ud800x'"),
                Arguments.of("x\uDC00", "'x\\udc00'"),
                Arguments.of("\uD83D", "'\\ud83d'"),
                Arguments.of("😀\"é", "'😀\\\"é'"));
    }

    @ParameterizedTest
    @MethodSource("strings")
    void escapesWhatMustBe(String text, String quoted) {
        String json = quoted.replace('\'', '"');
        assertEquals(json, new JsonWriter().text(text).toString());
        assertEquals(
                "{" + json + ":0}",
                new JsonWriter().object().name(text).number(0L).endObject().toString());
    }

    @Property
    void everyTextOfWholeCharactersComesBack(@ForAll String text) {
        String whole = text.replaceAll("\\p{Cs}", "x");
        byte[] json = new JsonWriter().text(whole).toBytes();
        assertEquals(whole, new JsonReader(json).text());
    }

    @Property
    void everyNumberComesBack(@ForAll double real, @ForAll long whole) {
        assertEquals(real, new JsonReader(new JsonWriter().number(real).toBytes()).real());
        assertEquals(whole, new JsonReader(new JsonWriter().number(whole).toBytes()).integer());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "-0.0, -0.0",
        "1e300, 1.0E300",
        "NaN, '\"NaN\"'",
        "Infinity, '\"Infinity\"'"
    })
    void floatsHaveAPointOrAnExponent(double number, String json) {
        assertEquals(json, new JsonWriter().number(number).toString());
    }

    @Test
    void bytesAreBase64() {
        byte[] bytes = {1, (byte) 0xff};
        JsonWriter json = new JsonWriter().base64(bytes);
        assertEquals("\"Af8=\"", json.toString());
        assertArrayEquals(bytes, new JsonReader(json.toBytes()).base64());
    }

    @Test
    void writesIntoAnOutputOfOthers() {
        Output out = new Output(16);
        out.u8('x');
        JsonWriter json = new JsonWriter(out);
        assertSame(out, json.output());
        json.flag(true);
        assertEquals("xtrue", new String(out.toBytes(), StandardCharsets.UTF_8));
    }
}
