package alchemist.kernel.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Base64Test {
    /** The examples of RFC 4648. */
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, Zg==",
        "fo, Zm8=",
        "foo, Zm9v",
        "foob, Zm9vYg==",
        "fooba, Zm9vYmE=",
        "foobar, Zm9vYmFy"
    })
    void writesTheStandardsExamples(String plain, String text) {
        byte[] bytes = plain.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertEquals(text, Base64.text(bytes));
        assertArrayEquals(bytes, Base64.bytes(text));
    }

    @Property
    void agreesWithTheJdk(@ForAll byte[] bytes) {
        String text = java.util.Base64.getEncoder().encodeToString(bytes);
        assertEquals(text, Base64.text(bytes));
        assertArrayEquals(bytes, Base64.bytes(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z",
                "Zg",
                "Zg=",
                "Zh==",
                "Zm9=",
                "====",
                "Z===",
                "=Zg=",
                "Zg==Zg==",
                "Zm9v\n",
                "Zm-_",
                "Zm 9",
                "Zmé=",
                "Z\u0141=="
            })
    void whatWasNotWrittenSoIsRefused(String text) {
        assertNull(Base64.bytes(text));
    }
}
