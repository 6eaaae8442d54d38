package alchemist.graph.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.graph.read.MapScene;
import alchemist.layout.Placement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SketchTest {
    private static final int NONE = -1;

    /** Two towns of three houses, and a hermit. */
    private static final int[] TOWNS = {NONE, NONE, 0, 0, 0, 1, 1, 1, NONE};

    @Test
    void packsWhatIsNewIntoItsGroupsWithoutOverlap() {
        requireApart(Sketch.of(scene(TOWNS)));
        requireApart(Sketch.of(scene(streets(3, 40, 7))));
    }

    @Test
    void leavesWhatWasPlacedWhereItWas() {
        MapScene before = scene(TOWNS);
        Placement placed = Sketch.of(before);
        int[] more = Arrays.copyOf(TOWNS, 12);
        more[9] = 1; // a house in a town
        more[10] = NONE; // a town
        more[11] = 10; // with a house
        Placement now = Sketch.of(scene(more), before, placed);
        for (int item = 0; item < TOWNS.length; item++) {
            assertEquals(placed.x()[item], now.x()[item]);
            assertEquals(placed.y()[item], now.y()[item]);
            assertEquals(placed.radius()[item], now.radius()[item]);
        }
        requireInside(now, 9);
        requireInside(now, 11);
        for (int item : new int[] {0, 1, 8}) {
            assertTrue(distance(now, item, 10) >= now.radius()[item] + now.radius()[10] - 0.01);
        }
    }

    @Test
    void drawsANewGroupAroundWhatWasPlaced() {
        MapScene before = scene(TOWNS);
        Placement placed = Sketch.of(before);
        int[] more = Arrays.copyOf(TOWNS, 11);
        more[0] = 9;
        more[1] = 9;
        more[9] = NONE; // a county around both towns
        more[10] = 9; // and a house of its own
        Placement now = Sketch.of(scene(more), before, placed);
        for (int item : new int[] {0, 1, 10}) {
            requireInside(now, item);
        }
        for (int item = 0; item < TOWNS.length; item++) {
            assertEquals(placed.x()[item], now.x()[item]);
        }
        assertTrue(now.radius()[9] < 3 * reach(placed));
        for (int town : new int[] {0, 1}) {
            assertTrue(distance(now, town, 10) >= now.radius()[town] + now.radius()[10] - 0.01);
        }
    }

    @Test
    void putsWhateverManyComeCloseAroundWhatWasPlaced() {
        MapScene before = scene(streets(3, 40, 7));
        Placement placed = Sketch.of(before);
        int[] more = Arrays.copyOf(before.parent(), before.items() + 900);
        Arrays.fill(more, before.items(), more.length, NONE);
        Placement now = Sketch.of(scene(more), before, placed);
        assertTrue(reach(now) < 2 * reach(placed), reach(now) + " of " + reach(placed));
    }

    @Test
    void makesWhatComesIntoASmallGroupSmall() {
        MapScene before = scene(new int[] {NONE, NONE});
        Placement placed = Sketch.of(before);
        int[] more = new int[300];
        more[0] = NONE;
        more[1] = NONE;
        Placement now = Sketch.of(scene(more), before, placed);
        for (int item = 2; item < more.length; item++) {
            requireInside(now, item);
        }
    }

    private static int[] streets(int towns, int streets, int houses) {
        int[] parent = new int[towns + towns * streets * (1 + houses)];
        Arrays.fill(parent, 0, towns, NONE);
        int at = towns;
        for (int street = 0; street < towns * streets; street++) {
            int group = at;
            parent[at++] = street % towns;
            for (int house = 0; house < houses; house++) {
                parent[at++] = group;
            }
        }
        return parent;
    }

    private static void requireApart(Placement placed) {
        int[] parent = placed.parent();
        for (int one = 0; one < parent.length; one++) {
            requireInside(placed, one);
            for (int other = 0; other < one; other++) {
                if (parent[one] == parent[other]) {
                    float both = placed.radius()[one] + placed.radius()[other];
                    assertTrue(distance(placed, one, other) >= both - 0.01, one + " " + other);
                }
            }
        }
    }

    private static void requireInside(Placement placed, int item) {
        int group = placed.parent()[item];
        if (group != NONE) {
            double farthest = distance(placed, item, group) + placed.radius()[item];
            assertTrue(farthest <= placed.radius()[group] + 0.01, item + " in " + group);
        }
    }

    private static double distance(Placement placed, int one, int other) {
        return Math.hypot(placed.x()[one] - placed.x()[other], placed.y()[one] - placed.y()[other]);
    }

    private static double reach(Placement placed) {
        double reach = 0;
        for (int item = 0; item < placed.circles(); item++) {
            double end = Math.hypot(placed.x()[item], placed.y()[item]) + placed.radius()[item];
            reach = Math.max(reach, end);
        }
        return reach;
    }

    private static MapScene scene(int[] parent) {
        int items = parent.length;
        int[] thing = new int[items];
        boolean[] group = new boolean[items];
        for (int item = 0; item < items; item++) {
            thing[item] = item;
            if (parent[item] != NONE) {
                group[parent[item]] = true;
            }
        }
        String[] names = new String[items];
        Arrays.fill(names, "");
        int[] none = new int[0];
        long[] never = new long[0];
        return new MapScene(
                items,
                thing,
                new long[items],
                new long[items],
                names,
                new int[items],
                group,
                parent,
                new long[items],
                new long[items],
                none,
                none,
                none,
                never,
                never,
                new String[] {"Thing"});
    }
}
