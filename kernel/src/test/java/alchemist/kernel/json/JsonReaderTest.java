package alchemist.kernel.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.json.JsonReader.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {
    @Test
    void pullsADocument() {
        JsonReader json =
                JsonReader.of(
                        " { \"a\" : [ 1 , -2.5e3 , true , false , null , \"x\" ] ,\n\t\"b\" : { } ,\r\n \"\" : [ ] } ");
        json.object();
        assertEquals("a", json.nextName());
        json.array();
        assertTrue(json.hasNext());
        assertEquals(1, json.integer());
        assertTrue(json.hasNext());
        assertEquals(Kind.NUMBER, json.peek());
        assertEquals(-2500, json.real());
        assertTrue(json.hasNext());
        assertTrue(json.flag());
        assertTrue(json.hasNext());
        assertFalse(json.flag());
        assertTrue(json.hasNext());
        assertEquals(Kind.NULL, json.peek());
        json.nothing();
        assertTrue(json.hasNext());
        assertEquals("x", json.text());
        assertFalse(json.hasNext());
        assertEquals("b", json.nextName());
        json.object();
        assertNull(json.nextName());
        assertEquals("", json.nextName());
        json.array();
        assertFalse(json.hasNext());
        assertNull(json.nextName());
        json.end();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void namesThatAreExpectedAreToldByTheirIndexWhicheverIsLikely(int likely) {
        JsonNames names = new JsonNames(List.of("a", "ab", "é"));
        JsonReader json =
                JsonReader.of("{\"ab\":1,\"a\" : 2 ,\"é\":3,\"\\u0061\" :4,\"b\":5,\"\":6}");
        json.object();
        assertEquals(1, json.nextName(names, likely));
        assertEquals(1, json.integer());
        assertEquals(0, json.nextName(names, likely));
        assertEquals(2, json.integer());
        assertEquals(2, json.nextName(names, likely));
        assertEquals(3, json.integer());
        assertEquals(0, json.nextName(names, likely));
        assertEquals(4, json.integer());
        assertEquals(JsonReader.ANOTHER, json.nextName(names, likely));
        assertEquals("b", json.another());
        assertEquals(5, json.integer());
        assertEquals(JsonReader.ANOTHER, json.nextName(names, likely));
        assertEquals("", json.another());
        assertEquals(6, json.integer());
        assertEquals(JsonReader.NO_MORE, json.nextName(names, likely));
        json.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"", "{\"a", "{\"a\"", "{\"a\"1}", "{\"a\" 1}", "{1:2}", "{x:2}"})
    void anObjectWithoutANameIsRefused(String text) {
        JsonReader one = JsonReader.of(text);
        one.object();
        assertThrows(MalformedJson.class, one::nextName);
        JsonReader other = JsonReader.of(text);
        other.object();
        JsonNames names = new JsonNames(List.of("a"));
        assertThrows(MalformedJson.class, () -> other.nextName(names, 0));
        byte[] longer = (text + "\":1}").getBytes(StandardCharsets.UTF_8);
        JsonReader part = new JsonReader(longer, 0, text.length());
        part.object();
        assertThrows(MalformedJson.class, () -> part.nextName(names, 0));
    }

    @Test
    void aTextThatIsExpectedIsPassedOver() {
        JsonNames texts = new JsonNames(List.of("a", "bc"));
        JsonReader json = JsonReader.of("[\"bc\",\"a\",\"abc\"]");
        json.array();
        assertTrue(json.hasNext());
        assertEquals(1, json.takesText(texts));
        assertTrue(json.hasNext());
        assertEquals(0, json.takesText(texts));
        assertTrue(json.hasNext());
        assertEquals(-1, json.takesText(texts));
        assertEquals("abc", json.text());
        assertFalse(json.hasNext());
    }

    static List<Arguments> strings() {
        return List.of(
                Arguments.of("''", ""),
                Arguments.of("'\\\"\\\\\\/\\b\\f\\n\\r\\t'", "\"\\/\b\f\n\r\t"),
                Arguments.of("'é€😀'", "é€😀"),
                Arguments.of("'\\u0041\\u00e9\\u20AC'", "Aé€"),
                Arguments.of("'\\ud83d\\ude00'", "😀"),
                Arguments.of("'a\\u0000b'", "a\0b"),
                Arguments.of("'\u007f'", "\u007f"),
                Arguments.of("'\\uFFFD\uFFFD'", "\uFFFD\uFFFD"),
                Arguments.of("'x\\ty'", "x\ty"));
    }

    @ParameterizedTest
    @MethodSource("strings")
    void readsStrings(String json, String text) {
        JsonReader reader = JsonReader.of(json.replace('\'', '"'));
        assertEquals(text, reader.text());
        reader.end();
    }

    /** After the parsing tests of Nicolas Seriot: what RFC 8259 lets pass. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0e1",
                "0e+1",
                "1E22",
                "1E-2",
                "1.5",
                "123123e100000",
                "-1",
                "\"a\"",
                "true",
                "[]",
                "{}",
                "[[]   ]",
                "[1\n]",
                " [1]",
                "[1,null,null,2]",
                "{\"a\":{}}",
                "{\"\":0}",
                "{\"a\": true, \"b\": null, \"c\": -1.5}",
                "\"\\n b\"",
                "{\"a\":1,\"a\":2}",
                "[\"\\u0012\"]",
                "[\"\\uDBFF\\uDFFF\"]",
                "[\"\u2028\"]",
                "[\" \"]",
                "{\"x\":[{\"id\": \"x\"}], \"id\": \"y\"}"
            })
    void whatTheStandardAllowsIsPassedOver(String json) {
        assertDoesNotThrow(() -> skipAll(JsonReader.of(json)));
    }

    /** After the same: what it does not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[",
                "]",
                "{",
                "}",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1,,2]",
                "[1 2]",
                "[1}",
                "{]",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{,}",
                "{1:1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\" 1}",
                "{\"a\"::1}",
                "{\"a\":1 \"b\":2}",
                "[\"a\"",
                "[\"",
                "\"",
                "\"a",
                "\"\\",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u\"",
                "\"\\uD800\"",
                "\"\\uD800\\u0041\"",
                "\"\\uDC00\"",
                "\"\\ud800\\ud800\"",
                "\"\t\"",
                "\"a\nb\"",
                "\"é\n\"",
                "\"\u001f\"",
                "\"\0\"",
                "\"a\0\"",
                "\"\\n\0\"",
                "\"\\n\u001f\"",
                "tru",
                "True",
                "truth",
                "nul",
                "n",
                "fals",
                "-",
                "+1",
                ".5",
                "1.",
                "1.e1",
                "1e",
                "1e+",
                "01",
                "-01",
                "0x1",
                "1_0",
                "1.5.5",
                "--1",
                "Infinity",
                "NaN",
                "-Infinity",
                "1 1",
                "[] []",
                "[]x",
                "/**/1",
                "[1]//",
                "\uFEFF1",
                "\u00a01",
                "[\u000b1]",
                "\"\\é\"",
                "*",
                "<.>",
                "{\"a\":/*c*/1}",
                "{\"a\":1}}",
                "[true,fals]"
            })
    void whatItForbidsIsMalformed(String json) {
        assertThrows(MalformedJson.class, () -> skipAll(JsonReader.of(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22ff22",
                "22c32822",
                "22e282",
                "22c08022",
                "22eda08022",
                "22f4908080",
                "ff"
            })
    void bytesThatAreNotUtf8AreMalformed(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThrows(MalformedJson.class, () -> skipAll(new JsonReader(bytes)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [1,~  2 3]        | ',' is expected (line 2, column 5)
                    {"a":~~"é" x}     | ',' is expected (line 3, column 5)
                    [1,~ @]           | '@' begins no value (line 2, column 2)
                    ["é€", §]         | the byte 194 begins no value (line 1, column 8)
                    ["a]              | a string without end (line 1, column 5)
                    [tru]             | 'e' is expected (line 1, column 5)
                    {"a":1,}          | a name in quotes is expected (line 1, column 8)
                    [1,               | the text ends inside an array (line 1, column 4)
                    {"a":1            | ',' is expected (line 1, column 7)
                    {                 | the text ends inside an object (line 1, column 2)
                    [-x]              | a digit is expected (line 1, column 3)
                    "\\ud800x"        | half of a surrogate pair is no character (line 1, column 1)
                    [] 1              | nothing more is expected (line 1, column 4)
                    """)
    void theMessageNamesThePlace(String json, String message) {
        String text = json.replace('~', '\n');
        MalformedJson error = assertThrows(MalformedJson.class, () -> skipAll(JsonReader.of(text)));
        assertEquals(message, error.getMessage());
    }

    @Test
    void theErrorOfACallerNamesWhereTheValueBegan() {
        JsonReader json = JsonReader.of("{\n  \"size\":   \"big\" }");
        json.object();
        json.nextName();
        assertEquals("no such name (line 2, column 3)", json.error("no such name").getMessage());
        json.text();
        assertEquals("no such size (line 2, column 13)", json.error("no such size").getMessage());
    }

    @Test
    void anotherKindThanAskedForIsTold() {
        assertEquals(
                "TEXT is expected, not END (line 1, column 1)",
                assertThrows(MalformedJson.class, () -> JsonReader.of("").text()).getMessage());
        assertEquals(
                "FLAG is expected, not NUMBER (line 1, column 1)",
                assertThrows(MalformedJson.class, () -> JsonReader.of("1").flag()).getMessage());
        assertEquals(
                "NULL is expected, not NUMBER (line 1, column 1)",
                assertThrows(MalformedJson.class, () -> JsonReader.of("1").nothing()).getMessage());
        assertEquals(
                "NUMBER is expected, not TEXT (line 1, column 1)",
                assertThrows(MalformedJson.class, () -> JsonReader.of("\"\"").number())
                        .getMessage());
        String almostAnId = "1" + "0".repeat(26) + "\"";
        assertThrows(MalformedJson.class, () -> JsonReader.of(almostAnId).id());
        JsonNames texts = new JsonNames(List.of("a"));
        assertThrows(MalformedJson.class, () -> JsonReader.of("1a\"").takesText(texts));
        assertThrows(MalformedJson.class, () -> JsonReader.of("1").object());
        assertThrows(MalformedJson.class, () -> JsonReader.of("{}").array());
        assertThrows(MalformedJson.class, () -> JsonReader.of("\"1\"").integer());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, 9, 10, 19, 90, 99, 123456789012345678L, -1234567890123456789L})
    void wholeNumbersAreReadByEitherWay(long number) {
        JsonReader json = JsonReader.of("{\"a\": " + number + ", \"b\":" + number + "}");
        json.object();
        json.nextName();
        assertEquals(number, json.integer());
        json.nextName();
        assertEquals(String.valueOf(number), json.number());
        assertNull(json.nextName());
        json.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "01",
                "-01",
                "00",
                "1.5",
                "1.",
                "1e3",
                "1E3",
                "1E",
                "+1",
                "1234567890123456789012"
            })
    void whatIsNoWholeNumberIsRefused(String text) {
        JsonReader json = JsonReader.of(text);
        assertThrows(
                MalformedJson.class,
                () -> {
                    json.integer();
                    json.end();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, true",
        "-9223372036854775808, true",
        "9223372036854775808, false",
        "-9223372036854775809, false",
        "1e3, false",
        "1.0, false",
        "-0, true",
    })
    void wholeNumbersHave64Bits(String json, boolean whole) {
        if (whole) {
            assertEquals(Long.parseLong(json), JsonReader.of(json).integer());
        } else {
            assertThrows(MalformedJson.class, () -> JsonReader.of(json).integer());
        }
    }

    @Test
    void realNumbersAreFiniteOrNamed() {
        assertEquals(1e300, JsonReader.of("1e300").real());
        assertEquals(Double.NaN, JsonReader.of("\"NaN\"").real());
        assertEquals(Double.POSITIVE_INFINITY, JsonReader.of("\"Infinity\"").real());
        assertEquals(Double.NEGATIVE_INFINITY, JsonReader.of("\"-Infinity\"").real());
        assertThrows(MalformedJson.class, () -> JsonReader.of("1e309").real());
        assertThrows(MalformedJson.class, () -> JsonReader.of("\"1\"").real());
    }

    @Test
    void nestingIsBounded() {
        String deep = "[".repeat(JsonReader.MAX_DEPTH) + "]".repeat(JsonReader.MAX_DEPTH);
        assertDoesNotThrow(() -> skipAll(JsonReader.of(deep)));
        assertThrows(MalformedJson.class, () -> skipAll(JsonReader.of("[" + deep + "]")));
        assertThrows(
                MalformedJson.class, () -> skipAll(JsonReader.of("{\"a\":".repeat(1_000_000))));
    }

    @Test
    void aPartOfAnArrayIsRead() {
        byte[] bytes = "x[1]y".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        JsonReader json = new JsonReader(bytes, 1, 3);
        skipAll(json);
        assertEquals(4, json.position());
        assertArrayEquals(bytes, json.bytes());
    }

    @Test
    void aValueCanBeKeptAsideAndReadLater() {
        JsonReader json = JsonReader.of("{\"a\": {\"b\":[1,2]} , \"c\":0}");
        json.object();
        json.nextName();
        int from = json.position();
        json.skip();
        int to = json.position();
        assertEquals("c", json.nextName());
        JsonReader later = new JsonReader(json.bytes(), from, to - from);
        later.object();
        assertEquals("b", later.nextName());
    }

    @Property(tries = 20_000)
    void anyBytesAreReadOrMalformed(@ForAll("nearlyJson") String text) {
        try {
            skipAll(JsonReader.of(text));
        } catch (MalformedJson error) {
            assertTrue(String.valueOf(error.getMessage()).contains("(line 1, column "));
        }
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ":", ",", "\"", "\\", "u", "00e9", "d800", "1", "-",
                        ".", "e", "true", "null", "\"a\"", "\"b\":", " ", "é", "😀", "\u0001")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static void skipAll(JsonReader json) {
        json.skip();
        json.end();
    }
}
