package alchemist.layout;

/**
 * How long each edge would like to be: tied circles want to touch, and the less two are tied, for
 * all they are tied to, the longer is what is between them.
 */
final class IdealLengths {
    private static final double LONGEST = 2.5;

    private IdealLengths() {}

    /**
     * Returns for each entry of {@code net.to} a factor from 1 to 2.5 to stretch its length by.
     *
     * <p>The strength of a tie is its weight against what chance would give two nodes of such
     * degrees (association strength: N. van Eck, L. Waltman, 2009); the strongest tie of a node has
     * the factor 1.
     */
    static double[] stretch(Net net) {
        double[] degree = new double[net.nodes];
        for (int i = 0; i < net.nodes; i++) {
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                degree[i] += net.weight[e];
            }
        }
        double[] strongest = new double[net.nodes];
        for (int i = 0; i < net.nodes; i++) {
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                double s = net.weight[e] / (degree[i] * degree[net.to[e]]);
                strongest[i] = Math.max(strongest[i], s);
            }
        }
        double[] stretch = new double[net.to.length];
        for (int i = 0; i < net.nodes; i++) {
            for (int e = net.start[i]; e < net.start[i + 1]; e++) {
                int j = net.to[e];
                double s = net.weight[e] / (degree[i] * degree[j]);
                double relative = s / Math.min(strongest[i], strongest[j]);
                stretch[e] = Math.max(1, Math.min(LONGEST, 1 / Math.sqrt(relative)));
            }
        }
        return stretch;
    }
}
