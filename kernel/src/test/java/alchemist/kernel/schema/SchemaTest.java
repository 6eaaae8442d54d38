package alchemist.kernel.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.schema.Samples.Everything;
import alchemist.kernel.schema.Samples.Part;
import alchemist.kernel.schema.Samples.Rename;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaTest {
    private static final String FULL_JSON =
            """
            {"id":"00041061050r3gg28a1c60t3gf","text":"Grüße","count":300,"small":5,"integer":-3,\
            "time":"2026-01-31T09:30:00.25Z","flag":true,"real":-0.5,"bytes":"Af8=","value":"x",\
            "properties":{"a":1,"b":true},"ids":["00041061050r3gg28a1c60t3gf",\
            "00000000000000000000000000"],"texts":["p",""],"part":{"name":"wheel","number":4},\
            "parts":[{"name":""},{"name":"spoke","number":-1}],"colour":"GREEN"}""";

    /** The bytes of every kind of field, for ever. */
    @Test
    void bytesAreGolden() {
        String hex =
                String.join(
                        "",
                        "0a10000102030405060708090a0b0c0d0e0f", // id
                        "12074772c3bcc39f65", // text
                        "18ac02", // count
                        "2005", // small
                        "2805", // integer, zigzag
                        "30a09adfbdf7eaa406", // time, zigzag
                        "3801", // flag
                        "41000000000000e0bf", // real, little-endian
                        "4a0201ff", // bytes
                        "52030501" + "78", // value
                        "5a08" + "02" + "0161" + "0302" + "0162" + "02", // properties
                        "6210000102030405060708090a0b0c0d0e0f", // ids, each
                        "6210" + "00".repeat(16),
                        "6a0170", // texts, each
                        "6a00",
                        "7209" + "0a05776865656c" + "1008", // part
                        "7a02" + "0a00", // parts, each
                        "7a09" + "0a0573706f6b65" + "1001",
                        "a2010101"); // choice
        assertEquals(hex, HexFormat.of().formatHex(Everything.SCHEMA.encode(Samples.full())));
        assertArrayEquals(
                HexFormat.of().parseHex(hex),
                Everything.SCHEMA.encode(Everything.SCHEMA.decode(HexFormat.of().parseHex(hex))));
    }

    @Test
    void jsonIsGolden() {
        assertEquals(FULL_JSON, json(Everything.SCHEMA, Samples.full()));
        assertSameRecord(Samples.full(), fromJson(Everything.SCHEMA, FULL_JSON));
    }

    @Test
    void defaultsAreLeftOut() {
        // A choice is always written; it came with version 2.
        assertEquals(
                "a2010100", HexFormat.of().formatHex(Everything.SCHEMA.encode(Samples.nothing())));
        assertEquals("{\"colour\":\"RED\"}", json(Everything.SCHEMA, Samples.nothing()));
        assertSameRecord(Samples.nothing(), fromJson(Everything.SCHEMA, "{\"colour\":\"RED\"}"));
    }

    @Test
    void bytesOfAnOlderVersionLackWhatCameLater() {
        assertSameRecord(Samples.nothing(), Everything.SCHEMA.decode(new byte[0]));
    }

    @Test
    void unknownTagsArePassedOver() {
        String known = HexFormat.of().formatHex(Everything.SCHEMA.encode(Samples.full()));
        for (String unknown :
                List.of("f80701", "f907" + "00".repeat(8), "fa0703616263", "fa0700")) {
            assertSameRecord(
                    Samples.full(),
                    Everything.SCHEMA.decode(HexFormat.of().parseHex(unknown + known)));
            assertSameRecord(
                    Samples.full(),
                    Everything.SCHEMA.decode(HexFormat.of().parseHex(known + unknown)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00, the tag before 1 is 0",
        "0b, 'id' has wire type 3",
        "fb07, wire type 3",
        "fd0701020304, wire type 5",
        "0a0f000000000000000000000000000000, an id of other than 16 bytes",
        "12ff, bytes end",
        "18ffffffffffffffffff01, 'count' before 11 is 18446744073709551615",
        "208080808008, the number 2147483648 of tag 4",
        "3802, 'flag' before 2 is 2",
        "4100, the bytes end",
        "52020000, 1 bytes too many",
        "5200, the bytes end",
        "5a09020161010161020000, stands twice",
        "5a020000, 1 bytes too many",
        "7200, 'part' lacks the field 'name'",
        "720b0a09666f7262696464656e, no part is forbidden",
        "a2010102, choice 2",
        "a20100, the bytes end",
        "a201020000, 1 bytes too many",
        "8080808010, more than 31 bits",
    })
    void malformedBytesAreRefused(String hex, String reason) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertSays(
                reason, assertThrows(MalformedBytes.class, () -> Everything.SCHEMA.decode(bytes)));
    }

    @Test
    void aRequiredFieldMustBeThere() {
        var rename = new Rename(Id.NONE, "", List.of());
        byte[] bytes = Rename.SCHEMA.encode(rename);
        assertEquals("0a10" + "00".repeat(16) + "1200", HexFormat.of().formatHex(bytes));
        assertEquals(rename, Rename.SCHEMA.decode(bytes));
        assertEquals(rename, fromJson(Rename.SCHEMA, json(Rename.SCHEMA, rename)));
        assertSays(
                "'sample.rename' lacks the field 'node'",
                assertThrows(MalformedBytes.class, () -> Rename.SCHEMA.decode(new byte[0])));
        assertSays(
                "lacks the field 'aliases' (line 1, column ",
                refused(Rename.SCHEMA, "{\"node\":\"" + Id.NONE + "\",\"name\":\"\"}"));
        assertSays("lacks the field 'node'", refused(Rename.SCHEMA, "{\"node\":null}"));
    }

    @Test
    void anAbsentRecordIsRefusedWhereItIsRequired() {
        Schema<Everything> strict =
                Schema.<Everything>record("strict", 1, "A part that must be there")
                        .record(1, "part", "the part", Part.SCHEMA, Everything::part)
                        .required()
                        .make(_ -> Samples.nothing());
        assertSays(
                "'part' is missing",
                assertThrows(
                        IllegalArgumentException.class, () -> strict.encode(Samples.nothing())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"nonsense":1}            | 'sample.everything' has no field 'nonsense', only [id, text
                    {"text":"a","text":"b"}   | the field 'text' stands twice (line 1, column 13)
                    {"text":null,"text":"b"}  | the field 'text' stands twice
                    {"text":1}                | TEXT is expected, not NUMBER (line 1, column 9)
                    {"count":-1}              | not negative is expected, not -1 (line 1, column 10)
                    {"count":1.5}             | a whole number of 64 bits is expected, not 1.5
                    {"small":2147483648,"colour":"RED"} | the number 2147483648 of tag 4
                    {"id":"x"}                | an id has 26 base32 digits, this has 1 (line 1, column 7)
                    {"time":"yesterday"}      | a digit is expected at 0 (line 1, column 9)
                    {"time":"+300000-01-01"}  | at most 292,000 years
                    {"flag":"true"}           | FLAG is expected, not TEXT
                    {"real":"x"}              | a number is expected
                    {"real":1e999}            | too large
                    {"bytes":"A"}             | base64 is expected (line 1, column 10)
                    {"ids":[1]}               | TEXT is expected
                    {"part":{"name":"forbidden"}} | no part is forbidden
                    {"colour":"BLUE"}         | 'BLUE' is none of [RED, GREEN]
                    {"colour":null}           | lacks the field 'colour'
                    {}                        | lacks the field 'colour'
                    []                        | OBJECT is expected, not ARRAY
                    """)
    void malformedJsonIsRefused(String json, String reason) {
        assertSays(reason, refused(Everything.SCHEMA, json));
    }

    @Test
    void jsonsNullIsADefault() {
        assertSameRecord(
                Samples.nothing(),
                fromJson(
                        Everything.SCHEMA,
                        "{\"id\":null,\"time\":null,\"value\":null,\"part\":null,\"colour\":\"RED\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "1769851800250000, 2026-01-31T09:30:00.25Z",
        "'\"2026-01-31T10:30:00.25+01:00\"', 2026-01-31T09:30:00.25Z",
        "'\"2026-01-31\"', 2026-01-31T00:00:00Z",
    })
    void aTimeIsReadAsTextOrAsMicroseconds(String json, String time) {
        Everything read = fromJson(Everything.SCHEMA, "{\"time\":" + json + ",\"colour\":\"RED\"}");
        assertEquals(
                "{\"time\":\"" + time + "\",\"colour\":\"RED\"}", json(Everything.SCHEMA, read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void whatJsonLacksIsWrittenAsText(String name) {
        String json = "{\"real\":\"" + name + "\",\"colour\":\"RED\"}";
        assertEquals(json, json(Everything.SCHEMA, fromJson(Everything.SCHEMA, json)));
    }

    @Test
    void everyNanHasTheSameBytes() {
        assertArrayEquals(
                Everything.SCHEMA.encode(withReal(Double.NaN)),
                Everything.SCHEMA.encode(
                        withReal(Double.longBitsToDouble(0xfff8_0000_0000_0001L))));
    }

    @Test
    void negativeCountsAndForeignChoicesAreNotWritten() {
        Schema<Integer> counted =
                Schema.<Integer>record("counted", 1, "A count")
                        .count(1, "number", "to count", n -> n)
                        .make(s -> s.small(1));
        assertThrows(IllegalArgumentException.class, () -> counted.encode(-1));
        Schema<String> chosen =
                Schema.<String>record("chosen", 1, "A choice")
                        .choice(1, "letter", "to choose", List.of("a"), s -> s, s -> s)
                        .make(s -> s.choice(1, String.class));
        assertThrows(IllegalArgumentException.class, () -> chosen.encode("b"));
    }

    @Test
    void truncatedAndDamagedBytesNeverThrowAnythingElse() {
        byte[] whole = Everything.SCHEMA.encode(Samples.full());
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] part = java.util.Arrays.copyOf(whole, at);
            refused += isRefused(part) ? 1 : 0;
            for (int damage = 1; damage < 256; damage++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) damage;
                refused += isRefused(damaged) ? 1 : 0;
            }
        }
        assertTrue(refused > 10_000, "only " + refused + " were refused");
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            Everything.SCHEMA.decode(bytes);
            return false;
        } catch (MalformedBytes _) {
            return true;
        }
    }

    @Test
    void valuesInsideAreReplaced() {
        Schema<Everything> schema = Everything.SCHEMA;
        assertTrue(schema.holdsValues());
        Everything record = Samples.full();
        assertSame(record, schema.mapValues(record, v -> v));
        Everything changed =
                schema.mapValues(record, v -> v.equals(Value.integer(1)) ? Value.text("one") : v);
        assertEquals(Value.text("one"), changed.properties().find("a"));
        assertEquals(record.value(), changed.value());
        assertEquals(record.parts(), changed.parts());
        assertFalse(Rename.SCHEMA.holdsValues());
        Rename rename = new Rename(Id.NONE, "x", List.of());
        assertSame(rename, Rename.SCHEMA.mapValues(rename, _ -> Value.NULL));
    }

    record Nest(Everything one, List<Everything> many) {
        static final Schema<Nest> SCHEMA =
                Schema.<Nest>record("nest", 1, "Records with values")
                        .record(1, "one", "one", Everything.SCHEMA, Nest::one)
                        .records(2, "many", "many", Everything.SCHEMA, Nest::many)
                        .make(
                                s -> {
                                    Everything one = s.record(1, Everything.SCHEMA);
                                    return new Nest(
                                            one == null ? Samples.nothing() : one, s.list(2));
                                });
    }

    @Test
    void valuesInsideNestedRecordsAreReplaced() {
        Nest nest = new Nest(Samples.nothing(), List.of(Samples.nothing(), Samples.full()));
        assertSame(nest, Nest.SCHEMA.mapValues(nest, v -> v));
        Nest changed =
                Nest.SCHEMA.mapValues(
                        nest, v -> v instanceof Value.Text ? Value.text("changed") : v);
        assertSame(nest.one(), changed.one());
        assertSame(nest.many().getFirst(), changed.many().getFirst());
        assertEquals(Value.text("changed"), changed.many().get(1).value());
    }

    @Test
    void everyIdInsideIsNamedInOrder() {
        List<Id> ids = new ArrayList<>();
        Everything.SCHEMA.eachId(Samples.full(), ids::add);
        assertEquals(List.of(Samples.ID, Samples.ID), ids);
        ids.clear();
        Nest.SCHEMA.eachId(new Nest(Samples.full(), List.of(Samples.full())), ids::add);
        assertEquals(4, ids.size());
        ids.clear();
        Everything.SCHEMA.eachId(Samples.nothing(), ids::add);
        assertEquals(List.of(), ids);
    }

    @Test
    void listsThatAreReadCannotBeChanged() {
        Everything read = Everything.SCHEMA.decode(Everything.SCHEMA.encode(Samples.full()));
        assertNotSame(Samples.full().texts(), read.texts());
        assertThrows(UnsupportedOperationException.class, () -> read.texts().add("x"));
        assertThrows(UnsupportedOperationException.class, () -> read.ids().clear());
        assertThrows(UnsupportedOperationException.class, () -> read.parts().clear());
    }

    @Test
    void aSchemaDescribesItself() {
        Schema<Everything> schema = Everything.SCHEMA;
        assertEquals("sample.everything", schema.name());
        assertEquals("sample", schema.context());
        assertEquals("everything", schema.localName());
        assertEquals("", Part.SCHEMA.context());
        assertEquals("part", Part.SCHEMA.localName());
        assertEquals(2, schema.version());
        assertEquals("Every kind of field", schema.doc());
        assertTrue(schema.ignorable());
        assertFalse(Rename.SCHEMA.ignorable());
        assertEquals("sample.everything v2", schema.toString());
        assertEquals(
                List.of(FieldType.values()),
                schema.fields().stream().map(Field::type).distinct().sorted().toList());
        Field<Everything> colour = schema.fields().getLast();
        assertEquals(20, colour.tag());
        assertEquals("colour", colour.name());
        assertEquals("a choice", colour.doc());
        assertEquals(2, colour.since());
        assertTrue(colour.required());
        assertNull(colour.nested());
        assertSame(Part.SCHEMA, schema.fields().get(13).nested());
        assertSame(Part.SCHEMA, schema.fields().get(14).nested());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a.",
                ".a",
                "a.b.c",
                "Node",
                "node_added",
                "graph.*",
                "a b",
                "é",
                "1a",
                "-a"
            })
    void namesAreTokensOfSubjects(String name) {
        assertSays(
                "is no name of a record",
                assertThrows(
                        IllegalArgumentException.class, () -> Schema.record(name, 1, "wrong")));
    }

    @Test
    void mistakesOfADescriptionAreFoundWhenItIsMade() {
        assertMistake("not 1 to 255", () -> Schema.record("a", 0, ""));
        assertMistake("not 1 to 255", () -> Schema.record("a", 256, ""));
        assertMistake("is no name", () -> Schema.record("a".repeat(101), 1, ""));
        SchemaBuilder<Part> part = Schema.<Part>record("a", 1, "").text(2, "name", "", Part::name);
        assertMistake("must rise", () -> part.text(2, "other", "", Part::name));
        assertMistake("must rise", () -> part.text(1, "other", "", Part::name));
        assertMistake("two fields", () -> part.text(3, "name", "", Part::name));
        assertMistake("not 1 to 60", () -> part.text(0, "other", "", Part::name));
        assertMistake("not 1 to 60", () -> part.text(61, "other", "", Part::name));
        assertMistake("not 1 to 1", () -> part.since(2));
        assertMistake(
                "has not 1 to 256 choices",
                () -> part.choice(3, "c", "", List.of(), String::valueOf, Part::name));
    }

    private static Everything withReal(double real) {
        Everything n = Samples.nothing();
        return new Everything(
                n.id(),
                n.text(),
                0,
                0,
                0,
                n.time(),
                false,
                real,
                n.bytes(),
                Value.NULL,
                Properties.NONE,
                n.ids(),
                n.texts(),
                null,
                n.parts(),
                n.colour());
    }

    private static <T> String json(Schema<T> schema, T record) {
        JsonWriter json = new JsonWriter();
        schema.toJson(record, json);
        return json.toString();
    }

    private static <T> T fromJson(Schema<T> schema, String json) {
        JsonReader reader = JsonReader.of(json);
        T record = schema.fromJson(reader);
        reader.end();
        return record;
    }

    private static <T> MalformedJson refused(Schema<T> schema, String json) {
        return assertThrows(MalformedJson.class, () -> fromJson(schema, json));
    }

    private static void assertSameRecord(Everything expected, Everything found) {
        assertArrayEquals(Everything.SCHEMA.encode(expected), Everything.SCHEMA.encode(found));
    }

    private static void assertMistake(String part, Executable made) {
        assertSays(part, assertThrows(IllegalArgumentException.class, made));
    }

    private static void assertSays(String part, RuntimeException error) {
        assertTrue(
                String.valueOf(error.getMessage()).contains(part),
                () -> "'" + part + "' is not in: " + error.getMessage());
    }
}
