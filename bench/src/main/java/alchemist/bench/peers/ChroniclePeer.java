package alchemist.bench.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/**
 * Chronicle Queue: a file mapped into memory, which the system writes when it likes. It forces
 * nothing by itself; asked to, it forces after each unit, by {@code msync}.
 */
final class ChroniclePeer implements Peer {
    private final Path folder;
    private final boolean forces;
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private final Bytes<byte[]> unit = Bytes.allocateElasticOnHeap();

    private ChroniclePeer(Path folder, SyncMode mode) {
        this.folder = folder;
        this.forces = mode == SyncMode.SYNC;
        this.queue = SingleChronicleQueueBuilder.binary(folder).syncMode(mode).build();
        this.appender = queue.createAppender();
    }

    static ChroniclePeer forced(Path folder) {
        return new ChroniclePeer(folder, SyncMode.SYNC);
    }

    static ChroniclePeer unforced(Path folder) {
        return new ChroniclePeer(folder, SyncMode.NONE);
    }

    @Override
    public void append(List<byte[]> events) {
        for (byte[] event : events) {
            unit.clear().write(event);
            appender.writeBytes(unit);
        }
        if (forces) {
            appender.sync();
        }
    }

    @Override
    public void read(Consumer<byte[]> each) {
        Bytes<byte[]> event = Bytes.allocateElasticOnHeap();
        try (ExcerptTailer tailer = queue.createTailer()) {
            while (tailer.readBytes(event.clear())) {
                each.accept(event.toByteArray());
            }
        }
    }

    @Override
    public long bytesOnDisk() throws Exception {
        return DiskUse.of(folder);
    }

    @Override
    public void close() {
        appender.close();
        queue.close();
    }
}
