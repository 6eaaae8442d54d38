package alchemist.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Worlds by seed, in which everything goes wrong that can. A seed that fails is said, and fails
 * again with {@code -Dalchemist.seed=…}.
 *
 * <p>With {@code -Dalchemist.long=true} there are {@code -Dalchemist.seeds=…} of them, from {@code
 * -Dalchemist.firstSeed=…} on.
 */
@ExtendWith(Quiet.class)
final class SimulationTest {
    private static final long FIRST = Long.getLong("alchemist.firstSeed", 0);
    private static final boolean LONG = Boolean.getBoolean("alchemist.long");
    private static final long COUNT = LONG ? Long.getLong("alchemist.seeds", 1_000_000) : 500;
    private static final int PROGRESS_SEEDS = 10_000;

    private final Map<String, Integer> counts = new TreeMap<>();

    private World.End run(long seed) {
        World world = new World(seed, Sabotage.NONE);
        try {
            World.End end = world.run();
            world.model().counts().forEach((what, n) -> counts.merge(what, n, Integer::sum));
            return end;
        } catch (Exception | AssertionError e) {
            throw new AssertionError(
                    "again: mvn -pl engine -am -Dtest=SimulationTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false test -Dalchemist.seed="
                            + seed
                            + "\n"
                            + e,
                    e);
        }
    }

    @Test
    void everythingThatAnybodyIsToldIsTrueWhateverHappens() {
        Long only = Long.getLong("alchemist.seed");
        if (only != null) {
            run(only);
            return;
        }
        for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
            run(seed);
            if (LONG && (seed + 1) % PROGRESS_SEEDS == 0) {
                System.out.println("simulated up to seed " + seed);
            }
        }
        // Else a world may have become so peaceful that it shows nothing.
        for (Fate fate : Fate.values()) {
            assertHappened(fate.toString());
        }
        for (String what :
                List.of(
                        "accepted",
                        "duplicate",
                        "unchanged",
                        "not-enough",
                        "account-not-open",
                        "nothing-to-redo",
                        "already-undone",
                        "BUSY",
                        "FULL",
                        "FAILED",
                        "BUG",
                        "TOO_LARGE",
                        "READ_ONLY",
                        "damage found")) {
            assertHappened(what);
        }
    }

    private void assertHappened(String what) {
        assertTrue(counts.getOrDefault(what, 0) > COUNT / 50, () -> what + " is rare: " + counts);
    }

    /** See docs/explanation/bugs-found.md. */
    @ParameterizedTest
    @ValueSource(longs = {7, 9, 14, 32, 290, 1124, 12837, 51032, 51961})
    void seedsThatFoundABugOnce(long seed) {
        run(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aSeedIsTheSameWorldEachTime(long seed) {
        assertEquals(run(seed), run(seed));
    }
}
