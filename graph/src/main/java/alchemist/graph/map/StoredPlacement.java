package alchemist.graph.map;

import alchemist.graph.read.MapScene;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.layout.Placement;

/**
 * A placement that outlasts the server, so that things stand where people left them. Things are
 * known by their ids. It is a cache: without it all is placed from nothing.
 *
 * <pre>
 * varint version, changed, items, circles | ids of the items, high and low
 * | x, y, radius of the circles, floats | their parents, ints; -1 none
 * </pre>
 *
 * @param ids of the items, high and low one after the other
 * @param changed how many items came or went since all were placed from nothing
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
record StoredPlacement(long[] ids, Placement placement, int changed) {
    private static final int VERSION = 1;
    private static final int NONE = -1;

    /** A number that no thing has. */
    private static final int NO_THING = Integer.MIN_VALUE;

    static void write(MapScene scene, Placement placement, int changed, Output out) {
        int items = placement.derivedFrom();
        long[] ids = new long[2 * items];
        for (int item = 0; item < items; item++) {
            ids[2 * item] = scene.idHigh()[item];
            ids[2 * item + 1] = scene.idLow()[item];
        }
        int circles = placement.circles();
        out.varint(VERSION);
        out.varint(changed);
        out.varint(items);
        out.varint(circles);
        out.longs(ids, 0, ids.length);
        out.ints(bits(placement.x()), 0, circles);
        out.ints(bits(placement.y()), 0, circles);
        out.ints(bits(placement.radius()), 0, circles);
        out.ints(placement.parent(), 0, circles);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws MalformedBytes when it can be no placement, or is one of another version
     */
    static StoredPlacement read(Input in) {
        if (in.varint() != VERSION) {
            throw new MalformedBytes("a placement of another version");
        }
        int changed = in.small();
        int items = in.small();
        int circles = in.small();
        if (items > circles || 16L * circles + 16L * items != in.remaining()) {
            throw new MalformedBytes(
                    items + " items and " + circles + " circles in " + in.remaining() + " bytes");
        }
        long[] ids = new long[2 * items];
        in.longs(ids, 0, ids.length);
        float[] x = floats(circles, in);
        float[] y = floats(circles, in);
        float[] radius = floats(circles, in);
        int[] parent = new int[circles];
        in.ints(parent, 0, circles);
        for (int each : parent) {
            if (each < NONE || each >= circles) {
                throw new MalformedBytes("circle " + each + " is not there");
            }
        }
        if (isInItself(parent)) {
            throw new MalformedBytes("a circle is inside itself");
        }
        return new StoredPlacement(ids, new Placement(x, y, radius, parent, items), changed);
    }

    /** The scene that was placed, as far as its things are in another one. */
    MapScene scene(MapScene present) {
        IdMap known = new IdMap();
        for (int item = 0; item < present.items(); item++) {
            known.add(new Id(present.idHigh()[item], present.idLow()[item]));
        }
        int[] thing = new int[ids.length / 2];
        boolean[] taken = new boolean[present.items()];
        for (int i = 0; i < thing.length; i++) {
            int item = known.find(ids[2 * i], ids[2 * i + 1]);
            boolean free = item >= 0 && !taken[item];
            thing[i] = free ? present.thing()[item] : NO_THING;
            if (free) {
                taken[item] = true;
            }
        }
        int[] none = new int[0];
        long[] never = new long[0];
        return new MapScene(
                -1,
                thing,
                never,
                never,
                new String[0],
                none,
                new boolean[0],
                none,
                never,
                never,
                none,
                none,
                none,
                never,
                never,
                new String[0]);
    }

    /** Those on a way around are not met when one begins with those that are in nothing. */
    private static boolean isInItself(int[] parent) {
        boolean[] met = new boolean[parent.length];
        int count = 0;
        for (int circle : Order.parentsFirst(parent)) {
            count += met[circle] ? 0 : 1;
            met[circle] = true;
        }
        return count != parent.length;
    }

    private static int[] bits(float[] floats) {
        int[] bits = new int[floats.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(floats[i]);
        }
        return bits;
    }

    private static float[] floats(int count, Input in) {
        int[] bits = new int[count];
        in.ints(bits, 0, count);
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = Float.intBitsToFloat(bits[i]);
            if (!Float.isFinite(floats[i])) {
                throw new MalformedBytes("circle " + i + " has no place");
            }
        }
        return floats;
    }
}
