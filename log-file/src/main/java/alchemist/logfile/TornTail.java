package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a crash left of a block that was never acknowledged: it was cut off the log and kept aside.
 *
 * @param segment the file that it was cut from
 * @param offset where, in bytes
 * @param bytes how many bytes, without the zeros after them
 * @param keptIn the file beside it that has them now
 */
public record TornTail(String segment, long offset, long bytes, String keptIn) {
    /**
     * Copies the tail into a file of its own, durably; the caller cuts it off afterwards.
     *
     * @param bytes no more than a block can have; else it would be no tail, but damage
     */
    static TornTail keep(LogDirectory directory, String segment, long offset, long bytes)
            throws IOException {
        String kept = freeName(directory, segment + "." + offset);
        ByteBuffer tail = ByteBuffer.allocate((int) bytes);
        try (DiskFile from = directory.open(segment, Disk.Mode.READ);
                DiskFile to = directory.prepare(kept)) {
            from.readFully(tail, offset);
            to.writeFully(tail.flip(), 0);
            to.force(true);
        }
        directory.publish(kept);
        return new TornTail(segment, offset, bytes, kept);
    }

    private static String freeName(LogDirectory directory, String stem) throws IOException {
        String name = stem + ".torn";
        for (int i = 2; directory.has(name); i++) {
            name = stem + "." + i + ".torn";
        }
        return name;
    }
}
