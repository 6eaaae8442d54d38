package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.LogReadOnly;
import alchemist.log.NoSuchLog;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.log.Blocks;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadOnlyFileLogTest {
    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final Blocks blocks = new Blocks(1);

    private FileLog create() throws LogException {
        return FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS);
    }

    @Test
    void followsAWriterOverManySegments() throws Exception {
        try (FileLog writer = create();
                ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, Script.DIRECTORY);
                BlockCursor cursor = reader.read(0)) {
            assertEquals(Script.ORIGIN, reader.origin());
            assertNotNull(cursor.next());
            for (int i = 0; i < 300; i++) {
                assertNull(cursor.next());
                CommitBlock block = blocks.after(writer.head(), 1 + i % 4);
                writer.append(writer.position(), block);
                CommitBlock next = cursor.next();
                assertNotNull(next);
                assertEquals(block.hash(), next.hash());
                assertEquals(writer.head(), reader.head());
            }
            assertTrue(Segments.names(new LogDirectory(disk, Script.DIRECTORY)).size() > 10);
        }
    }

    @Test
    void seesNoBlockThatIsOnlyPartlyWritten() throws Exception {
        try (FileLog writer = create();
                ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, Script.DIRECTORY);
                BlockCursor cursor = reader.read(0)) {
            assertNotNull(cursor.next());
            CommitBlock block = blocks.after(writer.head(), 3);
            Path file = Script.DIRECTORY.resolve(SegmentHeader.name(1));
            int end = SegmentHeader.BYTES + Script.read(writer).getFirst().lengthBytes();
            try (DiskFile f = disk.open(file, Disk.Mode.WRITE)) {
                for (int length = 0; length < block.lengthBytes(); length += 7) {
                    f.writeFully(ByteBuffer.wrap(block.bytes(), 0, length), end);
                    assertNull(cursor.next());
                    try (ReadOnlyFileLog other = ReadOnlyFileLog.open(disk, Script.DIRECTORY)) {
                        assertEquals(0, other.position());
                        assertTrue(other.damage().isEmpty());
                    }
                }
            }
            writer.append(0, block);
            CommitBlock next = cursor.next();
            assertNotNull(next);
            assertEquals(block.hash(), next.hash());
        }
    }

    @Test
    void followsIntoASegmentThatWasStillEmptyWhenItLooked() throws Exception {
        FileLog writer = create();
        try (ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, Script.DIRECTORY);
                BlockCursor cursor = reader.read(0)) {
            CommitBlock first = blocks.after(writer.head(), 2);
            writer.append(0, first);
            assertNotNull(cursor.next());
            assertNotNull(cursor.next());
            writer.close();
            LogDirectory directory = new LogDirectory(disk, Script.DIRECTORY);
            SegmentHeader header = new SegmentHeader(Script.ORIGIN.workspace(), 3, first.hash());
            Segment segment = Segment.of(directory, header, false);
            SegmentWriter.prepare(segment);
            SegmentWriter.publish(segment);
            assertNull(cursor.next());
            CommitBlock second = blocks.after(Log.Head.of(first), 1);
            try (FileLog again = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
                assertNull(cursor.next());
                again.append(2, second);
                CommitBlock next = cursor.next();
                assertNotNull(next);
                assertEquals(second.hash(), next.hash());
                assertEquals(again.head(), reader.head());
            }
            assertNull(cursor.next());
        }
    }

    @Test
    void followsALogThatWasKilledBeforeItsFirstEventAndOpenedAgain() throws Exception {
        LogDirectory directory = new LogDirectory(disk, Script.DIRECTORY);
        try (FileLog first = create()) {
            CommitBlock root = Script.read(first).getFirst();
            try (ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, Script.DIRECTORY);
                    BlockCursor cursor = reader.read(0)) {
                assertNotNull(cursor.next());
                Segment segment = Recovery.of(directory).extent().last();
                SegmentWriter.republish(segment, SegmentHeader.BYTES + root.lengthBytes());
                assertNull(cursor.next());
                CommitBlock block = blocks.after(reader.head(), 2);
                try (SegmentWriter writer =
                        SegmentWriter.open(
                                segment,
                                Script.OPTIONS,
                                SegmentHeader.BYTES + root.lengthBytes())) {
                    writer.write(block);
                    writer.force(block);
                }
                CommitBlock next = cursor.next();
                assertNotNull(next);
                assertEquals(block.hash(), next.hash());
            }
        }
    }

    @Test
    void showsNothingThatACrashCanTakeBack() throws Exception {
        FileLog writer = create();
        CommitBlock block = blocks.after(writer.head(), 3);
        Path file = Script.DIRECTORY.resolve(SegmentHeader.name(1));
        int end = SegmentHeader.BYTES + Script.read(writer).getFirst().lengthBytes();
        ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, Script.DIRECTORY);
        try (DiskFile f = disk.open(file, Disk.Mode.WRITE);
                BlockCursor cursor = reader.read(1)) {
            f.writeFully(block.buffer(), end); // written, but never forced by the writer
            assertNotNull(cursor.next());
        }
        for (SimulatedDisk after = disk.crash(); ; ) {
            try (FileLog log = FileLog.open(after, Script.DIRECTORY, Script.OPTIONS)) {
                assertEquals(block.hash(), log.headHash());
                return;
            }
        }
    }

    @Test
    void showsNothingThatACrashCanTakeBackWhenItIsOpened() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            SimulatedDisk own = new SimulatedDisk(seed);
            FileLog writer = FileLog.create(own, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS);
            long end = Script.endOfBlocks(writer);
            CommitBlock block = blocks.after(writer.head(), 3);
            Path file = Script.DIRECTORY.resolve(SegmentHeader.name(1));
            try (DiskFile f = own.open(file, Disk.Mode.WRITE)) {
                f.writeFully(block.buffer(), end); // written, but never forced by the writer
            }
            try (ReadOnlyFileLog reader = ReadOnlyFileLog.open(own, Script.DIRECTORY)) {
                assertEquals(block.hash(), reader.headHash());
            }
            SimulatedDisk after = own.crash();
            try (FileLog log = FileLog.open(after, Script.DIRECTORY, Script.OPTIONS)) {
                assertEquals(block.hash(), log.headHash(), "seed " + seed);
            }
        }
    }

    @Test
    void leavesNoSegmentOpenThatItHasFollowed() throws Exception {
        WatchedDisk watched = new WatchedDisk(disk, Long.MAX_VALUE);
        try (FileLog writer = create();
                ReadOnlyFileLog reader = ReadOnlyFileLog.open(watched, Script.DIRECTORY);
                BlockCursor cursor = reader.read(0)) {
            for (CommitBlock block : new Script(60).blocks().subList(1, 61)) {
                writer.append(writer.position(), block);
                assertNotNull(cursor.next());
                assertTrue(watched.open() <= 2, "one to look, one to read");
            }
        }
        assertEquals(0, watched.open());
    }

    /**
     * The block is whole, and another behind it, as soon as so many reads have found part of it.
     */
    @Test
    void takesNoBlockForDamagedThatIsBeingWritten() throws Exception {
        byte[] whole = FuzzedDisk.bytes(FuzzedDisk.SEGMENT);
        SimulatedDisk late = FuzzedDisk.with(FuzzedDisk.SEGMENT, whole);
        List<CommitBlock> written = Script.read(ReadOnlyFileLog.open(late, Script.DIRECTORY));
        int last = written.getLast().lengthBytes();
        int half = written.get(written.size() - 2).lengthBytes() / 2;
        byte[] partly = Arrays.copyOf(whole, whole.length - last - half);
        SimulatedDisk early = FuzzedDisk.with(FuzzedDisk.SEGMENT, partly);
        for (int reads = 0; reads < 8; reads++) {
            String after = "after " + reads + " reads";
            LogVerify.Report report =
                    LogVerify.run(
                            new GrowingDisk(early, late, reads), Script.DIRECTORY, (_, _) -> {});
            assertEquals(List.of(), report.damages(), after);
            try (ReadOnlyFileLog reader =
                    ReadOnlyFileLog.open(new GrowingDisk(early, late, reads), Script.DIRECTORY)) {
                assertEquals(Optional.empty(), reader.damage(), after);
            }
        }
    }

    /** The end with which a log was closed is no damage to whoever began to read before that. */
    @Test
    void takesNoLogForDamagedThatIsClosedWhileItIsOpened() throws Exception {
        for (int reads = 0; reads < 40; reads++) {
            try (ReadOnlyFileLog reader = ReadOnlyFileLog.open(closing(reads), Script.DIRECTORY);
                    BlockCursor cursor = reader.read(2)) {
                assertEquals(List.of(), reader.findings(), "after " + reads + " reads");
                CommitBlock block = cursor.next();
                while (block == null || block.lastPosition() < 50) {
                    block = cursor.next();
                }
            }
        }
    }

    @Test
    void findsNoDamageInALogThatIsClosedWhileItIsVerified() throws Exception {
        for (int reads = 0; reads < 60; reads++) {
            String after = "after " + reads + " reads";
            LogVerify.Report report = LogVerify.run(closing(reads), Script.DIRECTORY, (_, _) -> {});
            assertEquals(List.of(), report.damages(), after);
            assertTrue(LogStat.of(closing(reads), Script.DIRECTORY).events() >= 2, after);
            assertTrue(LogGlance.of(closing(reads), Script.DIRECTORY).position() >= 2, after);
        }
    }

    /** A disk with a log to which more is written, and that is closed, before one of the reads. */
    private Disk closing(int reads) throws LogException {
        SimulatedDisk shared = new SimulatedDisk(reads);
        FileLog writer = FileLog.create(shared, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS);
        writer.append(0, blocks.after(writer.head(), 2));
        return new InterruptingDisk(shared, reads, () -> appendAndClose(writer));
    }

    private void appendAndClose(FileLog writer) {
        try (writer) {
            while (writer.position() < 50) {
                writer.append(writer.position(), blocks.after(writer.head(), 3));
            }
        } catch (LogException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void saysThatABlockIsDamagedOnceTheWriterHasGoneOnBehindIt() throws Exception {
        try (FileLog writer = create();
                ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, Script.DIRECTORY);
                BlockCursor cursor = reader.read(0)) {
            assertNotNull(cursor.next());
            long end = Script.endOfBlocks(writer);
            writer.append(0, blocks.after(writer.head(), 2));
            Path file = Script.DIRECTORY.resolve(SegmentHeader.name(1));
            disk.flip(file, end + 120, 1);
            assertNull(cursor.next(), "it may still be being written");
            writer.append(2, blocks.after(writer.head(), 2));
            CorruptLog damage = assertThrows(CorruptLog.class, cursor::next);
            assertEquals(file.toString(), damage.file());
            assertEquals(end, damage.offset());
            assertEquals(1, reader.findings().size());
            assertEquals(0, reader.position());
            disk.flip(file, end + 120, 1);
            assertNotNull(cursor.next());
            assertNotNull(cursor.next());
            assertNull(cursor.next());
        }
    }

    @Test
    void saysThatASegmentIsDamagedOnceTheWriterHasBegunTheNext() throws Exception {
        try (FileLog writer = create();
                ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, Script.DIRECTORY);
                BlockCursor cursor = reader.read(0)) {
            assertNotNull(cursor.next());
            long end = Script.endOfBlocks(writer);
            CommitBlock lost = blocks.after(writer.head(), 2);
            writer.append(0, lost);
            Path file = Script.DIRECTORY.resolve(SegmentHeader.name(1));
            try (DiskFile f = disk.open(file, Disk.Mode.WRITE)) {
                f.writeFully(ByteBuffer.allocate(lost.lengthBytes()), end);
            }
            while (Segments.names(new LogDirectory(disk, Script.DIRECTORY)).size() == 1) {
                assertNull(cursor.next(), "it may be that nothing was written");
                writer.append(writer.position(), blocks.after(writer.head(), 9));
            }
            CorruptLog damage = assertThrows(CorruptLog.class, cursor::next);
            assertEquals(file.toString(), damage.file());
            assertEquals(end, damage.offset());
        }
    }

    @Test
    void saysThatASegmentIsMissingOnceTheWriterHasBegunTheOneBehindIt() throws Exception {
        try (FileLog writer = create();
                ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, Script.DIRECTORY);
                BlockCursor cursor = reader.read(0)) {
            LogDirectory directory = new LogDirectory(disk, Script.DIRECTORY);
            while (Segments.names(directory).size() < 3) {
                writer.append(writer.position(), blocks.after(writer.head(), 9));
            }
            List<String> names = Segments.names(directory);
            disk.delete(Script.DIRECTORY.resolve(names.get(1)));
            CommitBlock last = cursor.next();
            while (last != null && last.lastPosition() + 1 < SegmentHeader.position(names.get(1))) {
                last = cursor.next();
            }
            CorruptLog damage = assertThrows(CorruptLog.class, cursor::next);
            assertEquals(Script.DIRECTORY.resolve(names.get(2)).toString(), damage.file());
            assertTrue(damage.reason().contains("perhaps a file between"), damage::reason);
        }
    }

    @Test
    void refusesToAppend() throws Exception {
        create().close();
        try (ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, Script.DIRECTORY)) {
            assertTrue(reader.readOnly());
            CommitBlock block = blocks.after(reader.head(), 1);
            assertThrows(LogReadOnly.class, () -> reader.append(0, block));
        }
        assertThrows(NoSuchLog.class, () -> ReadOnlyFileLog.open(disk, Path.of("/logs/other")));
    }

    @Test
    void readsBesideAWriterOnARealDisk(@TempDir Path directory) throws Exception {
        Disk real = new FileDisk();
        Path path = directory.resolve("log");
        FileLogOptions options = Script.OPTIONS.withSegmentBytes(64 * 1024);
        long last = 2000;
        try (FileLog writer = FileLog.create(real, path, Script.ORIGIN, options);
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            List<Future<Hash>> ends =
                    List.of(
                            readers.submit(() -> follow(real, path, last)),
                            readers.submit(() -> openAgainAndAgain(real, path, last)));
            while (writer.position() < last) {
                int events = (int) Math.min(20, last - writer.position());
                writer.append(writer.position(), blocks.after(writer.head(), events));
            }
            for (Future<Hash> end : ends) {
                assertEquals(writer.headHash(), end.get());
            }
        }
    }

    private static Hash follow(Disk disk, Path path, long last) throws LogException {
        try (ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, path);
                BlockCursor cursor = reader.read(0)) {
            while (true) {
                CommitBlock block = cursor.next();
                if (block != null && block.lastPosition() == last) {
                    return block.hash();
                }
            }
        }
    }

    private static Hash openAgainAndAgain(Disk disk, Path path, long last) throws LogException {
        while (true) {
            try (ReadOnlyFileLog reader = ReadOnlyFileLog.open(disk, path)) {
                assertTrue(reader.damage().isEmpty(), () -> reader.damage().toString());
                LogVerify.Report report = LogVerify.run(disk, path, (done, total) -> {});
                assertTrue(report.damages().isEmpty(), () -> report.damages().toString());
                assertTrue(report.head().position() >= reader.position());
                Log.Head head = reader.head();
                if (head.position() == last) {
                    return head.hash();
                }
            }
        }
    }
}
