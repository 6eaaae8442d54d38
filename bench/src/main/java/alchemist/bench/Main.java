package alchemist.bench;

import alchemist.bench.http.HttpBenchmark;
import alchemist.bench.large.LargeBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs benchmarks by name, or all: a table for people, then one line of JSON for programs. */
public final class Main {
    private static final Map<String, Benchmark> BENCHMARKS =
            new TreeMap<>(
                    Map.of(
                            "write", new WriteBenchmark(),
                            "replay", new ReplayBenchmark(),
                            "start", new StartBenchmark(),
                            "http", new HttpBenchmark(),
                            "growth", new GrowthBenchmark(),
                            "watch", new WatchBenchmark(),
                            "peers", new PeersBenchmark()));

    private Main() {}

    /** Runs what is named; unknown names end with status 2. */
    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("large")) {
            large(List.of(args).subList(1, args.length));
            System.exit(0);
        }
        List<String> names =
                args.length == 0 ? new ArrayList<>(BENCHMARKS.keySet()) : List.of(args);
        for (String name : names) {
            if (!BENCHMARKS.containsKey(name)) {
                System.err.println(
                        "there is no benchmark '"
                                + name
                                + "'; there are: "
                                + BENCHMARKS.keySet()
                                + ", and large, alone");
                System.exit(2);
            }
        }
        System.out.println(Machine.text());
        for (String name : names) {
            Benchmark benchmark = BENCHMARKS.get(name);
            if (benchmark != null) {
                print(name, benchmark.run());
            }
        }
        System.exit(0);
    }

    /** Takes minutes, and words of its own: so it is run only where it is named, and alone. */
    private static void large(List<String> words) throws Exception {
        LargeBenchmark benchmark;
        try {
            benchmark = LargeBenchmark.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println("bench large: " + e.getMessage());
            System.exit(2);
            return;
        }
        System.out.println(Machine.text());
        print("large", benchmark.run());
    }

    private static void print(String name, Figures figures) {
        System.out.println();
        System.out.println(name);
        System.out.print(figures.table());
        System.out.println(figures.json(name));
    }
}
