package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ForestTest {
    @Property(tries = 200)
    void findsTheSiblingsThatContainTwoItems(
            @ForAll @IntRange(min = 2, max = 60) int items,
            @ForAll @IntRange(min = 1, max = 60) int breadth,
            @ForAll long seed) {
        SplitMix64 random = new SplitMix64(seed);
        int[] parent = new int[items];
        for (int i = 0; i < items; i++) {
            // The smaller the breadth, the deeper.
            parent[i] = i == 0 ? -1 : Math.max(-1, i - 1 - random.below(breadth));
        }
        Forest forest = new Forest(items, parent);
        for (int a = 0; a < items; a++) {
            for (int b = 0; b < items; b++) {
                assertEquals(siblingsByWalking(parent, a, b), forest.siblings(a, b));
            }
        }
    }

    private static long siblingsByWalking(int[] parent, int a, int b) {
        for (int u = a; u >= 0; u = parent[u]) {
            for (int v = b; v >= 0; v = parent[v]) {
                if (u == v) {
                    return -1;
                }
                if (parent[u] == parent[v]) {
                    return ((long) u << 32) | v;
                }
            }
        }
        throw new AssertionError("two items have no siblings around them");
    }

    @Test
    void ordersEveryItemAfterItsGroup() {
        Forest forest = new Forest(4, new int[] {2, -1, 3, -1});
        int[] at = new int[5];
        for (int k = 0; k < 5; k++) {
            at[forest.topDown[k]] = k;
        }
        assertEquals(0, at[4]);
        assertTrue(at[3] < at[2] && at[2] < at[0]);
        assertEquals(2, forest.members(4));
        assertEquals(1, forest.members(2));
    }

    @Test
    void namesAnItemOfACycle() {
        String message =
                String.valueOf(
                        assertThrows(
                                        IllegalArgumentException.class,
                                        () -> new Forest(5, new int[] {-1, 2, 3, 2, 1}))
                                .getMessage());
        assertTrue(message.matches("parent\\[[23]] leads back to itself.*"), message);
        assertThrows(IllegalArgumentException.class, () -> new Forest(1, new int[] {0}));
    }

    @Test
    void refusesParentsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new Forest(2, new int[] {-1, 2}));
        assertThrows(IllegalArgumentException.class, () -> new Forest(2, new int[] {-2, -1}));
    }
}
