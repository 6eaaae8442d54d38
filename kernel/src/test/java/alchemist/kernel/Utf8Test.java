package alchemist.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8Test {
    @Property
    void everyStringComesBackAsItWas(@ForAll("anyText") String text) {
        byte[] bytes = Utf8.bytes(text);
        assertEquals(text, Utf8.read(bytes, 0, bytes.length));
    }

    @Property
    void textWithoutHalvesIsPlainUtf8(@ForAll("anyText") String text) {
        String whole = text.replaceAll("\\p{Cs}", "x");
        assertArrayEquals(whole.getBytes(StandardCharsets.UTF_8), Utf8.bytes(whole));
    }

    @Property(tries = 20_000)
    void bytesAreReadAsTheJdkReadsThemStrictly(@ForAll("nearlyUtf8") byte[] bytes) {
        String jdk = strictly(bytes);
        String ours = Utf8.read(bytes, 0, bytes.length);
        if (jdk != null) {
            assertEquals(jdk, ours);
        } else if (ours != null) {
            // Only halves of surrogates are read beyond the standard, and only as they are written.
            assertArrayEquals(bytes, Utf8.bytes(ours));
        }
    }

    @Test
    void aPartOfATextHasItsOwnHalves() {
        String text = "a\uD83D\uDE00b";
        assertEquals(6, Utf8.length(text, 0, 4));
        assertEquals(4, Utf8.length(text, 0, 2));
        assertEquals(4, Utf8.length(text, 2, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "az, 617a",
        "é, c3a9",
        "€, e282ac",
        "😀, f09f9880",
        "'\uD800', eda080",
        "'\uDC00x', edb08078",
        "'\uDC00\uD800', edb080eda080",
        "'\uFFFD', efbfbd",
    })
    void bytesAreThoseOfTheStandards(String text, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertArrayEquals(bytes, Utf8.bytes(text));
        assertEquals(text, Utf8.read(bytes, 0, bytes.length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0",
                "c080",
                "c1bf",
                "c2",
                "c220",
                "e0",
                "e080",
                "e08080",
                "e09fbf",
                "e282",
                "e28220",
                "f0",
                "f0808080",
                "f08fbfbf",
                "f09f98",
                "f09f9820",
                "f4908080",
                "f8888080",
                "ff",
                "eda080edb080",
                "61ff",
                "ff61",
            })
    void malformedBytesAreRefused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertNull(Utf8.read(bytes, 0, bytes.length));
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.oneOf(
                        Arbitraries.chars().ascii(),
                        Arbitraries.chars().range('\u0080', '\u07ff'),
                        Arbitraries.chars().range('\ud7f0', '\ue010'),
                        Arbitraries.chars().all())
                .list()
                .ofMaxSize(20)
                .map(
                        chars -> {
                            StringBuilder text = new StringBuilder();
                            chars.forEach(text::append);
                            return text.toString();
                        });
    }

    @Provide
    Arbitrary<byte[]> nearlyUtf8() {
        return Arbitraries.of(
                        0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf,
                        0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff)
                .list()
                .ofMaxSize(6)
                .map(
                        list -> {
                            byte[] bytes = new byte[list.size()];
                            for (int i = 0; i < bytes.length; i++) {
                                bytes[i] = list.get(i).byteValue();
                            }
                            return bytes;
                        });
    }

    private static @Nullable String strictly(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
