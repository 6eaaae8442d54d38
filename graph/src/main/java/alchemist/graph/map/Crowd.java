package alchemist.graph.map;

import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.LongIntMap;
import alchemist.layout.Placement;
import java.util.Arrays;

/** Items without a place, each with the group that it came with, to be packed together. */
final class Crowd {
    private static final int NONE = -1;

    private final Sketch sketch;
    private final IntList items = new IntList();

    /** For each of them its group, by its place here; NONE where that has a place of its own. */
    private final IntList groups = new IntList();

    private final LongIntMap places = new LongIntMap();
    private float[] sizes = new float[16];

    Crowd(Sketch sketch) {
        this.sketch = sketch;
    }

    /** Adds an item; groups come before their members. */
    void add(int item, float size) {
        if (items.size() == sizes.length) {
            sizes = Arrays.copyOf(sizes, sizes.length * 2);
        }
        int group = sketch.parent[item];
        sizes[items.size()] = size;
        places.put(item, items.size());
        groups.add(group == NONE ? NONE : places.find(group));
        items.add(item);
    }

    /**
     * Puts them into the middle of their groups, as small as these need them.
     *
     * @param covered how much of a group they may cover, of its radius
     */
    void intoGroups(float covered) {
        int count = items.size();
        IntList held = new IntList();
        int[] parents = holders(held);
        Placement packed = Sketch.pack(parents, sizes(parents.length, 1));
        int[] holder = parents.clone();
        for (int i = 0; i < count; i++) {
            // A group stands before its members, so its holder is known.
            holder[i] = parents[i] < count ? holder[parents[i]] : parents[i];
            int group = held.at(holder[i] - count);
            float room = covered * sketch.radius[group] / packed.radius()[holder[i]];
            put(i, packed, holder[i], Math.min(1, room), sketch.x[group], sketch.y[group]);
        }
    }

    /** The groups, and behind them a circle for each group with a place, which holds its crowd. */
    private int[] holders(IntList held) {
        int count = items.size();
        LongIntMap holders = new LongIntMap();
        int[] parents = groups.toArray();
        for (int i = 0; i < count; i++) {
            if (parents[i] == NONE) {
                int group = sketch.parent[items.at(i)];
                if (holders.find(group) < 0) {
                    holders.put(group, count + held.size());
                    held.add(group);
                }
                parents[i] = holders.find(group);
            }
        }
        int[] all = Arrays.copyOf(parents, count + held.size());
        Arrays.fill(all, count, all.length, NONE);
        return all;
    }

    /** Puts them around a circle; how far they reach from its middle then. */
    float around(float x, float y, float radius) {
        int count = items.size();
        int[] parents = Arrays.copyOf(groups.toArray(), count + 1);
        parents[count] = NONE;
        Placement packed = Sketch.pack(parents, sizes(count + 1, Math.max(1, radius)));
        double reach = radius;
        for (int i = 0; i < count; i++) {
            put(i, packed, count, 1, x, y);
            int item = items.at(i);
            double distance = Math.hypot(sketch.x[item] - x, sketch.y[item] - y);
            reach = Math.max(reach, distance + sketch.radius[item]);
        }
        return (float) reach;
    }

    /** The sizes of all, and behind them another, as often as there is room. */
    private float[] sizes(int all, float other) {
        float[] filled = Arrays.copyOf(sizes, all);
        Arrays.fill(filled, items.size(), all, other);
        return filled;
    }

    private void put(int i, Placement packed, int centre, float scale, float atX, float atY) {
        int item = items.at(i);
        sketch.x[item] = atX + (packed.x()[i] - packed.x()[centre]) * scale;
        sketch.y[item] = atY + (packed.y()[i] - packed.y()[centre]) * scale;
        sketch.radius[item] = packed.radius()[i] * scale;
    }
}
