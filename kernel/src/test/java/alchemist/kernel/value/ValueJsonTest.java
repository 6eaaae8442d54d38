package alchemist.kernel.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
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

final class ValueJsonTest {
    private static final Id ID = new Id(0x0001020304050607L, 0x08090a0b0c0d0e0fL);

    static List<Arguments> golden() {
        return List.of(
                Arguments.of("null", Value.NULL),
                Arguments.of("true", Value.flag(true)),
                Arguments.of("false", Value.flag(false)),
                Arguments.of("-5", Value.integer(-5)),
                Arguments.of("5.0", new Value.Real(5)),
                Arguments.of("1.0E22", new Value.Real(1e22)),
                Arguments.of("-0.0", new Value.Real(-0.0)),
                Arguments.of("{\"$real\":\"NaN\"}", new Value.Real(Double.NaN)),
                Arguments.of("{\"$real\":\"-Infinity\"}", new Value.Real(Double.NEGATIVE_INFINITY)),
                Arguments.of("\"x\"", Value.text("x")),
                Arguments.of("[1,[],\"a\"]", list(Value.integer(1), list(), Value.text("a"))),
                Arguments.of("{}", new Value.MapOf(Properties.NONE)),
                Arguments.of("{\"a\":1,\"b\":{}}", map("a", Value.integer(1), "b", map())),
                Arguments.of("{\"$map\":{\"$date\":1}}", map("$date", Value.integer(1))),
                Arguments.of(
                        "{\"$map\":{\"$date\":1,\"a\":2}}",
                        map("$date", Value.integer(1), "a", Value.integer(2))),
                Arguments.of(
                        "{\"!\":1,\"$date\":2}",
                        map("!", Value.integer(1), "$date", Value.integer(2))),
                Arguments.of(
                        "{\"$map\":{\"$map\":{\"$map\":{\"$x\":1}}}}",
                        map("$map", map("$x", Value.integer(1)))),
                Arguments.of("{\"$date\":\"2024-02-29\"}", new Value.Date(19_782)),
                Arguments.of("{\"$localTime\":\"00:00:01\"}", new Value.LocalTime(1_000_000_000)),
                Arguments.of("{\"$time\":\"00:00:00-01:00\"}", new Value.Time(0, -3600)),
                Arguments.of(
                        "{\"$localDateTime\":\"1969-12-31T23:59:59.5\"}",
                        new Value.LocalDateTime(-1, 500_000_000)),
                Arguments.of(
                        "{\"$dateTime\":\"1970-01-01T02:00:00+02:00[Europe/Athens]\"}",
                        new Value.DateTime(0, 0, 7200, "Europe/Athens")),
                Arguments.of(
                        "{\"$duration\":\"P1M-2DT3.5S\"}",
                        new Value.Duration(1, -2, 3, 500_000_000)),
                Arguments.of(
                        "{\"$point\":{\"srid\":4326,\"x\":1.0,\"y\":0.0}}",
                        new Value.Point(4326, 1, 0, 0)),
                Arguments.of(
                        "{\"$point\":{\"srid\":9157,\"x\":\"NaN\",\"y\":2.0,\"z\":3.0}}",
                        new Value.Point(9157, Double.NaN, 2, 3)),
                Arguments.of(
                        "{\"$personal\":{\"subject\":\"" + ID + "\",\"text\":\"Jo\"}}",
                        new Value.Personal(ID, "Jo")),
                Arguments.of(
                        "{\"$sealed\":{\"subject\":\"" + ID + "\",\"key\":0,\"bytes\":\"Af8=\"}}",
                        new Value.Sealed(ID, 0, new byte[] {1, (byte) 0xff})),
                Arguments.of("{\"$erased\":\"" + ID + "\"}", new Value.Erased(ID)));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void jsonIsGolden(String json, Value value) {
        assertEquals(json, json(value));
        assertEquals(value, read(json));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyValueComesBack(@ForAll("values") Value value) {
        String json = json(value);
        assertEquals(value, read(json), json);
        assertEquals(json, json(read(json)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void propertiesComeBack(@ForAll("properties") Properties properties) {
        JsonWriter json = new JsonWriter();
        ValueJson.writeProperties(properties, json);
        JsonReader reader = new JsonReader(json.toBytes());
        assertEquals(properties, ValueJson.readProperties(reader));
        reader.end();
    }

    @Test
    void whatPeopleWriteIsRead() {
        assertEquals(new Value.Real(100), read("1e2"));
        assertEquals(new Value.Real(1), read("1.0"));
        assertEquals(
                map("b", Value.integer(1), "$date", Value.text("x")),
                read("{\"b\":1,\"$date\":\"x\"}"));
        assertEquals(map("$unknown", Value.integer(1)), read("{\"$map\":{\"$unknown\":1}}"));
        assertEquals(
                new Value.Point(7203, 1, 2, 0),
                read("{\"$point\":{\"y\":2,\"x\":1,\"srid\":7203}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    9223372036854775808           | more than 64 bits
                    1e400                         | too large for a float
                    {"a":1,"a":2}                 | 'a' stands twice (line 1, column 8)
                    {"$map":{"a":1,"a":2}}        | 'a' stands twice
                    {"$date":"2024-02-30"}        | there is no such day at 10 (line 1, column 10)
                    {"$date":"2024-02-29x"}       | nothing more is expected
                    {"$date":"2024-02-29","a":1}  | '$date' stands alone in its object
                    {"$date":1}                   | TEXT is expected
                    {"$datetime":"2024-02-29"}    | '$datetime' is no kind of value; a map that begins so stands in {"$map":…}
                    {"$unknown":1,"a":2}          | '$unknown' is no kind of value
                    {"a":{"$":1}}                 | '$' is no kind of value
                    {"$time":"10:00"}             | an offset such as Z
                    {"$dateTime":"2024-02-29T10:00Z[a]b]"} | nothing more is expected
                    {"$dateTime":"2024-02-29T10:00Z[a]b"}  | nothing more is expected
                    {"$dateTime":"2024-02-29T10:00Z[a b]"} | no zone is named 'a b'
                    {"$dateTime":"2024-02-29T10:00Z[a"}    | ']' is expected
                    {"$dateTime":"+999999999-12-31T23:00-18:00"} | nine digits
                    {"$duration":"P"}             | a number is expected
                    {"$real":"one"}               | a number is expected
                    {"$point":{"srid":1,"x":1,"y":1}}   | srid is 4326
                    {"$point":{"srid":4326,"x":1,"y":1,"z":1}} | no third coordinate
                    {"$point":{"srid":4326,"x":1}}      | lacks the field 'y'
                    {"$point":{"srid":4326,"x":"1","y":1}} | a number is expected
                    {"$point":{"srid":4326,"x":1,"y":1,"w":1}} | has no field 'w'
                    {"$sealed":{"subject":"x","key":1,"bytes":""}} | an id has 26
                    {"$sealed":{"subject":"00000000000000000000000000","key":-1,"bytes":""}} | not negative
                    {"$sealed":{"subject":"00000000000000000000000000","key":1,"bytes":"A"}} | base64
                    {"$erased":"x"}               | an id has 26
                    [1,                           | the text ends
                    [,]                           | begins no value
                    {"a":}                        | begins no value
                    """)
    void whatIsNoValueIsRefused(String json, String reason) {
        MalformedJson error = assertThrows(MalformedJson.class, () -> read(json));
        assertTrue(
                String.valueOf(error.getMessage()).contains(reason),
                () -> reason + " is not in: " + error.getMessage());
    }

    @Test
    void nothingIsNoValue() {
        assertThrows(MalformedJson.class, () -> read(""));
    }

    @Test
    void whatIsReadCanBeStored() {
        String deep = "[".repeat(ValueCodec.MAX_DEPTH) + "]".repeat(ValueCodec.MAX_DEPTH);
        ValueCodec.write(read(deep), new alchemist.kernel.schema.Output(16));
        assertThrows(MalformedJson.class, () -> read("[" + deep + "]"));
        // A map that must be escaped is two objects deep, each time.
        Value dollars = Value.integer(1);
        for (int i = 0; i < ValueCodec.MAX_DEPTH; i++) {
            dollars = map("$map", dollars);
        }
        assertEquals(dollars, read(json(dollars)));
    }

    private static Value list(Value... values) {
        return new Value.ListOf(List.of(values));
    }

    private static Value map() {
        return new Value.MapOf(Properties.NONE);
    }

    private static Value map(String key, Value value) {
        return new Value.MapOf(Properties.of(key, value));
    }

    private static Value map(String key1, Value value1, String key2, Value value2) {
        return new Value.MapOf(Properties.of(key1, value1, key2, value2));
    }

    private static String json(Value value) {
        JsonWriter json = new JsonWriter();
        ValueJson.write(value, json);
        return json.toString();
    }

    private static Value read(String json) {
        JsonReader reader = JsonReader.of(json);
        Value value = ValueJson.read(reader);
        reader.end();
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
