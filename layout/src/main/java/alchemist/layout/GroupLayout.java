package alchemist.layout;

import java.util.Arrays;

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

    /** Places circles from nothing, somewhere around 0. */
    void place(Circles circles, SplitMix64 random) {
        if (circles.net.to.length == 0) {
            FrontChain.pack(circles);
        } else {
            placeComponents(circles, random);
        }
        improve(circles, new double[0], new double[0], random);
    }

    /**
     * Moves placed circles closer, and to where they are pulled, as far as there is room.
     *
     * @param pullX for each circle a pull from outside, 0 to 1 long; may be empty for none
     */
    void improve(Circles circles, double[] pullX, double[] pullY, SplitMix64 random) {
        if (circles.count() > 1) {
            Compaction compaction = new Compaction(circles);
            compaction.compact(rounds, pullX, pullY, random);
            compaction.partAll();
        }
    }

    private void placeComponents(Circles circles, SplitMix64 random) {
        int[] component = circles.net.components();
        int[][] members = membersOf(component);
        if (members.length == 1) {
            placeConnected(circles, random);
            return;
        }
        double[] radius = new double[members.length];
        int[] local = new int[circles.count()];
        for (int c = 0; c < members.length; c++) {
            int[] nodes = members[c];
            if (nodes.length == 1) {
                radius[c] = circles.reach[nodes[0]];
                continue;
            }
            double[] reach = new double[nodes.length];
            for (int i = 0; i < nodes.length; i++) {
                reach[i] = circles.reach[nodes[i]];
            }
            Circles part = new Circles(circles.net.induced(nodes, local), reach);
            placeConnected(part, random);
            EnclosingCircle circle = part.enclosing(random);
            radius[c] = circle.radius;
            for (int i = 0; i < nodes.length; i++) {
                circles.x[nodes[i]] = part.x[i] - circle.centreX;
                circles.y[nodes[i]] = part.y[i] - circle.centreY;
            }
        }
        Circles discs =
                new Circles(Net.of(radius.length, 0, new int[0], new int[0], radius), radius);
        FrontChain.pack(discs);
        for (int i = 0; i < circles.count(); i++) {
            circles.x[i] += discs.x[component[i]];
            circles.y[i] += discs.y[component[i]];
        }
    }

    /** Lists the members of each component. */
    private static int[][] membersOf(int[] component) {
        int count = 0;
        for (int c : component) {
            count = Math.max(count, c + 1);
        }
        int[] size = new int[count];
        for (int c : component) {
            size[c]++;
        }
        int[][] members = new int[count][];
        for (int c = 0; c < count; c++) {
            members[c] = new int[size[c]];
        }
        Arrays.fill(size, 0);
        for (int i = 0; i < component.length; i++) {
            members[component[i]][size[component[i]]++] = i;
        }
        return members;
    }

    private void placeConnected(Circles circles, SplitMix64 random) {
        double[] stretch = IdealLengths.stretch(circles.net);
        Compaction compaction = new Compaction(circles);
        if (circles.count() <= STRESS_LIMIT) {
            StressLayout.place(circles, stretch, random, 15 + rounds / 4);
        } else {
            ForceLayout.place(circles, stretch, random, rounds, pace);
            compaction.fit();
        }
        compaction.partAll();
    }
}
