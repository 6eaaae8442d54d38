package alchemist.testkit.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What everything keeps that reads bytes from a disk or a network: whatever they are, they are a
 * value or are refused with the error that is documented, soon, and with no more memory than a
 * multiple of their length. A value is written as bytes that are read as the same value. A
 * decoder's test inherits it.
 *
 * <p>Every run tries what comes of a part of a second of changes to real inputs. With {@code
 * -Dalchemist.fuzz.seconds=…} {@link Jazzer} looks for so long for bytes that reach something new.
 * {@code -Dalchemist.fuzz.input=FILE} tries one file.
 */
public abstract class DecoderContract {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long CHANGES_NANOS = 250_000_000;
    private static final int SHOWN_BYTES = 2_000;

    private static final long SLOWEST_NANOS = 5_000_000_000L;

    /** For those who inherit. */
    protected DecoderContract() {}

    /** Inputs as they are really written. */
    protected abstract List<byte[]> seeds() throws Exception;

    /**
     * Reads bytes and writes what they mean.
     *
     * @return what is written; null when they are refused as documented, which is the only error
     *     that is caught
     */
    protected abstract byte @Nullable [] rewritten(byte[] bytes) throws Exception;

    /**
     * The same bytes with checksums and lengths that hold, so that what is behind them is tried
     * too; null where there are none.
     */
    protected byte @Nullable [] withChecksums(byte[] bytes) {
        return null;
    }

    /** What may be allocated whatever is read: tables, messages, stack traces of refusals. */
    protected long fixedBytes() {
        return 2 << 20;
    }

    /** How many bytes of memory may be allocated, over time, for each byte that is read. */
    protected long allocationFactor() {
        return 200;
    }

    /**
     * Whether a value that nobody wrote is also written as the same value. A cache need not see to
     * it that what has its checksum is sound: it is as it was written.
     */
    protected boolean comesBackWhoeverWroteIt() {
        return true;
    }

    /**
     * Whether what is read may lead to files, hosts, commands or queries. {@link Jazzer} then
     * watches that none is reached, for which it takes two seconds more to begin.
     */
    protected boolean mayReachOut() {
        return false;
    }

    /** Reads what is written, so that what is made once is there before anything is measured. */
    final void warmUp() throws Exception {
        for (byte[] seed : seeds()) {
            rewritten(seed.clone());
        }
    }

    /** Tries bytes, and those with right checksums. */
    public final void check(byte[] bytes) {
        checkOne(bytes);
        byte[] whole = withChecksums(bytes.clone());
        if (whole != null) {
            checkOne(whole);
        }
    }

    private void checkOne(byte[] bytes) {
        try {
            byte[] once = measured(bytes);
            if (once != null
                    && comesBackWhoeverWroteIt()
                    && !Arrays.equals(once, rewritten(once.clone()))) {
                throw new AssertionError(
                        "it is written as " + shown(once) + ", and then otherwise");
            }
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(bytes.length + " bytes, " + shown(bytes) + ": " + e, e);
        }
    }

    /** What is made once, as classes are, does not count: who takes too much is looked at again. */
    private byte @Nullable [] measured(byte[] bytes) throws Exception {
        long most = fixedBytes() + allocationFactor() * bytes.length;
        for (int tries = 2; ; tries--) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long began = THREADS.getCurrentThreadCpuTime();
            byte[] written = rewritten(bytes.clone());
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            long took = THREADS.getCurrentThreadCpuTime() - began;
            if (allocated <= most && took <= SLOWEST_NANOS) {
                return written;
            }
            if (tries == 1) {
                if (took <= SLOWEST_NANOS && Jazzer.putAside(bytes)) {
                    return written;
                }
                throw new AssertionError(
                        "it took "
                                + allocated
                                + " bytes of memory and "
                                + took / 1_000_000
                                + " ms");
            }
        }
    }

    private static String shown(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes, 0, Math.min(SHOWN_BYTES, bytes.length));
        return bytes.length > SHOWN_BYTES ? hex + "…" : hex;
    }

    @Test
    final void whatIsReallyWrittenComesBackWhole() throws Exception {
        List<byte[]> seeds = seeds();
        assertFalse(seeds.isEmpty());
        for (byte[] seed : seeds) {
            assertArrayEquals(seed, rewritten(seed.clone()), () -> shown(seed));
        }
    }

    @Test
    final void anyBytesAreAValueOrRefused() throws Exception {
        warmUp();
        String file = System.getProperty("alchemist.fuzz.input");
        if (file != null) {
            check(Files.readAllBytes(Path.of(file)));
            return;
        }
        Changes changes =
                new Changes(seeds(), new SplittableRandom(getClass().getName().hashCode()));
        check(new byte[0]);
        long end = System.nanoTime() + CHANGES_NANOS;
        while (System.nanoTime() < end) {
            check(changes.next());
        }
    }

    @Test
    @Tag(Jazzer.TAG)
    @EnabledIfSystemProperty(named = "alchemist.fuzz.seconds", matches = "[1-9][0-9]*")
    final void bytesThatReachSomethingNewAreAValueOrRefused() throws Exception {
        int seconds = Integer.getInteger("alchemist.fuzz.seconds", 0);
        List<byte[]> aside = Jazzer.run(this, seconds);
        warmUp();
        aside.forEach(this::check);
    }
}
