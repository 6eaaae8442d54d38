package alchemist.engine.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import alchemist.engine.thread.Running;
import alchemist.engine.thread.Threads;
import alchemist.kernel.schema.Output;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class HandoverTest {
    /** Several times as much as may wait. */
    private static final int LONGS = 30_000_000;

    @Test
    void whatOneThreadWritesAnotherReads() {
        Handover handover = new Handover(Threads.SYSTEM);
        Running writing =
                Threads.SYSTEM.start(
                        "writing", () -> handover.write(out -> out.text("a part that is short")));
        Output read = new Output(64);
        try (handover) {
            handover.read(read);
        }
        writing.join();
        Output whole = new Output(64);
        whole.text("a part that is short");
        assertArrayEquals(whole.toBytes(), read.toBytes());
    }

    @Test
    void moreThanMayWaitIsReadInOrder() {
        Handover handover = new Handover(Threads.SYSTEM);
        Running writing = Threads.SYSTEM.start("writing", () -> handover.write(this::writeLongs));
        AtomicLong sum = new AtomicLong();
        AtomicLong length = new AtomicLong();
        Output read =
                new Output(
                        (bytes, part) -> {
                            for (int i = 0; i < part; i += 8) {
                                long at = (length.get() + i) / 8;
                                sum.addAndGet((bytes[i] & 0xff) == (at & 0xff) ? 0 : 1);
                            }
                            length.addAndGet(part);
                            return bytes;
                        },
                        1 << 16);
        try (handover) {
            handover.read(read);
            read.finish();
        }
        writing.join();
        assertEquals(8L * LONGS, length.get());
        assertEquals(0, sum.get(), "bytes that are not where they belong");
    }

    private void writeLongs(Output out) {
        for (long i = 0; i < LONGS; i++) {
            out.fixed64(i);
        }
    }

    @Test
    void whoWritesNeedNotWaitForOneWhoReadsNoMore() {
        Handover handover = new Handover(Threads.SYSTEM);
        Running writing = Threads.SYSTEM.start("writing", () -> handover.write(this::writeLongs));
        handover.close();
        writing.join();
    }

    @Test
    void aWriterThatFailsIsKnownToTheReader() {
        try (Handover handover = new Handover(Threads.SYSTEM)) {
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            handover.write(
                                    _ -> {
                                        throw new IllegalStateException("a bug");
                                    }));
            assertThrows(CancellationException.class, () -> handover.read(new Output(16)));
        }
    }
}
