package alchemist.exchange;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file as the file system knows it: not its content, but whether that may differ.
 *
 * @param text changes when the file does
 * @param changedAt when it did last, µs since 1970
 */
public record FileState(String text, long changedAt) {
    /**
     * A file that was written to less than this before it was looked at may be written to again
     * within the same tick of its clock.
     */
    private static final long TICK_MICROS = 100_000;

    /** The same, where a file system keeps but seconds, some of them only the even ones. */
    private static final long COARSE_TICK_MICROS = 2_000_000;

    /**
     * The state of a file, or of a link itself.
     *
     * @throws IOException when it cannot be looked at
     */
    public static FileState of(Path file) throws IOException {
        return SeenFile.at(file).state();
    }

    /** Whether a change after this look would show: two states of one tick are never told apart. */
    public boolean isSettled(long nowMicros) {
        boolean coarse = changedAt % 1_000_000 == 0;
        return changedAt <= nowMicros - (coarse ? COARSE_TICK_MICROS : TICK_MICROS);
    }
}
