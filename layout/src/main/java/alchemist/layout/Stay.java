package alchemist.layout;

import java.util.Arrays;

/**
 * Places groups whose members had places before. All coordinates here are those of before, so what
 * is not moved stays where it was in the whole picture.
 */
final class Stay {
    /** How much harder a circle that had a place is to push than a new one of its size. */
    private static final double STEADINESS = 8;

    /** A group's circle shrinks when its members need less than this part of its radius. */
    private static final double ROOMY = 0.7;

    private static final int SQUEEZES = 40;

    private final Scene scene;
    private final Placement before;
    private final GroupLayout layout;

    /** For each item what it was before, or -1. */
    private final int[] oldOf;

    /** Whether an item stays in its group, where it has a place. */
    private final boolean[] stays;

    /** Whether it is known where an item was, even if in another group. */
    private final boolean[] hinted;

    private final double[] x;
    private final double[] y;
    private final boolean[] fixed;

    Stay(Scene scene, Placement before, CarriedGroups carried, GroupLayout layout) {
        int size = scene.forest.items + 1;
        this.scene = scene;
        this.before = before;
        this.layout = layout;
        this.oldOf = new int[size];
        this.stays = new boolean[size];
        this.hinted = new boolean[size];
        this.x = new double[size];
        this.y = new double[size];
        this.fixed = new boolean[size];
        Arrays.fill(oldOf, -1);
        System.arraycopy(carried.oldOf(), 0, oldOf, 0, carried.oldOf().length);
        for (int i = 0; i < size; i++) {
            int b = oldOf[i];
            if (b >= 0) {
                hinted[i] = true;
                stays[i] = carried.stays(i);
                x[i] = before.x()[b];
                y[i] = before.y()[b];
            }
        }
    }

    /** Returns for each item whether the directions of its members must be kept. */
    boolean[] fixed() {
        return fixed;
    }

    /** Places the members of a group, after everything inside them. */
    void placeMembers(int group) {
        int count = scene.forest.members(group);
        if (count == 0) {
            return;
        }
        Circles circles = scene.members(group);
        SplitMix64 random = scene.random(group);
        boolean[] has = new boolean[count];
        boolean[] wishes = new boolean[count];
        int having = 0;
        int wishing = 0;
        for (int i = 0; i < count; i++) {
            int item = scene.forest.child[scene.forest.childStart[group] + i];
            has[i] = stays[item];
            wishes[i] = hinted[item];
            having += has[i] ? 1 : 0;
            wishing += wishes[i] ? 1 : 0;
            circles.x[i] = x[item];
            circles.y[i] = y[item];
        }
        boolean kept = oldOf[group] >= 0 || group == scene.forest.items;
        fixed[group] = wishing > 0;
        if (kept && having > 0 && 2 * having >= count) {
            new Insertion(circles, has.clone()).insertAll(wishes);
            Compaction compaction = new Compaction(circles).steady(has, STEADINESS);
            int b = oldOf[group];
            if (b >= 0) {
                double wall = scene.within(before.radius()[b]);
                compaction.partWithin(x[group], y[group], wall, SQUEEZES);
            }
            compaction.partAll();
        } else if (wishing > 0) {
            Circles old = new Circles(circles.net, circles.reach);
            System.arraycopy(circles.x, 0, old.x, 0, count);
            System.arraycopy(circles.y, 0, old.y, 0, count);
            layout.place(circles, random);
            Alignment.layOver(circles, old, wishes, wishing);
        } else {
            layout.place(circles, random);
        }
        enclose(group, circles, wishing > 0, random);
        // A group that is new, around members that were here, has a place through them.
        stays[group] |= oldOf[group] < 0 && having > 0;
        hinted[group] |= wishing > 0;
    }

    /** Gives the group its circle: the one it had, if that still fits. */
    private void enclose(int group, Circles circles, boolean inPlace, SplitMix64 random) {
        boolean root = group == scene.forest.items;
        if (root && inPlace) {
            scene.settle(group, circles, 0, 0, 0);
            return;
        }
        EnclosingCircle circle = circles.enclosing(random);
        double needed = scene.around(circle.radius);
        int b = oldOf[group];
        if (b < 0 || !inPlace) {
            // Either it had no place, or its members had none: they go to the middle of its own.
            if (b < 0) {
                x[group] = circle.centreX;
                y[group] = circle.centreY;
            }
            scene.settle(group, circles, circle.centreX, circle.centreY, needed);
            return;
        }
        double dx = circle.centreX - x[group];
        double dy = circle.centreY - y[group];
        double radius = before.radius()[b];
        boolean fits = Math.sqrt(dx * dx + dy * dy) + needed <= radius * (1 + 1e-6);
        if (fits && needed >= ROOMY * radius) {
            scene.settle(group, circles, x[group], y[group], radius);
        } else {
            x[group] = circle.centreX;
            y[group] = circle.centreY;
            scene.settle(group, circles, x[group], y[group], needed);
        }
    }
}
