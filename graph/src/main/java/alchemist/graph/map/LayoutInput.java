package alchemist.graph.map;

import alchemist.graph.read.MapScene;
import alchemist.layout.LayoutGraph;
import java.util.Arrays;

/**
 * What the layout is given: an item is the larger the more edges it has; an edge pulls the less the
 * more edges its ends have, so that what everything is linked to does not pull everything together;
 * what is gone pulls least.
 */
final class LayoutInput {
    private static final int NONE = -1;
    private static final float LARGEST = 5;
    private static final float GONE = 0.25f;

    private LayoutInput() {}

    static LayoutGraph of(MapScene scene) {
        int[] degree = degrees(scene);
        int edges = 0;
        int[] from = new int[scene.edges()];
        int[] to = new int[scene.edges()];
        float[] weight = new float[scene.edges()];
        for (int edge = 0; edge < scene.edges(); edge++) {
            int one = scene.edgeFrom()[edge];
            int other = scene.edgeTo()[edge];
            if (one != other) {
                from[edges] = one;
                to[edges] = other;
                double pull = 1 / Math.sqrt((double) degree[one] * degree[other]);
                weight[edges] =
                        (float) (scene.edgeValidTo()[edge] == Long.MAX_VALUE ? pull : pull * GONE);
                edges++;
            }
        }
        return new LayoutGraph(
                scene.items(),
                scene.parent(),
                Arrays.copyOf(from, edges),
                Arrays.copyOf(to, edges),
                Arrays.copyOf(weight, edges),
                sizes(degree));
    }

    /** How many edges each item has. */
    static int[] degrees(MapScene scene) {
        int[] degree = new int[scene.items()];
        for (int edge = 0; edge < scene.edges(); edge++) {
            degree[scene.edgeFrom()[edge]]++;
            degree[scene.edgeTo()[edge]]++;
        }
        return degree;
    }

    static float[] sizes(int[] degree) {
        float[] size = new float[degree.length];
        for (int item = 0; item < degree.length; item++) {
            size[item] = size(degree[item]);
        }
        return size;
    }

    static float size(int degree) {
        return (float) Math.min(LARGEST, 1 + 0.5 * Math.log1p(degree));
    }

    /** For each item of {@code before} the item of {@code after} that is the same thing, or -1. */
    static int[] carried(MapScene before, MapScene after) {
        int[] itemOf = new int[before.items()];
        int least = 0;
        int most = 0;
        for (int thing : after.thing()) {
            least = Math.min(least, thing);
            most = Math.max(most, thing + 1);
        }
        int[] byThing = new int[most - least];
        Arrays.fill(byThing, NONE);
        for (int item = 0; item < after.items(); item++) {
            byThing[after.thing()[item] - least] = item;
        }
        for (int item = 0; item < itemOf.length; item++) {
            int thing = before.thing()[item];
            itemOf[item] = thing >= least && thing < most ? byThing[thing - least] : NONE;
        }
        return itemOf;
    }
}
