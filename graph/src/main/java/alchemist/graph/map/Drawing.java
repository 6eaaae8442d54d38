package alchemist.graph.map;

import alchemist.graph.read.MapScene;
import alchemist.kernel.Id;
import alchemist.kernel.collection.LongIntMap;
import alchemist.layout.Placement;
import java.util.Arrays;

/**
 * Draws a scene as it was placed: circles in order, groups counted and named, edges lifted to a
 * level.
 */
final class Drawing {
    /** All levels. */
    static final int ALL = Integer.MAX_VALUE;

    private static final int NONE = -1;

    private final MapScene scene;
    private final Placement placed;
    private final boolean refining;
    private final Circles all;

    /** Circles of the placement, a group before its members, as far as they are shown. */
    private final int[] shown;

    /** For each circle of the placement the one of the map that stands for it. */
    private final int[] standsFor;

    private Drawing(MapScene scene, Placement placed, boolean refining, int level) {
        this.scene = scene;
        this.placed = placed;
        this.refining = refining;
        this.all = new Circles(scene, placed);
        int[] order = Order.parentsFirst(placed.parent());
        int[] depth = Order.depths(placed.parent(), order);
        int[] kept = new int[placed.circles()];
        int size = 0;
        standsFor = new int[placed.circles()];
        for (int circle : order) {
            if (all.isEmpty(circle)) {
                standsFor[circle] = NONE;
            } else if (depth[circle] <= level) {
                standsFor[circle] = size;
                kept[size++] = circle;
            } else {
                standsFor[circle] = standsFor[placed.parent()[circle]];
            }
        }
        shown = Arrays.copyOf(kept, size);
    }

    /**
     * Draws a scene.
     *
     * @param level how many groups may be around what is shown; {@link #ALL} for all
     */
    static MapImage of(MapScene scene, Placement placed, boolean refining, int level) {
        return new Drawing(scene, placed, refining, level).draw();
    }

    private MapImage draw() {
        int items = shown.length;
        float[] x = new float[items];
        float[] y = new float[items];
        float[] radius = new float[items];
        int[] parent = new int[items];
        int[] type = new int[items];
        byte[] kind = new byte[items];
        int[] count = new int[items];
        double[] from = new double[items];
        double[] to = new double[items];
        Id[] ids = new Id[items];
        String[] names = new String[items];
        for (int item = 0; item < items; item++) {
            int circle = shown[item];
            x[item] = placed.x()[circle];
            y[item] = placed.y()[circle];
            radius[item] = placed.radius()[circle];
            int around = placed.parent()[circle];
            parent[item] = around == NONE ? NONE : standsFor[around];
            type[item] = circle < scene.items() ? scene.type()[circle] : NONE;
            kind[item] = kind(circle);
            count[item] = all.count[circle];
            from[item] = ms(all.from[circle]);
            to[item] = ms(all.to[circle]);
            ids[item] = all.id(circle);
            names[item] = all.name(circle);
        }
        Edges edges = new Edges();
        return new MapImage(
                scene.position(),
                refining,
                x,
                y,
                radius,
                parent,
                type,
                kind,
                count,
                from,
                to,
                ids,
                names,
                edges.from(),
                edges.to(),
                edges.type(),
                edges.validFrom(),
                edges.validTo(),
                edges.weight(),
                scene.types());
    }

    private byte kind(int circle) {
        if (circle >= scene.items() || scene.isDerived(circle)) {
            return MapImage.DERIVED_GROUP;
        }
        return scene.group()[circle] ? MapImage.STATED_GROUP : MapImage.NODE;
    }

    private static double ms(long micros) {
        return micros == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : micros / 1000.0;
    }

    /** The edges between what is shown: one for each pair and relation where ends were lifted. */
    private final class Edges {
        private final int[] from = new int[scene.edges()];
        private final int[] to = new int[scene.edges()];
        private final int[] type = new int[scene.edges()];
        private final long[] validFrom = new long[scene.edges()];
        private final long[] validTo = new long[scene.edges()];
        private final float[] weight = new float[scene.edges()];
        private int size;

        Edges() {
            LongIntMap ofPair = new LongIntMap();
            for (int edge = 0; edge < scene.edges(); edge++) {
                int one = scene.edgeFrom()[edge];
                int other = scene.edgeTo()[edge];
                int first = standsFor[one];
                int second = standsFor[other];
                boolean lifted = shown[first] != one || shown[second] != other;
                if (!lifted) {
                    add(edge, first, second);
                } else if (first != second) {
                    lift(edge, first, second, ofPair);
                }
            }
        }

        private void add(int edge, int first, int second) {
            from[size] = first;
            to[size] = second;
            type[size] = scene.edgeType()[edge];
            validFrom[size] = scene.edgeValidFrom()[edge];
            validTo[size] = scene.edgeValidTo()[edge];
            weight[size++] = 1;
        }

        private void lift(int edge, int first, int second, LongIntMap ofPair) {
            long pair = (long) first * shown.length + second;
            long key = pair * Math.max(1, scene.types().length) + scene.edgeType()[edge];
            int at = ofPair.find(key);
            if (at == NONE) {
                ofPair.put(key, size);
                add(edge, first, second);
            } else {
                weight[at]++;
                validFrom[at] = Math.min(validFrom[at], scene.edgeValidFrom()[edge]);
                validTo[at] = Math.max(validTo[at], scene.edgeValidTo()[edge]);
            }
        }

        int[] from() {
            return Arrays.copyOf(from, size);
        }

        int[] to() {
            return Arrays.copyOf(to, size);
        }

        int[] type() {
            return Arrays.copyOf(type, size);
        }

        double[] validFrom() {
            return times(validFrom);
        }

        double[] validTo() {
            return times(validTo);
        }

        float[] weight() {
            return Arrays.copyOf(weight, size);
        }

        private double[] times(long[] micros) {
            double[] times = new double[size];
            for (int i = 0; i < size; i++) {
                times[i] = ms(micros[i]);
            }
            return times;
        }
    }
}
