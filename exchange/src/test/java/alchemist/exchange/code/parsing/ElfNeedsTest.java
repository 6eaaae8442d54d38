package alchemist.exchange.code.parsing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.treesitter.utils.NativeUtils;

final class ElfNeedsTest {
    @Test
    void marksAsWeakWhatBeginsSoAndNothingElse() throws IOException {
        byte[] library = library();
        byte[] weak = ElfNeeds.weakened(library, "GLIBC_");
        assertEquals(library.length, weak.length);
        int differ = 0;
        for (int i = 0; i < library.length; i++) {
            if (library[i] != weak[i]) {
                assertEquals(library[i] | 2, weak[i], "the byte at " + i);
                differ++;
            }
        }
        assertTrue(differ > 0, "it asks for some version of the C library");
        assertArrayEquals(weak, ElfNeeds.weakened(weak, "GLIBC_"));
        assertArrayEquals(library, ElfNeeds.weakened(library, "NONE_"));
    }

    @Test
    void leavesWhatIsNoLibraryOrCutOffAsItIs() throws IOException {
        byte[] library = library();
        assertArrayEquals(new byte[0], ElfNeeds.weakened(new byte[0], "GLIBC_"));
        assertArrayEquals(new byte[99], ElfNeeds.weakened(new byte[99], "GLIBC_"));
        for (int length : new int[] {5, 63, 64, 200, 1000}) {
            byte[] part = Arrays.copyOf(library, length);
            assertArrayEquals(part, ElfNeeds.weakened(part, "GLIBC_"));
        }
    }

    /** That of the Java package for Linux, whatever system this is. */
    private static byte[] library() throws IOException {
        String path = "lib/x86_64-linux-gnu-tree-sitter.so";
        try (InputStream in =
                Objects.requireNonNull(
                        NativeUtils.class.getClassLoader().getResourceAsStream(path))) {
            return in.readAllBytes();
        }
    }
}
