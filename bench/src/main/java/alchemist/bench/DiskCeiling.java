package alchemist.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the disk can do at best: blocks of one size, each written and forced, nothing else. */
final class DiskCeiling {
    private DiskCeiling() {}

    /** Bytes a second. */
    static double bytesPerSecond(Path folder, int blockBytes, int blocks) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(blockBytes);
        try (FileChannel file =
                FileChannel.open(
                        folder.resolve("ceiling"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            for (int i = 0; i < blocks; i++) {
                block.clear();
                while (block.hasRemaining()) {
                    file.write(block);
                }
                file.force(false);
            }
            return (double) blockBytes * blocks * 1e9 / (System.nanoTime() - start);
        }
    }
}
