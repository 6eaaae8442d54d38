package alchemist.kernel.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import alchemist.kernel.Utf8;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KnownTextsTest {
    private final KnownTexts texts = new KnownTexts();

    @Test
    void aTextThatCameBeforeIsTheSameObject() {
        assertSame(read("owner"), read("owner"));
        assertEquals("", read(""));
    }

    /** There are more of them than slots: each takes the slot of others, and none their text. */
    @Test
    void everyTextIsReadAsItIs() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String text = "é" + random.nextInt(5_000);
            assertEquals(text, read(text));
        }
    }

    @Test
    void whatIsNotUtf8IsNone() {
        byte[] bytes = {'a', (byte) 0xc3, '('};
        assertNull(texts.read(bytes, 0, bytes.length));
        assertEquals("a", texts.read(bytes, 0, 1));
    }

    private @Nullable String read(String text) {
        byte[] bytes = Utf8.bytes("<" + text + ">");
        return texts.read(bytes, 1, bytes.length - 2);
    }
}
