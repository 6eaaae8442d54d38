package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Geometry of circles: packed, enclosed, spaced, turned. */
final class CirclesTest {
    private static Circles random(int count, int spread, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double[] reach = new double[count];
        for (int i = 0; i < count; i++) {
            reach[i] = 1 + random.below(spread) * random.unit();
        }
        Circles circles = new Circles(Net.of(count, 0, new int[0], new int[0], reach), reach);
        for (int i = 0; i < count; i++) {
            circles.x[i] = 100 * random.unit();
            circles.y[i] = 100 * random.unit();
        }
        return circles;
    }

    @Property(tries = 300)
    void packsWithoutOverlapAndTightly(
            @ForAll @IntRange(min = 1, max = 200) int count,
            @ForAll @IntRange(min = 1, max = 30) int spread,
            @ForAll long seed) {
        Circles circles = random(count, spread, seed);
        FrontChain.pack(circles);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double want = circles.reach[i] + circles.reach[j];
                assertTrue(circles.distance(i, j) >= want * (1 - 1e-6));
            }
        }
        EnclosingCircle around = circles.enclosing(new SplitMix64(1));
        double largest = 0;
        for (double r : circles.reach) {
            largest = Math.max(largest, r);
        }
        assertTrue(around.radius <= 2 * Math.sqrt(circles.area()) + 2 * largest);
    }

    @Property(tries = 300)
    void enclosesByTheSmallestCircle(
            @ForAll @IntRange(min = 1, max = 50) int count,
            @ForAll @IntRange(min = 1, max = 60) int spread,
            @ForAll long seed) {
        Circles circles = random(count, spread, seed);
        EnclosingCircle around = circles.enclosing(new SplitMix64(seed));
        double here = farthest(circles, around.centreX, around.centreY);
        assertEquals(here, around.radius, 1e-9 * here);
        // How far the farthest reaches is a convex function of the centre: no step may lower it.
        SplitMix64 random = new SplitMix64(seed + 1);
        for (int step = 0; step < 60; step++) {
            double size = step % 2 == 0 ? 0.01 : 1;
            double dx = (random.unit() - 0.5) * size;
            double dy = (random.unit() - 0.5) * size;
            double there = farthest(circles, around.centreX + dx, around.centreY + dy);
            assertTrue(there >= here - 1e-6, here + " is not the least: " + there);
        }
    }

    private static double farthest(Circles circles, double x, double y) {
        double most = 0;
        for (int i = 0; i < circles.count(); i++) {
            double d = Math.hypot(circles.x[i] - x, circles.y[i] - y) + circles.reach[i];
            most = Math.max(most, d);
        }
        return most;
    }

    @Property(tries = 50)
    void partsWhatOverlaps(@ForAll @IntRange(min = 2, max = 300) int count, @ForAll long seed) {
        Circles circles = random(count, 10, seed);
        new Compaction(circles).partAll();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double want = circles.reach[i] + circles.reach[j];
                assertTrue(circles.distance(i, j) >= want * (1 - 1e-9));
            }
        }
    }

    @Property(tries = 50)
    void partsWhatCoincides(@ForAll @IntRange(min = 2, max = 120) int count) {
        Circles circles = random(count, 3, 1);
        java.util.Arrays.fill(circles.x, 7);
        java.util.Arrays.fill(circles.y, 7);
        new Compaction(circles).partAll();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double want = circles.reach[i] + circles.reach[j];
                assertTrue(circles.distance(i, j) >= want * (1 - 1e-9));
            }
        }
    }

    @Test
    void findsTheInsideOfAnyRim() {
        Spacing spacing = new Spacing(3);
        for (double inner = 1; inner < 1e6; inner *= 1.7) {
            assertEquals(inner, spacing.inside(spacing.rim(inner)), 1e-3 * inner);
            assertTrue(spacing.reach(inner) > inner);
        }
        assertEquals(5, new Spacing(0).reach(5));
    }

    @Property(tries = 100)
    void laysAPictureOverItsTurnedMirroredMovedSelf(
            @ForAll @IntRange(min = 3, max = 40) int count,
            @ForAll boolean mirror,
            @ForAll long seed) {
        Circles old = random(count, 5, seed);
        Circles circles = random(count, 5, seed);
        // A turn by an angle whose tangent is 3/4, a mirroring, and a move.
        for (int i = 0; i < count; i++) {
            double x = mirror ? -old.x[i] : old.x[i];
            circles.x[i] = 0.8 * x - 0.6 * old.y[i] + 12;
            circles.y[i] = 0.6 * x + 0.8 * old.y[i] - 40;
        }
        boolean[] all = new boolean[count];
        java.util.Arrays.fill(all, true);
        Alignment.layOver(circles, old, all, count);
        for (int i = 0; i < count; i++) {
            assertEquals(old.x[i], circles.x[i], 1e-6);
            assertEquals(old.y[i], circles.y[i], 1e-6);
        }
    }
}
