package alchemist.layout;

/** Places the members of one group, or of the root, as circles among themselves. */
final class GroupLayout {
    /** Up to here a component's members are placed by all their distances, beyond by forces. */
    private static final int STRESS_LIMIT = 100;

    private final int rounds;
    private final Pace pace;

    GroupLayout(int rounds, Pace pace) {
        this.rounds = rounds;
        this.pace = pace;
    }

    /** Places circles from nothing; {@code x} and {@code y} receive centres, not yet centred. */
    void place(Net net, double[] reach, double[] x, double[] y, SplitMix64 random) {
        int n = net.nodes;
        if (n == 1) {
            return;
        }
        if (net.to.length == 0) {
            FrontChain.pack(x, y, reach, n);
            return;
        }
        placeComponents(net, reach, x, y, random);
        Compaction compaction = new Compaction(net, reach, x, y);
        compaction.compact(rounds, new double[0], new double[0], random);
        compaction.partAll();
    }

    /** Moves placed circles to where their pulls draw them, as far as there is room. */
    void improve(
            Net net,
            double[] reach,
            double[] x,
            double[] y,
            double[] pullX,
            double[] pullY,
            SplitMix64 random) {
        if (net.nodes == 1) {
            return;
        }
        Compaction compaction = new Compaction(net, reach, x, y);
        compaction.compact(rounds, pullX, pullY, random);
        compaction.partAll();
    }

    private void placeComponents(
            Net net, double[] reach, double[] x, double[] y, SplitMix64 random) {
        int n = net.nodes;
        int[] component = net.components();
        int count = 0;
        for (int c : component) {
            count = Math.max(count, c + 1);
        }
        int[] start = new int[count + 1];
        for (int c : component) {
            start[c + 1]++;
        }
        for (int c = 0; c < count; c++) {
            start[c + 1] += start[c];
        }
        int[] fill = new int[count];
        int[] nodes = new int[n];
        for (int i = 0; i < n; i++) {
            nodes[start[component[i]] + fill[component[i]]++] = i;
        }
        double[] centreX = new double[count];
        double[] centreY = new double[count];
        double[] radius = new double[count];
        int[] local = new int[n];
        for (int c = 0; c < count; c++) {
            int[] members = java.util.Arrays.copyOfRange(nodes, start[c], start[c + 1]);
            double[] r = new double[members.length];
            double[] px = new double[members.length];
            double[] py = new double[members.length];
            for (int i = 0; i < r.length; i++) {
                r[i] = reach[members[i]];
            }
            if (r.length == 1) {
                radius[c] = r[0];
            } else {
                Net part = count == 1 ? net : net.induced(members, local);
                placeConnected(part, r, px, py, random);
                EnclosingCircle circle = EnclosingCircle.of(px, py, r, r.length, random);
                radius[c] = circle.radius;
                for (int i = 0; i < r.length; i++) {
                    x[members[i]] = px[i] - circle.centreX;
                    y[members[i]] = py[i] - circle.centreY;
                }
            }
        }
        if (count > 1) {
            FrontChain.pack(centreX, centreY, radius, count);
            for (int i = 0; i < n; i++) {
                x[i] += centreX[component[i]];
                y[i] += centreY[component[i]];
            }
        }
    }

    private void placeConnected(
            Net net, double[] reach, double[] x, double[] y, SplitMix64 random) {
        double[] stretch = IdealLengths.stretch(net);
        if (net.nodes <= STRESS_LIMIT) {
            StressLayout.place(net, stretch, reach, x, y, random, 15 + rounds / 4);
        } else {
            ForceLayout.place(net, stretch, reach, x, y, random, rounds, pace);
        }
        Compaction compaction = new Compaction(net, reach, x, y);
        if (net.nodes > STRESS_LIMIT) {
            compaction.fit();
        }
        compaction.partAll();
    }
}
