package alchemist.engine.simulation;

import alchemist.testkit.disk.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A bit that is not what was written.
 *
 * @param file where
 * @param offset of its byte
 * @param mask the bit
 */
record Flip(Path file, long offset, int mask) {
    /** In a segment that is not the last; null when there is none. */
    static @Nullable Flip somewhere(SimulatedDisk disk, SplittableRandom random)
            throws IOException {
        List<Path> segments = Places.segments(disk);
        return segments.size() < 2
                ? null
                : in(disk, segments.get(random.nextInt(segments.size() - 1)), random);
    }

    /** In a file; null when that is empty. */
    static @Nullable Flip in(SimulatedDisk disk, Path file, SplittableRandom random)
            throws IOException {
        int length = disk.bytes(file).length;
        if (length == 0) {
            return null;
        }
        Flip flip = new Flip(file, random.nextInt(length), 1 << random.nextInt(8));
        disk.flip(file, flip.offset, flip.mask);
        return flip;
    }

    void undo(SimulatedDisk disk) throws IOException {
        disk.flip(file, offset, mask);
    }
}
