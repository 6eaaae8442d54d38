package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.BlockBuilder;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Finding;
import alchemist.log.LogException;
import alchemist.log.LogFull;
import alchemist.log.LogLocked;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.log.Blocks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a caller may and may not do with a log, beside the contract of all logs. */
final class FileLogUseTest {
    private static final Path OWNER = Script.DIRECTORY.resolve(Owner.NAME);

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final Blocks blocks = new Blocks(1);

    private FileLog create() throws LogException {
        return FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS);
    }

    private FileLog open() throws LogException {
        return FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS);
    }

    @Test
    void refusesToAppendOnceItIsClosed() throws Exception {
        FileLog log = create();
        CommitBlock block = blocks.after(log.head(), 1);
        log.close();
        log.close();
        assertThrows(IllegalStateException.class, () -> log.append(0, block));
        assertEquals(Script.DIRECTORY, log.directory());
    }

    @Test
    void refusesToReadWithACursorThatIsClosed() throws Exception {
        try (FileLog log = create()) {
            BlockCursor cursor = log.read(0);
            assertNotNull(cursor.next());
            cursor.close();
            assertThrows(IllegalStateException.class, cursor::next);
        }
    }

    @Test
    void namesItsOwnerToWhoeverComesSecond() throws Exception {
        try (FileLog log = create()) {
            LogLocked e = assertThrows(LogLocked.class, this::open);
            assertEquals(ProcessHandle.current().pid(), e.pid());
            assertEquals(Script.OPTIONS.clock().instant(), e.since());
            assertFalse(e.host().isBlank());
            assertThrows(LogLocked.class, this::create);
            assertEquals(0, log.position());
        }
        open().close();
    }

    @Test
    void isLockedEvenWhenNobodyCanReadWhoseItIs() throws Exception {
        try (FileLog log = create();
                DiskFile owner = disk.open(OWNER, Disk.Mode.WRITE)) {
            owner.truncate(0);
            String nonsense = "pid=seven\nsince=yesterday\n";
            owner.writeFully(ByteBuffer.wrap(nonsense.getBytes(StandardCharsets.US_ASCII)), 0);
            LogLocked e = assertThrows(LogLocked.class, this::open);
            assertEquals(0, e.pid());
            assertEquals(Instant.EPOCH, e.since());
            disk.delete(OWNER);
            assertTrue(
                    String.valueOf(assertThrows(LogLocked.class, this::open).getMessage())
                            .contains("unknown"));
            assertEquals(0, log.position());
        }
    }

    @Test
    void isOpenedAndClosedOnAFullDisk() throws Exception {
        create().close();
        disk.capacityBytes(disk.usedBytes());
        try (FileLog log = open()) {
            CommitBlock block = blocks.largestAfter(log.head());
            assertThrows(LogFull.class, () -> log.append(0, block));
        }
        disk.delete(OWNER);
        disk.capacityBytes(disk.usedBytes());
        open().close();
        open().close();
    }

    @Test
    void ignoresAWitnessThatIsNotWhole() throws Exception {
        create().close();
        Path head = Script.DIRECTORY.resolve(CleanEnd.NAME);
        try (DiskFile file = disk.open(head, Disk.Mode.WRITE)) {
            file.truncate(63);
        }
        try (FileLog log = open()) {
            assertTrue(log.damage().isEmpty());
        }
    }

    @Test
    void ignoresAWitnessInWhichAnyByteIsWrong() throws Exception {
        create().close();
        Path head = Script.DIRECTORY.resolve(CleanEnd.NAME);
        for (int offset = 0; offset < CleanEnd.BYTES; offset++) {
            SimulatedDisk damaged = disk.copy();
            damaged.flip(head, offset, 1 << (offset % 8));
            try (FileLog log = FileLog.open(damaged, Script.DIRECTORY, Script.OPTIONS)) {
                assertEquals(List.of(), log.findings(), "byte " + offset);
            }
        }
    }

    @Test
    void leavesNoZerosBehindWhenItIsClosed() throws Exception {
        Path file = Script.DIRECTORY.resolve(SegmentHeader.name(1));
        int end;
        try (FileLog log = create()) {
            CommitBlock block = blocks.after(log.head(), 1);
            log.append(0, block);
            end = SegmentHeader.BYTES + Script.read(log).getFirst().lengthBytes();
            end += block.lengthBytes();
            assertTrue(disk.bytes(file).length > end, "filled ahead");
        }
        assertEquals(end, disk.bytes(file).length);
    }

    @Test
    void isReadOverSegmentsThatWereBegunSinceItWasOpened() throws Exception {
        Script script = new Script(60);
        try (FileLog log = create();
                BlockCursor follower = log.read(0)) {
            CommitBlock root = follower.next();
            assertNotNull(root);
            for (CommitBlock block : script.blocks().subList(1, 61)) {
                log.append(log.position(), block);
                CommitBlock next = follower.next();
                assertNotNull(next);
                assertEquals(block.hash(), next.hash());
            }
            assertTrue(Segments.names(new LogDirectory(disk, Script.DIRECTORY)).size() > 5);
            for (CommitBlock block : script.blocks().subList(2, 61)) {
                try (BlockCursor cursor = log.read(block.firstPosition() - 1)) {
                    CommitBlock next = cursor.next();
                    assertNotNull(next);
                    assertEquals(block.hash(), next.hash());
                }
            }
        }
    }

    /** A block that is longer than a segment has one of its own. */
    @Test
    void hasSegmentsThatAreFullAndNoLongerThanTheyMayBe() throws Exception {
        try (FileLog log = create()) {
            for (CommitBlock block : new Script(60).blocks().subList(1, 61)) {
                log.append(log.position(), block);
            }
        }
        List<LogStat.SegmentStat> segments = LogStat.of(disk, Script.DIRECTORY).segments();
        for (LogStat.SegmentStat segment : segments) {
            assertTrue(segment.blocks() == 1 || segment.fileBytes() <= 4096, segment::toString);
            assertTrue(segment.blocks() > 0, segment::toString);
        }
    }

    @Test
    void fillsASegmentToItsLastByte() throws Exception {
        try (FileLog log = create()) {
            long end = Script.endOfBlocks(log);
            BlockBuilder builder = new BlockBuilder(6000);
            builder.begin(1, log.headHash(), 1);
            builder.command(new byte[0], 0, 0);
            int rest = (int) (4096 - end) - builder.lengthBytes() - 3;
            assertTrue(builder.event(new byte[rest], 0, rest));
            log.append(0, builder.seal(log.head().recordedAtMicros()));
            LogStat stat = LogStat.of(disk, Script.DIRECTORY);
            assertEquals(1, stat.segments().size());
            assertEquals(4096, SegmentHeader.BYTES + stat.blockBytes());
        }
    }

    /** So most appends neither lengthen the file nor allocate anything in it. */
    @Test
    void isFilledAheadAStepAtATime() throws Exception {
        for (int seed = 0; seed < 2; seed++) { // with sectors and without
            SimulatedDisk own = new SimulatedDisk(seed);
            Path file = Script.DIRECTORY.resolve(SegmentHeader.name(1));
            FileLogOptions steps =
                    Script.OPTIONS.withPreallocateBytes(8192).withSegmentBytes(40_000);
            try (FileLog log = FileLog.create(own, Script.DIRECTORY, Script.ORIGIN, steps)) {
                Set<Integer> lengths = new TreeSet<>();
                long end = Script.endOfBlocks(log);
                CommitBlock block = blocks.after(log.head(), 1);
                while (end + block.lengthBytes() <= 40_000) {
                    log.append(log.position(), block);
                    end += block.lengthBytes();
                    byte[] there = own.bytes(file);
                    lengths.add(there.length);
                    assertTrue(there.length <= 40_000 + 63, "no further than the segment goes");
                    for (int i = (int) end; i < there.length; i++) {
                        assertEquals(0, there[i]);
                    }
                    block = blocks.after(log.head(), 1);
                }
                assertTrue(lengths.size() >= 4 && lengths.size() <= 6, lengths::toString);
            }
        }
    }

    @Test
    void doesNotFillAheadOfABlockThatIsLarge() throws Exception {
        Path file = Script.DIRECTORY.resolve(SegmentHeader.name(1));
        FileLogOptions steps = Script.OPTIONS.withPreallocateBytes(8192).withSegmentBytes(1 << 21);
        try (FileLog log = FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, steps)) {
            log.append(0, blocks.largestAfter(log.head()));
            long end = 80 + LogStat.of(disk, Script.DIRECTORY).blockBytes();
            assertTrue(disk.bytes(file).length < end + 64);
        }
    }

    @Test
    void tellsOfDamageThatAReaderCameToOnceEach() throws Exception {
        try (FileLog log = create()) {
            for (CommitBlock block : new Script(60).blocks().subList(1, 61)) {
                log.append(log.position(), block);
            }
            assertEquals(List.of(), log.findings());
            String second = LogStat.of(disk, Script.DIRECTORY).segments().get(1).name();
            disk.flip(Script.DIRECTORY.resolve(second), 300, 1);
            for (int i = 0; i < 3; i++) {
                CorruptLog damage = assertThrows(CorruptLog.class, () -> Script.read(log));
                Finding told = log.findings().getFirst();
                assertTrue(told.text().contains(String.valueOf(damage.getMessage())), told::text);
                assertTrue(told.isDamage());
                assertEquals(1, log.findings().size());
            }
        }
    }

    @Test
    void tellsWhenItBeganToTheMicrosecond() throws Exception {
        FileLogOptions then =
                Script.OPTIONS.withClock(() -> Instant.ofEpochSecond(1_700_000_000, 123_456_789));
        try (FileLog log = FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, then)) {
            assertEquals(1_700_000_000_123_456L, log.head().recordedAtMicros());
        }
    }

    @Test
    void changesNothingWhenItIsOpenedAndClosedInOrder() throws Exception {
        create().close();
        long calls = disk.calls();
        open().close();
        assertEquals(1, disk.calls() - calls, "the owner is written down, nothing else");
    }

    /** In Persian and Bengali, as in others, a number is written with digits of its own. */
    @Test
    void isFoundAgainWhateverDigitsTheMachineWritesNumbersWith() throws Exception {
        Locale before = Locale.getDefault();
        try {
            for (String language : List.of("fa", "bn", "mr", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertEquals("00000000000000000042.alog", SegmentHeader.name(42), language);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesOptionsOutOfRange() {
        FileLogOptions options = FileLogOptions.DEFAULTS;
        assertThrows(IllegalArgumentException.class, () -> options.withSegmentBytes(4095));
        assertThrows(IllegalArgumentException.class, () -> options.withSegmentBytes(1L << 41));
        assertThrows(IllegalArgumentException.class, () -> options.withPreallocateBytes(-1));
        assertThrows(IllegalArgumentException.class, () -> options.withPreallocateBytes(65 << 20));
    }

    @Test
    void worksWithoutFillingAhead() throws Exception {
        FileLogOptions options = Script.OPTIONS.withPreallocateBytes(0);
        try (FileLog log = FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, options)) {
            for (int i = 0; i < 30; i++) {
                log.append(log.position(), blocks.after(log.head(), 3));
            }
            try (FileLog after = FileLog.open(disk.crash(), Script.DIRECTORY, options)) {
                assertEquals(log.head(), after.head());
            }
        } catch (LogException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("crashed")); // closing the first
        }
    }
}
