package alchemist.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The power fails during every call that changes the disk, while a script is sent. */
@ExtendWith(Quiet.class)
final class EveryCallTest {
    private static final int COMMANDS = 1_000;
    private static final int STEP = Boolean.getBoolean("alchemist.long") ? 1 : 23;

    @Test
    void losesNothingAndDoesNothingTwiceWhereverItCrashes() throws Exception {
        World.End whole = World.ofScript(COMMANDS, Long.MAX_VALUE);
        assertTrue(whole.events() > COMMANDS / 2, "events: " + whole.events());
        assertEquals(whole, World.ofScript(COMMANDS, Long.MAX_VALUE));
        for (long call = 1; call <= whole.calls(); call += STEP) {
            try {
                World.ofScript(COMMANDS, call);
            } catch (AssertionError e) {
                throw new AssertionError("a crash during call " + call + ": " + e, e);
            }
        }
    }
}
