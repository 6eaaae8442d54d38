package alchemist.layout;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Measures how long placements take. Run its main; nothing asserts times. */
final class Stopwatch {
    private Stopwatch() {}

    public static void main(String[] args) {
        Object[][] all = {
            {"planted 100k/300k", Graphs.planted(400, 250, 5, 1, 1), LayoutOptions.DEFAULT},
            {"scale-free 100k/300k", Graphs.scaleFree(100_000, 3, 1), LayoutOptions.DEFAULT},
            {"folders 100k/300k", Graphs.folders(100_000, 300_000, 1), LayoutOptions.DEFAULT},
            {"grid 316x316", Graphs.grid(316), LayoutOptions.DEFAULT},
            {"tree 100k", Graphs.tree(100_000, 3), LayoutOptions.DEFAULT},
            {"star 20k", Graphs.star(20_000), LayoutOptions.DEFAULT},
            {"isolated 200k", Graphs.isolated(200_000), LayoutOptions.DEFAULT},
            {"chain 10k deep", Graphs.chain(10_000), LayoutOptions.DEFAULT},
            {"planted 200k/600k", Graphs.planted(800, 250, 5, 1, 1), LayoutOptions.DEFAULT},
            {
                "planted 100k, one group",
                Graphs.planted(400, 250, 5, 1, 1),
                LayoutOptions.DEFAULT.withMaxGroupSize(1_000_000)
            },
            {
                "isolated 200k, one group",
                Graphs.isolated(200_000),
                LayoutOptions.DEFAULT.withMaxGroupSize(1_000_000)
            },
        };
        String only = args.length > 0 ? args[0] : "";
        for (Object[] one : all) {
            if (!((String) one[0]).contains(only)) {
                continue;
            }
            LayoutGraph graph = (LayoutGraph) one[1];
            long begin = cpu();
            Placement placement = Layout.place(graph, (LayoutOptions) one[2]);
            double seconds = (cpu() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %7d items %7d edges %6.2f s  %s%n",
                    one[0],
                    graph.items(),
                    graph.edges(),
                    seconds,
                    Figures.of(graph, placement));
        }
    }

    /** Time of this thread on a processor: other processes on the machine do not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
