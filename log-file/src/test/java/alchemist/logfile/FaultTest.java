package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.CommitBlock;
import alchemist.log.IoFailure;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.LogExists;
import alchemist.log.LogFailed;
import alchemist.log.LogFull;
import alchemist.log.NoSuchLog;
import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.disk.SimulatedDisk.Failure;
import alchemist.testkit.log.Blocks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of the disk fail: the log refuses or goes on, and keeps what it acknowledged. */
final class FaultTest {
    private static final Script SCRIPT = new Script(60);

    private final List<Log> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws LogException {
        for (Log log : opened) {
            closeStubbornly(log); // its disk may have crashed
        }
    }

    private FileLog open(SimulatedDisk disk) throws LogException {
        FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS);
        opened.add(log);
        return log;
    }

    private FileLog create(SimulatedDisk disk) throws LogException {
        FileLog log = FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS);
        opened.add(log);
        return log;
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void keepsItsPromisesWhicheverCallFails(Failure failure) throws Exception {
        SimulatedDisk counting = new SimulatedDisk(0);
        SCRIPT.run(counting);
        for (long call = 1; call <= counting.calls(); call++) {
            SimulatedDisk disk = new SimulatedDisk(call);
            disk.failAtCall(call, failure);
            int acknowledged = appendStubbornly(disk);
            String where = failure + " at call " + call;
            assertTrue(failure == Failure.ERROR || acknowledged == 61, where);
            checkAfter(disk.crash(), acknowledged, where);
        }
    }

    /** The log was closed in order where that segment begins, which says nothing of its name. */
    @Test
    void namesASegmentAgainWhenItsNameMayNotBeDurable() throws Exception {
        int begins = firstOfSecondSegment();
        List<CommitBlock> blocks = SCRIPT.blocks();
        for (int seed = 0; seed < 50; seed++) {
            SimulatedDisk disk = new SimulatedDisk(seed);
            try (FileLog log =
                    FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS)) {
                for (CommitBlock block : blocks.subList(1, begins)) {
                    appendTo(log, block);
                }
            }
            FileLog failing = open(disk);
            CommitBlock first = blocks.get(begins);
            // Cut, force, create, write, force, rename; then the directory cannot be forced.
            disk.failAtCall(disk.calls() + 7, Failure.ERROR);
            assertThrows(LogFailed.class, () -> appendTo(failing, first));
            failing.close();

            FileLog log = open(disk);
            appendTo(log, first);
            appendTo(log, blocks.get(begins + 1));
            FileLog after = open(disk.crash());
            assertTrue(after.damage().isEmpty(), () -> String.valueOf(after.damage()));
            assertEquals(log.head(), after.head(), "seed " + seed);
        }
    }

    private static int firstOfSecondSegment() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(0);
        LogDirectory directory = new LogDirectory(disk, Script.DIRECTORY);
        try (FileLog log = FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS)) {
            int next = 1;
            while (Segments.names(directory).size() == 1) {
                appendTo(log, SCRIPT.blocks().get(next++));
            }
            return next - 1;
        }
    }

    /** Appends the script; tries again what was refused, and opens again what has failed. */
    private static int appendStubbornly(SimulatedDisk disk) throws LogException {
        Log log = begin(disk);
        int done = 1;
        int refusals = 0;
        while (done < SCRIPT.blocks().size()) {
            CommitBlock block = SCRIPT.blocks().get(done);
            try {
                log.append(block.firstPosition() - 1, block);
                done++;
            } catch (LogFailed e) {
                assertThrows(LogFailed.class, () -> appendTo(log, block));
                log.close();
                return afterFailure(disk, done);
            } catch (IoFailure | LogFull e) {
                refusals++;
                assertTrue(refusals < 3, "one failure may not be felt forever");
            }
        }
        closeStubbornly(log);
        return done;
    }

    private static Log begin(SimulatedDisk disk) throws LogException {
        try {
            return FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS);
        } catch (IoFailure | LogFull e) {
            return beginAgain(disk);
        }
    }

    /** One failure may not be felt for ever. */
    private static Log beginAgain(SimulatedDisk disk) throws LogException {
        try {
            return FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS);
        } catch (LogExists e) {
            return FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS);
        }
    }

    private static void closeStubbornly(Log log) throws LogException {
        try {
            log.close();
        } catch (IoFailure | LogFull e) {
            log.close(); // nothing more to do
        }
    }

    private static void appendTo(Log log, CommitBlock block) throws LogException {
        log.append(block.firstPosition() - 1, block);
    }

    /** The disk was not crashed, so its cache shows what a failed force has lost. */
    private static int afterFailure(SimulatedDisk disk, int acknowledged) throws LogException {
        try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
            List<CommitBlock> found = Script.read(log);
            assertTrue(found.size() >= acknowledged);
            int done = found.size();
            for (CommitBlock block : SCRIPT.blocks().subList(done, SCRIPT.blocks().size())) {
                appendTo(log, block);
                done++;
            }
            return done;
        }
    }

    private static void checkAfter(SimulatedDisk disk, int acknowledged, String where)
            throws LogException {
        try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
            assertTrue(log.damage().isEmpty(), () -> where + ": " + log.damage());
            List<CommitBlock> found = Script.read(log);
            assertEquals(acknowledged, found.size(), where);
            for (int i = 0; i < found.size(); i++) {
                assertEquals(SCRIPT.blocks().get(i).hash(), found.get(i).hash(), where);
            }
        }
    }

    @Test
    void refusesWhenTheDiskIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(1);
        FileLog log = create(disk);
        Blocks blocks = new Blocks(1);
        disk.capacityBytes(20_000);
        LogFull full =
                assertThrows(
                        LogFull.class,
                        () -> {
                            while (true) {
                                log.append(log.position(), blocks.after(log.head(), 3));
                            }
                        });
        assertTrue(String.valueOf(full.getMessage()).contains(Script.DIRECTORY.toString()));
        long position = log.position();
        assertThrows(LogFull.class, () -> log.append(position, blocks.largestAfter(log.head())));
        assertEquals(position, log.position());
        disk.capacityBytes(30_000);
        log.append(position, blocks.after(log.head(), 3));
        assertEquals(position + 3, log.position());
        assertEquals(log.head(), open(disk.crash()).head());
    }

    @Test
    void readsOnAfterAForceHasFailed() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(1);
        FileLog log = create(disk);
        Blocks blocks = new Blocks(1);
        log.append(0, blocks.after(log.head(), 2));
        Log.Head head = log.head();
        disk.failFromCall(disk.calls() + 1, Failure.ERROR);
        assertThrows(LogException.class, () -> log.append(2, blocks.after(log.head(), 1)));
        LogFailed e =
                assertThrows(LogFailed.class, () -> log.append(2, blocks.after(log.head(), 1)));
        assertTrue(String.valueOf(e.getMessage()).contains("start again"));
        assertEquals(head, log.head());
        assertEquals(2, Script.read(log).size());
    }

    /** Reads fail too; what cannot be read at the moment is no damage. */
    @Test
    void leavesNothingOpenAndTakesNothingForDamagedWhicheverCallFails() throws Exception {
        for (int state = 0; state < 3; state++) {
            boolean failed = true;
            for (long call = 1; failed; call++) {
                SimulatedDisk disk = halfOfTheScript(state);
                WatchedDisk watched = new WatchedDisk(disk, call);
                String where = "state " + state + ", call " + call;
                int acknowledged = 31;
                try {
                    acknowledged = goOn(watched);
                } catch (IoFailure | LogFailed e) {
                    assertTrue(watched.hasFailed(), where);
                }
                failed = watched.hasFailed();
                assertEquals(0, watched.open(), where);
                try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
                    assertEquals(List.of(), log.findings(), where);
                    assertTrue(Script.read(log).size() >= acknowledged, where);
                }
            }
        }
    }

    /** Closed in order; killed; or killed when it had just begun a segment. */
    private static SimulatedDisk halfOfTheScript(int state) throws Exception {
        SimulatedDisk disk = new SimulatedDisk(state);
        FileLog log = FileLog.create(disk, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS);
        for (CommitBlock block : SCRIPT.blocks().subList(1, 31)) {
            appendTo(log, block);
        }
        if (state == 1) {
            return disk.copy();
        }
        log.close();
        if (state == 2) {
            LogDirectory directory = new LogDirectory(disk, Script.DIRECTORY);
            SegmentHeader header =
                    new SegmentHeader(
                            Script.ORIGIN.workspace(), log.position() + 1, log.headHash());
            Segment segment = Segment.of(directory, header, false);
            SegmentWriter.prepare(segment);
            SegmentWriter.publish(segment);
        }
        return disk;
    }

    private static int goOn(WatchedDisk disk) throws LogException {
        int done = 31;
        try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
            for (CommitBlock block : SCRIPT.blocks().subList(31, 45)) {
                appendTo(log, block);
                done++;
            }
            assertEquals(List.of(), log.findings());
            assertEquals(45, Script.read(log).size());
        }
        try (ReadOnlyFileLog log = ReadOnlyFileLog.open(disk, Script.DIRECTORY)) {
            assertEquals(List.of(), log.findings());
            assertEquals(45, Script.read(log).size());
        }
        assertEquals(45, LogStat.of(disk, Script.DIRECTORY).blocks());
        assertEquals(List.of(), LogVerify.run(disk, Script.DIRECTORY, (_, _) -> {}).damages());
        return done;
    }

    @Test
    void saysThatItCouldNotBeClosed() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(1);
        FileLog log = create(disk);
        appendTo(log, SCRIPT.blocks().get(1));
        disk.failAtCall(disk.calls() + 1, Failure.ERROR);
        assertThrows(IoFailure.class, log::close);
        assertEquals(log.head(), open(disk).head());
    }

    @Test
    void appendsAgainWhatIsLargerThanASegmentAndFoundNoRoomInANewOne() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(1);
        FileLog log = create(disk);
        Blocks blocks = new Blocks(1);
        log.append(0, blocks.after(log.head(), 3));
        CommitBlock large = blocks.largestAfter(log.head());
        disk.capacityBytes(disk.usedBytes() + 1000);
        assertThrows(LogFull.class, () -> appendTo(log, large));
        assertEquals(2, Segments.names(new LogDirectory(disk, Script.DIRECTORY)).size());
        disk.capacityBytes(Long.MAX_VALUE);
        appendTo(log, large);
        appendTo(log, blocks.after(log.head(), 3));
        assertEquals(4, Script.read(log).size());
        assertEquals(log.head(), open(disk.crash()).head());
    }

    @Test
    void answersNoSuchLogWhereNoneWasFinished() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(1);
        disk.createDirectories(Script.DIRECTORY);
        assertThrows(NoSuchLog.class, () -> open(disk));
        SimulatedDisk counting = new SimulatedDisk(0);
        FileLog.create(counting, Script.DIRECTORY, Script.ORIGIN, Script.OPTIONS);
        disk.failAtCall(3, Failure.FULL);
        assertThrows(LogFull.class, () -> create(disk));
        assertThrows(NoSuchLog.class, () -> open(disk));
        assertEquals(0, create(disk).position());
        assertThrows(LogExists.class, () -> create(disk.crash()));
    }
}
