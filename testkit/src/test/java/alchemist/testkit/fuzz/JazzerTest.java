package alchemist.testkit.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A fuzzer that finds nothing where there is something would be worth nothing. */
@Tag(Jazzer.TAG)
@EnabledIfSystemProperty(named = "alchemist.fuzz.seconds", matches = "[1-9][0-9]*")
final class JazzerTest {
    /** Breaks for bytes that nobody hits by chance. */
    static final class Broken extends DecoderContract {
        @Override
        protected List<byte[]> seeds() {
            return List.of(new byte[] {1, 2, 3});
        }

        @Override
        protected byte @Nullable [] rewritten(byte[] bytes) {
            if (new String(bytes, StandardCharsets.ISO_8859_1).startsWith("a planted bug")) {
                throw new IllegalStateException("found");
            }
            return null;
        }
    }

    /** Takes more memory than it may, whatever it reads. */
    static final class Wasteful extends DecoderContract {
        @Override
        protected List<byte[]> seeds() {
            return List.of(new byte[] {1});
        }

        @Override
        protected byte @Nullable [] rewritten(byte[] bytes) {
            return new byte[4 << 20].length == bytes.length ? bytes : null;
        }
    }

    @Test
    void whatTakesTooMuchMemoryIsPutAsideToBeLookedAtAgain() throws Exception {
        List<byte[]> aside = Jazzer.run(new Wasteful(), 2);
        assertFalse(aside.isEmpty());
        assertThrows(AssertionError.class, () -> new Wasteful().check(aside.getFirst()));
    }

    @Test
    void findsWhatNobodyHitsByChance() {
        AssertionError found =
                assertThrows(AssertionError.class, () -> Jazzer.run(new Broken(), 120));
        assertTrue(String.valueOf(found.getMessage()).contains("IllegalStateException: found"));
    }
}
