package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Log;
import alchemist.log.NoSuchLog;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.log.Blocks;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LogToolsTest {
    private static final Path DIRECTORY = Script.DIRECTORY;

    private static byte[] resource(String name) throws Exception {
        try (InputStream in =
                Objects.requireNonNull(LogToolsTest.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return HexFormat.of()
                    .parseHex(
                            text.lines()
                                    .filter(line -> !line.startsWith("#"))
                                    .map(line -> line.replace(" ", ""))
                                    .collect(Collectors.joining()));
        }
    }

    private static void write(SimulatedDisk disk, String name, byte[] bytes) throws Exception {
        disk.createDirectories(DIRECTORY);
        try (DiskFile file = disk.open(DIRECTORY.resolve(name), Disk.Mode.CREATE)) {
            file.writeFully(ByteBuffer.wrap(bytes), 0);
        }
    }

    @Test
    void readsAndWritesTheSegmentThatIsKnownToBeGood() throws Exception {
        byte[] good = resource("segment.hex");
        SimulatedDisk disk = new SimulatedDisk(1);
        write(disk, SegmentHeader.name(1), good);
        write(disk, CleanEnd.NAME, resource("head.hex"));
        LogVerify.Report report = LogVerify.run(disk, DIRECTORY, (d, t) -> {});
        assertEquals(List.of(), report.damages());
        assertEquals(3, report.head().position());
        List<CommitBlock> blocks;
        try (ReadOnlyFileLog log = ReadOnlyFileLog.open(disk, DIRECTORY)) {
            assertEquals(3, log.position());
            blocks = Script.read(log);
        }

        SimulatedDisk own = new SimulatedDisk(2);
        CommitBlock root = blocks.getFirst();
        FileLogOptions options =
                Script.OPTIONS.withClock(
                        () -> Instant.ofEpochSecond(root.recordedAtMicros() / 1_000_000));
        try (FileLog log = FileLog.create(own, DIRECTORY, root.origin(), options)) {
            log.append(0, blocks.get(1));
        }
        byte[] written = own.bytes(DIRECTORY.resolve(SegmentHeader.name(1)));
        assertArrayEquals(Arrays.copyOf(good, written.length), written);
        assertArrayEquals(resource("head.hex"), own.bytes(DIRECTORY.resolve(CleanEnd.NAME)));
    }

    @Test
    void countsWhatIsInALog() throws Exception {
        Script script = new Script(120);
        SimulatedDisk disk = new SimulatedDisk(3);
        script.run(disk);
        LogStat stat = LogStat.of(disk, DIRECTORY);
        List<CommitBlock> blocks = script.blocks();
        assertEquals(blocks.size(), stat.blocks());
        assertEquals(blocks.getLast().lastPosition(), stat.events());
        assertEquals(Log.Head.of(blocks.getLast()), stat.head());
        assertEquals(blocks.getFirst().recordedAtMicros(), stat.firstRecordedAtMicros());
        long bytes = blocks.stream().mapToLong(CommitBlock::lengthBytes).sum();
        assertEquals(bytes, stat.blockBytes());
        assertEquals((double) bytes / stat.events(), stat.bytesPerEvent());
        assertEquals(bytes + 80L * stat.segments().size(), stat.fileBytes());
        LogStat.SegmentStat second = stat.segments().get(1);
        assertEquals(SegmentHeader.name(second.firstPosition()), second.name());
        assertEquals(second.blockBytes() + 80, second.fileBytes());
        assertEquals(
                stat.segments().get(2).firstPosition(), second.firstPosition() + second.events());
        assertTrue(second.blocks() > 0);
        assertThrows(NoSuchLog.class, () -> LogStat.of(disk, Path.of("/nothing")));

        disk.flip(DIRECTORY.resolve(second.name()), 200, 1);
        CorruptLog e = assertThrows(CorruptLog.class, () -> LogStat.of(disk, DIRECTORY));
        assertEquals(DIRECTORY.resolve(second.name()).toString(), e.file());
    }

    @Test
    void countsNoBytesPerEventInANewLog() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(3);
        FileLog.create(disk, DIRECTORY, Script.ORIGIN, Script.OPTIONS).close();
        assertEquals(0, LogStat.of(disk, DIRECTORY).bytesPerEvent());
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(3);
        FileLogOptions options = Script.OPTIONS.withSegmentBytes(3_000_000);
        try (FileLog log = FileLog.create(disk, DIRECTORY, Script.ORIGIN, options)) {
            Blocks blocks = new Blocks(1);
            for (int i = 0; i < 9; i++) {
                log.append(log.position(), blocks.largestAfter(log.head()));
            }
        }
        List<Long> told = new ArrayList<>();
        LogVerify.Report report =
                LogVerify.run(
                        disk,
                        DIRECTORY,
                        (done, total) -> {
                            assertTrue(done <= total);
                            told.add(done);
                        });
        assertEquals(told.stream().sorted().toList(), told);
        assertTrue(told.size() >= 4 && told.size() <= 9);
        assertEquals(report.bytes(), told.getLast());
        assertEquals(9, report.events());
        assertEquals(10, report.blocks());
    }

    @Test
    void findsEveryDamageAndGoesOn() throws Exception {
        Script script = new Script(120);
        SimulatedDisk disk = new SimulatedDisk(3);
        script.run(disk);
        List<LogStat.SegmentStat> segments = LogStat.of(disk, DIRECTORY).segments();
        for (LogStat.SegmentStat segment : segments) {
            disk.flip(DIRECTORY.resolve(segment.name()), 300, 1);
        }
        LogVerify.Report report = LogVerify.run(disk, DIRECTORY, (d, t) -> {});
        for (LogStat.SegmentStat segment : segments) {
            String file = DIRECTORY.resolve(segment.name()).toString();
            assertTrue(report.damages().stream().anyMatch(d -> d.file().equals(file)));
        }
        assertTrue(report.blocks() > script.blocks().size() - 2 * segments.size());
        assertEquals(Log.Head.of(script.blocks().getLast()), report.head());
    }

    @Test
    void tellsATornTailFromDamage() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(3);
        Log log = FileLog.create(disk, DIRECTORY, Script.ORIGIN, Script.OPTIONS);
        SimulatedDisk after = disk.crash();
        Path file = DIRECTORY.resolve(SegmentHeader.name(1));
        long end = after.bytes(file).length;
        try (DiskFile f = after.open(file, Disk.Mode.WRITE)) {
            f.writeFully(ByteBuffer.wrap(new byte[] {'A', 'L', 'C', 'B', 1, 0}), end);
        }
        LogVerify.Report report = LogVerify.run(after, DIRECTORY, (d, t) -> {});
        assertEquals(List.of(), report.damages());
        assertEquals(end, report.unfinished().orElseThrow().offset());
        assertEquals(log.head(), report.head());
        assertThrows(
                NoSuchLog.class, () -> LogVerify.run(after, Path.of("/nothing"), (d, t) -> {}));
    }
}
