package alchemist.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.NoSuchLog;
import alchemist.testkit.disk.SimulatedDisk;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The power fails at every write, force and renaming of a script, and everything is still there.
 */
final class CrashTest {
    private static final int APPENDS = 200;
    private static final int SEEDS = Boolean.getBoolean("alchemist.long") ? 50 : 2;

    private final Script script = new Script(APPENDS);
    private int torn;
    private int unacknowledged;

    @Test
    void keepsEveryAcknowledgedBlockWhereverItCrashes() throws Exception {
        long calls = callsOf(script);
        for (int seed = 0; seed < SEEDS; seed++) {
            for (long call = 1; call <= calls; call++) {
                SimulatedDisk disk = new SimulatedDisk(1000L * seed + call);
                disk.crashAtCall(call);
                int acknowledged = script.run(disk);
                String where = "seed " + seed + ", crash during call " + call;
                SimulatedDisk after = crashWhileRecovering(disk.crash(), 1 + call % 9);
                checkRecovery(after, acknowledged, where);
            }
        }
        assertTrue(torn > calls / 10, "tails must have been torn, but " + torn + " were");
        assertTrue(unacknowledged > calls / 20, "whole blocks must have been left unacknowledged");
    }

    @Test
    void losesAcknowledgedBlocksWhenForcesAreALie() {
        long calls = callsOf(script);
        int lost = 0;
        for (long call = 1; call <= calls; call += 7) {
            SimulatedDisk disk = new SimulatedDisk(call);
            disk.lieAboutForces();
            disk.crashAtCall(call);
            int acknowledged = script.run(disk);
            try {
                checkRecovery(disk.crash(), acknowledged, "");
            } catch (AssertionError | LogException e) {
                lost++;
            }
        }
        assertTrue(lost > 10, "a test of forces must notice when there are none; noticed " + lost);
    }

    private static long callsOf(Script script) {
        SimulatedDisk disk = new SimulatedDisk(0);
        assertEquals(APPENDS + 1, script.run(disk));
        return disk.calls();
    }

    /** The power fails again while the log is opened, as it does when a fuse is broken. */
    private static SimulatedDisk crashWhileRecovering(SimulatedDisk disk, long call) {
        disk.crashAtCall(call);
        try {
            FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS).close();
        } catch (LogException e) {
            return disk.crash(); // as it should be
        }
        return disk.crash();
    }

    private void checkRecovery(SimulatedDisk disk, int acknowledged, String where)
            throws LogException {
        List<CommitBlock> expected = script.blocks();
        Log.Head head;
        try (FileLog log = FileLog.open(disk, Script.DIRECTORY, Script.OPTIONS)) {
            assertTrue(log.damage().isEmpty(), () -> where + ": " + log.damage());
            List<CommitBlock> found = Script.read(log);
            assertTrue(
                    found.size() >= acknowledged && found.size() <= acknowledged + 1,
                    () -> where + ": " + found.size() + " of " + acknowledged);
            torn += log.tornTail().isPresent() ? 1 : 0;
            unacknowledged += found.size() - acknowledged;
            for (int i = 0; i < found.size(); i++) {
                assertEquals(expected.get(i).hash(), found.get(i).hash(), where);
            }
            head = log.head();
            assertEquals(Log.Head.of(found.getLast()), head, where);
            CommitBlock more =
                    Script.next(new BlockBuilder(6000), head, new SplittableRandom(acknowledged));
            log.append(head.position(), more);
            head = log.head();
        } catch (NoSuchLog e) {
            assertEquals(0, acknowledged, where);
            return;
        }
        SimulatedDisk again = disk.crash();
        try (FileLog log = FileLog.open(again, Script.DIRECTORY, Script.OPTIONS)) {
            assertEquals(head, log.head(), where);
            assertTrue(log.damage().isEmpty(), where);
        }
    }
}
