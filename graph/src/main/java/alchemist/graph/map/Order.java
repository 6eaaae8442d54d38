package alchemist.graph.map;

/** Orders of a forest that is given by parents. */
final class Order {
    private static final int NONE = -1;

    private Order() {}

    /** Every item, a parent before its members, siblings by rising index. */
    static int[] parentsFirst(int[] parent) {
        int count = parent.length;
        int[] start = new int[count + 2];
        for (int each : parent) {
            start[each + 2]++;
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        int[] members = new int[count];
        int[] at = start.clone();
        for (int item = 0; item < count; item++) {
            members[at[parent[item] + 1]++] = item;
        }
        int[] order = new int[count];
        int size = 0;
        for (int i = start[0]; i < start[1]; i++) {
            order[size++] = members[i];
        }
        for (int i = 0; i < size; i++) {
            int item = order[i];
            for (int m = start[item + 1]; m < start[item + 2]; m++) {
                order[size++] = members[m];
            }
        }
        return order;
    }

    /** For each item how many groups are around it. */
    static int[] depths(int[] parent, int[] parentsFirst) {
        int[] depth = new int[parent.length];
        for (int item : parentsFirst) {
            depth[item] = parent[item] == NONE ? 0 : depth[parent[item]] + 1;
        }
        return depth;
    }
}
