package alchemist.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.testkit.disk.SimulatedDisk;
import alchemist.testkit.disk.SimulatedDisk.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Something happens during every call that changes the disk – each write, force, cut and renaming –
 * while a script is sent.
 */
@ExtendWith(Quiet.class)
final class EveryCallTest {
    private static final int COMMANDS = 1_000;
    private static final boolean LONG = Boolean.getBoolean("alchemist.long");

    /** A short run tries one call in so many. */
    private static final int CRASH_STEP = LONG ? 1 : 23;

    private static final int FAILURE_STEP = LONG ? 1 : 199;

    private interface Harm {
        void at(SimulatedDisk disk, long call);
    }

    private static void duringEveryCall(Fate fate, int step, Harm harm) throws Exception {
        World.End whole = World.ofScript(COMMANDS, Fate.NOTHING, disk -> {});
        assertTrue(whole.events() > COMMANDS / 2, "events: " + whole.events());
        assertEquals(whole, World.ofScript(COMMANDS, Fate.NOTHING, disk -> {}));
        for (long call = 1; call <= whole.calls(); call += step) {
            long at = call;
            try {
                World.ofScript(COMMANDS, fate, disk -> harm.at(disk, at));
            } catch (AssertionError e) {
                throw new AssertionError(fate + " during call " + call + ": " + e, e);
            }
        }
    }

    @Test
    void losesNothingAndDoesNothingTwiceWhereverItCrashes() throws Exception {
        duringEveryCall(Fate.NOTHING, CRASH_STEP, SimulatedDisk::crashAtCall);
    }

    @Test
    void losesNothingAndDoesNothingTwiceWhicheverCallFails() throws Exception {
        duringEveryCall(
                Fate.ERROR, FAILURE_STEP, (disk, call) -> disk.failAtCall(call, Failure.ERROR));
    }

    @Test
    void losesNothingAndDoesNothingTwiceWheneverTheDiskIsFull() throws Exception {
        duringEveryCall(
                Fate.FULL_ONCE, FAILURE_STEP, (disk, call) -> disk.failAtCall(call, Failure.FULL));
    }

    @Test
    void losesNothingAndDoesNothingTwiceWhicheverWriteDoesOnlyAPart() throws Exception {
        duringEveryCall(
                Fate.SHORT_WRITE,
                FAILURE_STEP,
                (disk, call) -> disk.failAtCall(call, Failure.SHORT));
    }

    @Test
    void losesNothingAndDoesNothingTwiceFromWhicheverCallOnNothingWorks() throws Exception {
        duringEveryCall(
                Fate.BROKEN_DISK,
                FAILURE_STEP,
                (disk, call) -> disk.failFromCall(call, Failure.ERROR));
    }
}
