package alchemist.wasm;

import alchemist.layout.Layout;
import alchemist.layout.LayoutGraph;
import alchemist.layout.LayoutOptions;
import alchemist.layout.LayoutProgress;
import alchemist.layout.Placement;
import org.teavm.jso.JSExport;

/**
 * What JavaScript may call. One instance of the module is one {@link Replica}. What is thrown here
 * arrives there as an {@code Error} with the same message; after a trap (an {@code
 * WebAssembly.RuntimeError}: a stack that overflowed, memory that ran out, an index out of bounds,
 * a null or a type that was not looked for) the instance must be thrown away. Nobody may catch what
 * traps.
 */
public final class Exports {
    private static final Replica REPLICA = new Replica();
    private static final LayoutProgress SILENT = done -> true;

    private Exports() {}

    /** Nothing is to be done at the start. */
    public static void main(String[] args) {}

    /** See {@link Replica#position()}. */
    @JSExport
    public static double position() {
        return REPLICA.position();
    }

    /** See {@link Replica#submit(byte[])}. */
    @JSExport
    public static byte[] submit(byte[] json) {
        return REPLICA.submit(json);
    }

    /** See {@link Replica#replay(byte[])}. */
    @JSExport
    public static byte[] replay(byte[] ndjson) {
        return REPLICA.replay(ndjson);
    }

    /** See {@link Replica#fold(byte[])}. */
    @JSExport
    public static void fold(byte[] events) {
        REPLICA.fold(events);
    }

    /** See {@link Replica#save()}. */
    @JSExport
    public static byte[] save() {
        return REPLICA.save();
    }

    /** See {@link Replica#load(byte[])}. */
    @JSExport
    public static void load(byte[] saved) {
        REPLICA.load(saved);
    }

    /** See {@link Layout#place(LayoutGraph, LayoutOptions)}. */
    @JSExport
    public static Placed place(
            int[] parent,
            int[] from,
            int[] to,
            float[] weight,
            float[] size,
            double seed,
            int maxGroupSize,
            int iterations,
            float padding) {
        LayoutGraph graph = new LayoutGraph(parent.length, parent, from, to, weight, size);
        return new Placed(
                Layout.place(
                        graph,
                        new LayoutOptions((long) seed, maxGroupSize, iterations, padding, SILENT)));
    }

    /** See {@link Layout#refine(LayoutGraph, Placement, int[], LayoutOptions)}. */
    @JSExport
    public static Placed refine(
            int[] parent,
            int[] from,
            int[] to,
            float[] weight,
            float[] size,
            Placed before,
            int[] itemOf,
            double seed,
            int maxGroupSize,
            int iterations,
            float padding) {
        LayoutGraph graph = new LayoutGraph(parent.length, parent, from, to, weight, size);
        return new Placed(
                Layout.refine(
                        graph,
                        before.placement(),
                        itemOf,
                        new LayoutOptions((long) seed, maxGroupSize, iterations, padding, SILENT)));
    }
}
