package alchemist.logfile;

import static alchemist.logfile.Script.DIRECTORY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.BlockParser;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.log.IoFailure;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.LogFull;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.disk.SimulatedDisk.Failure;
import alchemist.testkit.log.Blocks;
import alchemist.testkit.log.MemoryLog;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A copy is a prefix of its log, whatever happens while it is made. */
final class LogCopyTest {
    private static final Path COPY = Path.of("/copies/w1");
    private static final long SEGMENT_BYTES = 4096;

    /** Of segments so large the last one is small, and is written again with what is new. */
    private static final long SMALL_IN = 1 << 20;

    private static final List<CommitBlock> BLOCKS = new Script(60).blocks();
    private static final List<Hash> HASHES = hashes(BLOCKS);

    private MemoryLog log = new MemoryLog(Script.ORIGIN, 0);

    @BeforeEach
    void aLogOfOneBlock() {
        log = new MemoryLog(Script.ORIGIN, BLOCKS.getFirst().recordedAtMicros());
    }

    private void appendUpTo(int blocks) throws LogException {
        for (CommitBlock block : BLOCKS.subList(1, blocks)) {
            if (block.firstPosition() > log.position()) {
                log.append(log.position(), block);
            }
        }
    }

    private LogCopy.Result copy(SimulatedDisk disk) throws Exception {
        return LogCopy.run(log, disk, COPY, log.position(), SEGMENT_BYTES);
    }

    private static List<Hash> read(SimulatedDisk disk) throws LogException {
        try (ReadOnlyFileLog copy = ReadOnlyFileLog.open(disk, COPY)) {
            assertEquals(List.of(), copy.findings());
            return hashes(Script.read(copy));
        }
    }

    private static List<Hash> hashes(List<CommitBlock> blocks) {
        return blocks.stream().map(CommitBlock::hash).toList();
    }

    private static void assertWhole(SimulatedDisk disk, int blocks) throws LogException {
        assertEquals(HASHES.subList(0, blocks), read(disk));
        LogVerify.Report report = LogVerify.run(disk, COPY, (_, _) -> {});
        assertEquals(List.of(), report.damages());
        assertTrue(report.unfinished().isEmpty());
    }

    @Test
    void growsWithItsLog() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(1);
        assertEquals(null, copy(disk).before());
        assertWhole(disk, 1);
        for (int blocks = 1; blocks <= BLOCKS.size(); blocks += 4) {
            appendUpTo(blocks);
            LogCopy.Result result = copy(disk);
            assertEquals(log.head(), result.head());
            assertTrue(result.isPrefix());
            assertWhole(disk, blocks);
            long calls = disk.calls();
            assertEquals(log.head(), copy(disk).before());
            assertEquals(calls, disk.calls(), "nothing new, nothing written");
        }
        assertTrue(LogStat.of(disk, COPY).segments().size() > 5);
    }

    @Test
    void hasSegmentsThatAreLongerThanWhatIsWrittenAtOnce() throws Exception {
        Blocks blocks = new Blocks(3);
        for (int i = 0; i < 7; i++) {
            log.append(
                    log.position(),
                    i % 3 == 1 ? blocks.after(log.head(), 5) : blocks.largestAfter(log.head()));
        }
        SimulatedDisk disk = new SimulatedDisk(1);
        LogCopy.run(log, disk, COPY, log.position(), 64 << 20);

        assertEquals(1, LogStat.of(disk, COPY).segments().size());
        assertEquals(hashes(Script.read(log)), read(disk.crash()));
    }

    @Test
    void isAPrefixWhereverTheProcessOrThePowerFails() throws Exception {
        SimulatedDisk counting = new SimulatedDisk(0);
        appendUpTo(20);
        copy(counting);
        long first = counting.calls();
        appendUpTo(BLOCKS.size());
        copy(counting);
        for (long call = first + 1; call <= counting.calls(); call++) {
            aLogOfOneBlock();
            appendUpTo(20);
            SimulatedDisk disk = new SimulatedDisk(call);
            copy(disk);
            appendUpTo(BLOCKS.size());
            disk.crashAtCall(call);
            assertThrows(IoFailure.class, () -> copy(disk));
            SimulatedDisk after = disk.crash();
            List<Hash> left = read(after);
            assertTrue(left.size() >= 20, "the old copy is good");
            assertEquals(HASHES.subList(0, left.size()), left);
            copy(after);
            assertWhole(after, BLOCKS.size());
            assertTrue(after.list(COPY).stream().noneMatch(name -> name.endsWith(".new")));
        }
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void isAPrefixWhicheverCallFails(Failure how) throws Exception {
        SimulatedDisk counting = new SimulatedDisk(0);
        appendUpTo(BLOCKS.size());
        copy(counting);
        for (long call = 1; call <= counting.calls(); call++) {
            SimulatedDisk disk = new SimulatedDisk(call);
            disk.failAtCall(call, how);
            try {
                copy(disk);
            } catch (IoFailure | LogFull e) {
                assertFalse(how == Failure.SHORT, e::toString);
                copy(disk);
            }
            assertWhole(disk.crash(), BLOCKS.size());
        }
    }

    @Test
    void endsWithACommandThatIsWanted() throws Exception {
        appendUpTo(BLOCKS.size());
        for (CommitBlock block : BLOCKS.subList(1, 12)) {
            for (long p = block.firstPosition(); p <= block.lastPosition(); p++) {
                SimulatedDisk disk = new SimulatedDisk(p);
                LogCopy.Result result = LogCopy.run(log, disk, COPY, p, SEGMENT_BYTES);
                assertEquals(p, result.head().position());
                assertEquals(p == block.lastPosition(), result.isPrefix());
                List<Hash> blocks = read(disk);
                int last = blocks.size() - 1;
                assertEquals(HASHES.subList(0, last), blocks.subList(0, last));
                assertEquals(List.of(), LogVerify.run(disk, COPY, (_, _) -> {}).damages());
            }
        }
    }

    @Test
    void doesNotEndInsideACommand() throws Exception {
        log.append(0, new Blocks(1).after(log.head(), 5));
        SimulatedDisk disk = new SimulatedDisk(1);
        IllegalArgumentException inside =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> LogCopy.run(log, disk, COPY, 3, SEGMENT_BYTES));
        assertTrue(String.valueOf(inside.getMessage()).contains("the one before ends at 0"));
        IllegalArgumentException beyond =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> LogCopy.run(log, disk, COPY, 6, SEGMENT_BYTES));
        assertTrue(String.valueOf(beyond.getMessage()).contains("before 6"));
    }

    @Test
    void isLeftAsItIsWhenItIsOfAnotherLogOrHasMore() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(1);
        appendUpTo(30);
        copy(disk);
        long end = log.position();

        log = new MemoryLog(Origin.root(new WorkspaceId(9, 9)), 0);
        refuses(disk, "another log");
        aLogOfOneBlock();
        appendUpTo(10);
        refuses(disk, "it has more than the log");
        Blocks other = new Blocks(5);
        while (log.position() < end) {
            log.append(
                    log.position(),
                    other.after(log.head(), (int) Math.min(3, end - log.position())));
        }
        refuses(disk, "another block at position " + end);
        log.append(log.position(), other.after(log.head(), 2));
        refuses(disk, "");
        assertWhole(disk, 30);
    }

    /**
     * No block of the log ends where the copy does, so there is none whose hash could be compared.
     */
    @Test
    void isLeftAsItIsWhenABlockOfAnotherHistoryGoesOverItsEnd() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(1);
        appendUpTo(30);
        LogCopy.run(log, disk, COPY, log.position(), SMALL_IN);
        long end = log.position();
        aLogOfOneBlock();
        appendUpTo(28);
        log.append(
                log.position(), new Blocks(5).after(log.head(), (int) (end - log.position()) + 2));
        LogCopy.NotOfThisLog refusal =
                assertThrows(
                        LogCopy.NotOfThisLog.class,
                        () -> LogCopy.run(log, disk, COPY, log.position(), SMALL_IN));
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("another block at position " + end),
                refusal.getMessage());
        assertWhole(disk, 30);
    }

    @Test
    void hasAllThatItHadWhenItsLogDoesNotReachWhatIsWanted() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(1);
        appendUpTo(30);
        long end = log.position();
        LogCopy.run(log, disk, COPY, end, SMALL_IN);
        aLogOfOneBlock();
        appendUpTo(28);
        for (long until : new long[] {end + 1, end + 9}) {
            IllegalArgumentException refusal =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> LogCopy.run(log, disk, COPY, until, SMALL_IN));
            assertTrue(String.valueOf(refusal.getMessage()).contains("the log ends with"));
        }
        assertWhole(disk, 30);
    }

    @Test
    void saysTheSameAgainWhereItEndsInTheMiddleOfABlock() throws Exception {
        appendUpTo(BLOCKS.size());
        CommitBlock block = BLOCKS.get(20);
        for (long p = block.firstPosition() - 1; p <= block.lastPosition(); p++) {
            SimulatedDisk disk = new SimulatedDisk(p);
            LogCopy.Result made = LogCopy.run(log, disk, COPY, p, SEGMENT_BYTES);
            long calls = disk.calls();
            LogCopy.Result again = LogCopy.run(log, disk, COPY, p, SEGMENT_BYTES);
            assertEquals(new LogCopy.Result(made.head(), made.head(), made.isPrefix()), again);
            assertEquals(calls, disk.calls(), "nothing new, nothing written");
        }
    }

    @Test
    void goesOnWhereACommandInTheMiddleOfABlockEndedIt() throws Exception {
        appendUpTo(BLOCKS.size());
        CommitBlock block = BLOCKS.get(20);
        for (long p = block.firstPosition() - 1; p <= block.lastPosition(); p++) {
            SimulatedDisk disk = new SimulatedDisk(p);
            LogCopy.run(log, disk, COPY, p, SMALL_IN);
            LogCopy.Result result = LogCopy.run(log, disk, COPY, log.position(), SMALL_IN);
            assertEquals(log.head(), result.head());
            assertWhole(disk, BLOCKS.size());
        }
    }

    private void refuses(SimulatedDisk disk, String why) {
        LogCopy.NotOfThisLog refusal = assertThrows(LogCopy.NotOfThisLog.class, () -> copy(disk));
        assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
    }

    @Test
    void doesNotGoOnFromDamage() throws Exception {
        appendUpTo(40);
        SimulatedDisk good = new SimulatedDisk(1);
        copy(good);
        Path last = COPY.resolve(LogStat.of(good, COPY).segments().getLast().name());
        int length = good.bytes(last).length;
        appendUpTo(BLOCKS.size());
        for (int offset = 0; offset < length; offset++) {
            SimulatedDisk disk = good.crash();
            good = disk.crash();
            disk = good.crash();
            disk.flip(last, offset, 0x10);
            SimulatedDisk damaged = disk;
            CorruptLog damage = assertThrows(CorruptLog.class, () -> copy(damaged));
            assertEquals(last.toString(), damage.file(), "byte " + offset);
        }
    }

    @Test
    void doesNotGoOnBehindBytesThatNoCopyEndsWith() throws Exception {
        appendUpTo(40);
        SimulatedDisk disk = new SimulatedDisk(1);
        copy(disk);
        Path last = COPY.resolve(LogStat.of(disk, COPY).segments().getLast().name());
        int end = disk.bytes(last).length;
        try (DiskFile file = disk.open(last, Disk.Mode.WRITE)) {
            file.writeFully(ByteBuffer.wrap(new byte[] {'A', 'L', 'C', 'B', 1}), end);
        }
        appendUpTo(BLOCKS.size());
        CorruptLog damage = assertThrows(CorruptLog.class, () -> copy(disk));
        assertEquals(last.toString(), damage.file());
        assertEquals(end, damage.offset());
    }

    @Test
    void leavesNoFileOpenWhetherItIsMadeOrNot() throws Exception {
        appendUpTo(BLOCKS.size());
        boolean failed = true;
        for (long call = 1; failed; call += 3) {
            SimulatedDisk disk = new SimulatedDisk(call);
            WatchedDisk watched = new WatchedDisk(disk, call);
            try {
                LogCopy.run(log, watched, COPY, log.position(), SEGMENT_BYTES);
            } catch (IoFailure e) {
                assertTrue(watched.hasFailed());
            }
            failed = watched.hasFailed();
            assertEquals(0, watched.open(), "call " + call);
            copy(disk);
            assertWhole(disk, BLOCKS.size());
        }
    }

    /** Its checksum is right, and its hash: they say nothing of a record that never was so. */
    @Test
    void takesNoBlockWhoseRecordsDoNotLeadToItsMerkleRoot() throws Exception {
        appendUpTo(10);
        CommitBlock block = BLOCKS.get(10);
        byte[] bytes = block.bytes().clone();
        bytes[bytes.length - CommitBlock.TRAILER_BYTES - 1] ^= 1;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - 8);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length - 8, (int) crc.getValue());
        log.append(log.position(), new BlockParser().parse(bytes));
        SimulatedDisk disk = new SimulatedDisk(1);
        CorruptLog damage = assertThrows(CorruptLog.class, () -> copy(disk));
        assertTrue(damage.reason().contains("position " + block.firstPosition()), damage::reason);
        assertTrue(damage.reason().contains("Merkle root"), damage::reason);
    }

    @Test
    void hasSegmentsThatAreNoLongerThanTheyMayBe() throws Exception {
        appendUpTo(BLOCKS.size());
        SimulatedDisk disk = new SimulatedDisk(1);
        copy(disk);
        for (LogStat.SegmentStat segment : LogStat.of(disk, COPY).segments()) {
            assertTrue(segment.blocks() == 1 || segment.fileBytes() <= SEGMENT_BYTES);
        }
    }

    @Test
    void findsNothingNewInALogOfOneEvent() throws Exception {
        log.append(0, new Blocks(1).after(log.head(), 1));
        SimulatedDisk disk = new SimulatedDisk(1);
        LogCopy.Result made = copy(disk);
        assertEquals(new LogCopy.Result(made.head(), log.head(), true), copy(disk));
    }

    @Test
    void saysWhereTheLogIsDamaged() throws Exception {
        SimulatedDisk source = new SimulatedDisk(1);
        new Script(60).run(source);
        String segment = LogStat.of(source, DIRECTORY).segments().get(2).name();
        source.flip(DIRECTORY.resolve(segment), 300, 1);
        SimulatedDisk disk = new SimulatedDisk(2);
        try (Log damaged = ReadOnlyFileLog.open(source, DIRECTORY)) {
            CorruptLog damage =
                    assertThrows(
                            CorruptLog.class,
                            () ->
                                    LogCopy.run(
                                            damaged,
                                            disk,
                                            COPY,
                                            damaged.position(),
                                            SEGMENT_BYTES));
            assertEquals(DIRECTORY.resolve(segment).toString(), damage.file());
        }
    }
}
