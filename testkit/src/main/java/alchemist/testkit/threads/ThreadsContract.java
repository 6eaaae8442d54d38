package alchemist.testkit.threads;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * What is shared by threads behaves as if each call happened at one moment: Lincheck draws which
 * thread calls what, tries orders of their steps, and looks for an order of the calls that explains
 * what they answered. A test inherits it, and has the calls as operations.
 */
public abstract class ThreadsContract {
    private static final boolean LONG = Boolean.getBoolean("alchemist.long");
    private static final int SCENARIOS = LONG ? 50 : 2;
    private static final int ORDERS = LONG ? 3_000 : 40;

    /**
     * A table that grows goes over all that is in it; more often than so it goes round for ever.
     */
    private static final int LONGEST_LOOP = 2_000;

    /** For those who inherit. */
    protected ThreadsContract() {}

    @Test
    final void isLinearizableInEveryOrderOfStepsThatIsTried() {
        sized(new ModelCheckingOptions().invocationsPerIteration(ORDERS))
                .loopBound(LONGEST_LOOP)
                .check(getClass());
    }

    @Test
    final void isLinearizableOnRealThreads() {
        sized(new StressOptions().invocationsPerIteration(ORDERS)).check(getClass());
    }

    private static <O extends Options<O, ?>> O sized(O options) {
        return options.threads(3)
                .actorsPerThread(3)
                .actorsBefore(0)
                .actorsAfter(1)
                .iterations(SCENARIOS);
    }
}
