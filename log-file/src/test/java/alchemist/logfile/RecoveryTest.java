package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.LogReadOnly;
import alchemist.log.NewerFormat;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.log.Blocks;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** What is a torn tail, and what is damage. Files are changed by hand. */
final class RecoveryTest {
    private static final Path DIRECTORY = Script.DIRECTORY;
    private static final Path FIRST = DIRECTORY.resolve(SegmentHeader.name(1));
    private static final FileLogOptions OPTIONS =
            Script.OPTIONS.withSegmentBytes(1 << 20).withPreallocateBytes(4096);

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final Blocks blocks = new Blocks(9);

    /** Five appends in one segment, and no closing. */
    private Log.Head fiveBlocks() throws LogException {
        return appended(disk, 5, 3);
    }

    private Log.Head appended(Disk on, int appends, int events) throws LogException {
        FileLog log = FileLog.create(on, DIRECTORY, Script.ORIGIN, OPTIONS);
        for (int i = 0; i < appends; i++) {
            log.append(log.position(), blocks.after(log.head(), events));
        }
        return log.head();
    }

    private static void write(SimulatedDisk disk, Path file, long offset, byte[] bytes)
            throws Exception {
        try (DiskFile f = disk.open(file, Disk.Mode.WRITE)) {
            f.writeFully(ByteBuffer.wrap(bytes), offset);
            f.force(true);
        }
    }

    private static FileLog open(SimulatedDisk disk) throws LogException {
        return FileLog.open(disk, DIRECTORY, OPTIONS);
    }

    private static long endOfBlocks(SimulatedDisk disk) throws LogException {
        return 80 + LogStat.of(disk, DIRECTORY).blockBytes();
    }

    @Test
    void cutsATornBlockOffAndKeepsItAside() throws Exception {
        Log.Head head = fiveBlocks();
        long end = endOfBlocks(disk);
        byte[] torn = blocks.after(head, 9).bytes();
        torn = Arrays.copyOf(torn, torn.length - 41);
        SimulatedDisk after = disk.crash();
        write(after, FIRST, end, torn);
        try (FileLog log = open(after)) {
            TornTail tail = log.tornTail().orElseThrow();
            assertEquals(
                    new TornTail(FIRST.getFileName() + "", end, torn.length, tail.keptIn()), tail);
            assertArrayEquals(torn, after.bytes(DIRECTORY.resolve(tail.keptIn())));
            assertEquals(head, log.head());
            assertTrue(log.damage().isEmpty());
            assertEquals(end, after.bytes(FIRST).length, "before anything is appended");
            log.append(head.position(), blocks.after(head, 2));
        }
        try (FileLog log = open(after.crash())) {
            assertEquals(head.position() + 2, log.position());
            assertTrue(log.tornTail().isEmpty());
        }
    }

    /** It is cut off the log the moment after. */
    @Test
    void keepsATornBlockOverAPowerCut() throws Exception {
        Log.Head head = fiveBlocks();
        long end = endOfBlocks(disk);
        byte[] block = blocks.after(head, 9).bytes();
        byte[] torn = Arrays.copyOf(block, block.length - 41);
        for (int seed = 0; seed < 20; seed++) {
            SimulatedDisk after = disk.copy();
            write(after, FIRST, end, torn);
            TornTail tail = open(after).tornTail().orElseThrow();
            SimulatedDisk again = after.crash();
            assertArrayEquals(torn, again.bytes(DIRECTORY.resolve(tail.keptIn())));
            assertEquals(head, open(again).head());
        }
    }

    @Test
    void noticesThatItWasClosedWithAnotherBlock() throws Exception {
        Log.Head head = fiveBlocks();
        Hash other = Hash.parse("ab".repeat(32));
        for (CleanEnd closed :
                List.of(
                        new CleanEnd(head.position(), other),
                        new CleanEnd(head.position() + 1, other),
                        new CleanEnd(head.position() + 1, head.hash()))) {
            SimulatedDisk after = disk.copy();
            closed.write(new LogDirectory(after, DIRECTORY));
            try (FileLog log = open(after)) {
                assertTrue(log.damage().orElseThrow().reason().contains("was closed with"));
                assertEquals(head, log.head());
            }
            assertTrue(!LogVerify.run(after, DIRECTORY, (_, _) -> {}).damages().isEmpty());
        }
    }

    @Test
    void keepsTornBlocksOfTheSamePlaceApart() throws Exception {
        Log.Head head = fiveBlocks();
        long end = endOfBlocks(disk);
        SimulatedDisk after = disk;
        for (int i = 1; i <= 3; i++) {
            after = after.crash();
            write(after, FIRST, end, new byte[] {'A', 'L', (byte) i});
            FileLog log = open(after);
            assertEquals(head, log.head());
            byte[] kept = after.bytes(DIRECTORY.resolve(log.tornTail().orElseThrow().keptIn()));
            assertArrayEquals(new byte[] {'A', 'L', (byte) i}, kept);
        }
    }

    @Test
    void takesADamagedBlockThatOthersFollowForDamage() throws Exception {
        fiveBlocks();
        SimulatedDisk after = disk.crash();
        byte[] bytes = after.bytes(FIRST);
        int end = (int) endOfBlocks(after);
        int last = end - ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end - 4);
        int first = 80 + Script.read(open(after)).getFirst().lengthBytes();
        for (int offset = first; offset < end; offset++) {
            after.flip(FIRST, offset, 0x10);
            if (offset >= last) {
                // Nothing tells the last block from one that was never acknowledged.
                Recovery torn = Recovery.of(new LogDirectory(after, DIRECTORY));
                assertEquals(null, torn.damage());
                assertTrue(torn.tornBytes() > 0);
            } else {
                Recovery damaged = Recovery.of(new LogDirectory(after, DIRECTORY));
                CorruptLog damage = damaged.damage();
                assertTrue(damage != null && damage.offset() <= offset, "at " + offset);
            }
            after.flip(FIRST, offset, 0x10);
        }
    }

    @Test
    void appendsNothingToALogThatIsDamaged() throws Exception {
        Log.Head head = fiveBlocks();
        SimulatedDisk after = disk.crash();
        after.flip(FIRST, 400, 1);
        byte[] before = after.bytes(FIRST);
        try (FileLog log = open(after)) {
            assertTrue(log.readOnly());
            CommitBlock block = blocks.after(log.head(), 1);
            LogReadOnly e =
                    assertThrows(LogReadOnly.class, () -> log.append(log.position(), block));
            assertTrue(String.valueOf(e.getMessage()).contains("is damaged at byte"));
            assertTrue(log.position() < head.position());
        }
        assertArrayEquals(before, after.bytes(FIRST));
    }

    @Test
    void isNotMisledByABlockInsideAnEventOfATornBlock() throws Exception {
        Log.Head head = fiveBlocks();
        long end = endOfBlocks(disk);
        // Somebody's data happens to be a block that could come later in this very log.
        CommitBlock inner = blocks.after(new Log.Head(90, head.hash(), head.recordedAtMicros()), 1);
        BlockBuilder builder = new BlockBuilder(20_000);
        builder.begin(head.position() + 1, head.hash(), 1);
        builder.command(new byte[1], 0, 1);
        builder.event(inner.bytes(), 0, inner.lengthBytes());
        builder.event(new byte[3000], 0, 3000);
        byte[] outer = builder.seal(head.recordedAtMicros()).bytes();
        SimulatedDisk after = disk.crash();
        write(after, FIRST, end, Arrays.copyOf(outer, outer.length - 100));
        LogVerify.Report report = LogVerify.run(after, DIRECTORY, (_, _) -> {});
        assertEquals(List.of(), report.damages());
        assertEquals(end, report.unfinished().orElseThrow().offset());
        assertEquals(head, report.head());
        try (FileLog log = open(after)) {
            assertTrue(log.damage().isEmpty(), () -> log.damage().toString());
            assertTrue(log.tornTail().isPresent());
        }
    }

    @Test
    void takesMoreThanOneAppendCanLeaveForDamage() throws Exception {
        Log.Head head = appended(disk, 2, 3);
        long end = endOfBlocks(disk);
        SimulatedDisk after = disk.crash();
        write(after, FIRST, end + CommitBlock.MAX_BYTES, new byte[] {1});
        write(after, FIRST, end, new byte[] {1});
        try (FileLog log = open(after)) {
            assertEquals(end, log.damage().orElseThrow().offset());
            assertEquals(head, log.head());
        }
    }

    @Test
    void takesAWholeBlockThatDoesNotFollowForDamage() throws Exception {
        Log.Head head = fiveBlocks();
        long end = endOfBlocks(disk);
        Log.Head earlier = new Log.Head(head.position(), head.hash(), 1000);
        SimulatedDisk after = disk.crash();
        write(after, FIRST, end, blocks.after(earlier, 2).bytes());
        try (FileLog log = open(after)) {
            assertTrue(log.damage().orElseThrow().reason().contains("recorded"));
        }
    }

    /** The clock stood still: two blocks may have the same time. */
    @Test
    void takesABlockThatAnotherOfTheSameTimeFollowsForDamage() throws Exception {
        FileLog log = FileLog.create(disk, DIRECTORY, Script.ORIGIN, OPTIONS);
        long end = endOfBlocks(disk);
        BlockBuilder builder = new BlockBuilder(1024);
        for (int i = 0; i < 2; i++) {
            builder.begin(log.position() + 1, log.headHash(), 1);
            builder.command(new byte[1], 0, 1);
            builder.event(new byte[200], 0, 200);
            log.append(log.position(), builder.seal(log.head().recordedAtMicros()));
        }
        SimulatedDisk after = disk.crash();
        write(after, FIRST, end, new byte[110]); // a sector that was never written
        try (FileLog open = open(after)) {
            assertEquals(end, open.damage().orElseThrow().offset());
        }
    }

    /** Of another log, say: it cannot come later in this one, whatever its time is. */
    @Test
    void isNotMisledByABlockInsideATornBlockThatLostItsHeader() throws Exception {
        Log.Head head = fiveBlocks();
        long end = endOfBlocks(disk);
        long late = head.recordedAtMicros() + 1_000_000;
        CommitBlock inner = blocks.after(new Log.Head(3, head.hash(), late), 1);
        byte[] torn = new byte[200 + inner.lengthBytes()];
        System.arraycopy(inner.bytes(), 0, torn, 200, inner.lengthBytes());
        SimulatedDisk after = disk.crash();
        write(after, FIRST, end, torn);
        assertEquals(List.of(), LogVerify.run(after, DIRECTORY, (_, _) -> {}).damages());
        try (FileLog log = open(after)) {
            assertTrue(log.damage().isEmpty(), () -> log.damage().toString());
            assertEquals(head, log.head());
        }
    }

    /** It was written after the broken one, so that one had been acknowledged. */
    @Test
    void takesABlockForDamagedThatOneOfANewerFormatFollows() throws Exception {
        Log.Head head = fiveBlocks();
        long end = endOfBlocks(disk);
        CommitBlock broken = blocks.after(head, 2);
        byte[] newer = blocks.after(Log.Head.of(broken), 1).bytes().clone();
        newer[4] = 2;
        seal(newer, newer.length - 8);
        byte[] both = Arrays.copyOf(broken.bytes(), broken.lengthBytes() + newer.length);
        System.arraycopy(newer, 0, both, broken.lengthBytes(), newer.length);
        both[110] ^= 1;
        SimulatedDisk after = disk.crash();
        write(after, FIRST, end, both);
        CorruptLog damage = LogVerify.run(after, DIRECTORY, (_, _) -> {}).damages().getFirst();
        assertEquals(end, damage.offset());
        try (FileLog log = open(after)) {
            assertEquals(end, log.damage().orElseThrow().offset());
            assertEquals(head, log.head());
        }
    }

    @Test
    void refusesANewerFormatAndChangesNothing() throws Exception {
        Log.Head head = fiveBlocks();
        long end = endOfBlocks(disk);
        SimulatedDisk after = disk.crash();
        byte[] newer = blocks.after(head, 1).bytes().clone();
        newer[4] = 2;
        seal(newer, newer.length - 8);
        SimulatedDisk longer = after.copy();
        write(longer, FIRST, end, newer);
        assertNewer(longer);

        byte[] header = Arrays.copyOf(after.bytes(FIRST), 80);
        header[8] = 2;
        seal(header, 76);
        SimulatedDisk begun = after.copy();
        write(begun, FIRST, 0, header);
        assertNewer(begun);

        SimulatedDisk closed = disk.copy();
        new CleanEnd(head.position(), head.hash()).write(new LogDirectory(closed, DIRECTORY));
        byte[] witness = closed.bytes(DIRECTORY.resolve(CleanEnd.NAME));
        witness[8] = 2;
        seal(witness, 60);
        write(closed, DIRECTORY.resolve(CleanEnd.NAME), 0, witness);
        assertNewer(closed);
    }

    private static void seal(byte[] bytes, int at) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, at);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, (int) crc.getValue());
    }

    private static void assertNewer(SimulatedDisk disk) throws Exception {
        byte[] before = disk.bytes(FIRST);
        NewerFormat e = assertThrows(NewerFormat.class, () -> open(disk));
        assertTrue(String.valueOf(e.getMessage()).contains("written by a newer version"));
        assertThrows(NewerFormat.class, () -> ReadOnlyFileLog.open(disk, DIRECTORY));
        assertThrows(NewerFormat.class, () -> LogVerify.run(disk, DIRECTORY, (d, t) -> {}));
        assertArrayEquals(before, disk.bytes(FIRST));
    }

    @Test
    void noticesMissingSegments() throws Exception {
        Script script = new Script(60);
        SimulatedDisk closed = new SimulatedDisk(4);
        script.run(closed);
        List<String> names = Segments.names(new LogDirectory(closed, DIRECTORY));
        assertTrue(names.size() > 4);
        for (int i = 0; i < names.size(); i++) {
            SimulatedDisk damaged = new SimulatedDisk(4);
            script.run(damaged);
            damaged.delete(DIRECTORY.resolve(names.get(i)));
            assertTrue(!LogVerify.run(damaged, DIRECTORY, (d, t) -> {}).damages().isEmpty());
            if (i == 0) {
                assertThrows(CorruptLog.class, () -> open(damaged));
                continue;
            }
            try (FileLog log = open(damaged)) {
                assertTrue(log.damage().isPresent(), "without " + names.get(i));
                long position = SegmentHeader.position(names.get(i)) - 1;
                assertEquals(position, log.position());
                assertEquals(log.head(), Log.Head.of(Script.read(log).getLast()));
            }
        }
    }

    @Test
    void noticesASegmentOfAnotherWorkspaceOrName() throws Exception {
        Script script = new Script(60);
        SimulatedDisk closed = new SimulatedDisk(4);
        script.run(closed);
        List<String> names = Segments.names(new LogDirectory(closed, DIRECTORY));
        Path second = DIRECTORY.resolve(names.get(1));
        byte[] header = Arrays.copyOf(closed.bytes(second), 80);
        byte[] other = header.clone();
        other[16] ^= 1;
        seal(other, 76);
        write(closed, second, 0, other);
        assertDamage(closed, second, "another workspace");
        byte[] misnamed = header.clone();
        misnamed[32] ^= 1;
        seal(misnamed, 76);
        write(closed, second, 0, misnamed);
        assertDamage(closed, second, "is named");
        byte[] swapped = header.clone();
        swapped[41] ^= 1;
        seal(swapped, 76);
        write(closed, second, 0, swapped);
        assertDamage(closed, second, "perhaps a file between");
        byte[] foreign = header.clone();
        foreign[7] = '2';
        seal(foreign, 76);
        write(closed, second, 0, foreign);
        assertDamage(closed, second, "does not begin with 'ALCHSEG1'");
        try (DiskFile file = closed.open(second, Disk.Mode.WRITE)) {
            file.truncate(79);
        }
        assertDamage(closed, second, "shorter");
    }

    private static void assertDamage(SimulatedDisk disk, Path file, String reason)
            throws Exception {
        try (ReadOnlyFileLog log = ReadOnlyFileLog.open(disk, DIRECTORY)) {
            CorruptLog damage = log.damage().orElseThrow();
            assertEquals(file.toString(), damage.file());
            assertTrue(damage.reason().contains(reason), damage::reason);
        }
        CorruptLog first = LogVerify.run(disk, DIRECTORY, (d, t) -> {}).damages().getFirst();
        assertEquals(file.toString(), first.file());
        assertTrue(first.reason().contains(reason), first::reason);
    }

    @Test
    void passesOverFilesThatAreNamedAlmostLikeASegment() throws Exception {
        Log.Head head = fiveBlocks();
        List<String> others =
                List.of(
                        "1.alog",
                        "0000000000000000000x.alog",
                        "0000000000000000000 .alog",
                        "00000000000000000001.blog",
                        "09223372036854775808.alog",
                        "99999999999999999999.alog");
        SimulatedDisk after = disk.crash();
        for (String other : others) {
            after.open(DIRECTORY.resolve(other), Disk.Mode.CREATE).close();
        }
        try (FileLog log = open(after)) {
            assertEquals(head, log.head());
            assertTrue(log.damage().isEmpty());
        }
        assertTrue(after.list(DIRECTORY).containsAll(others));
    }

    @Test
    void removesWhatWasNeverFinished() throws Exception {
        fiveBlocks();
        SimulatedDisk after = disk.crash();
        Path unfinished = DIRECTORY.resolve(SegmentHeader.name(99) + ".new");
        after.open(unfinished, Disk.Mode.CREATE).close();
        open(after).close();
        assertTrue(!after.exists(unfinished));
    }
}
