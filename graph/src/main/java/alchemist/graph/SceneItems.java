package alchemist.graph;

/** What a scene shows but its edges, in the order of {@link alchemist.graph.read.MapScene}. */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
record SceneItems(
        int[] thing,
        long[] high,
        long[] low,
        String[] name,
        int[] type,
        boolean[] group,
        int[] parent,
        long[] from,
        long[] to) {}
