package alchemist.bench;

import alchemist.bench.peers.Absent;
import alchemist.bench.peers.Contender;
import alchemist.bench.peers.Contenders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The same events with the same durability in Alchemist and in other stores, on one disk. All of
 * them stand open; in each of many rounds each has a short turn, every time in another order, so
 * that what else the machine does meets all alike. Before a turn all that was written is on the
 * disk, so that nobody pays for another's writing.
 */
final class PeersBenchmark implements Benchmark {
    private static final Path ASIDE =
            Path.of(System.getProperty("bench.root", ""), ".cache", "peers");

    /** The first one warms up, and does not count. */
    private static final int ROUNDS = 1 + Integer.getInteger("bench.rounds", 20);

    /** Of the orders in which turns are taken. */
    private static final int SEED = 7;

    private static final int READS = 3;

    /**
     * Of so many units the rest of the machine took no time away: on one that others use, a thread
     * that waited for the disk then often waits for a processor ten times as long.
     */
    private static final double UNDISTURBED = 0.1;

    /** By how much a turn is measured: so many units of so many events. */
    record Load(int unit, int units) {
        int events() {
            return unit * units;
        }
    }

    private static final Load THOUSAND = new Load(1_000, 10);
    private static final Load HUNDRED = new Load(100, 30);
    private static final Load ALONE = new Load(1, 20);
    private static final List<Load> LOADS = List.of(THOUSAND, HUNDRED, ALONE);

    private final List<Turns> all = new ArrayList<>();
    private final Random random = new Random(SEED);

    @Override
    public Figures run() throws Exception {
        int inRound = LOADS.stream().mapToInt(Load::events).sum();
        List<byte[]> events = EncodedEvents.of(inRound * ROUNDS);
        try (TemporaryFolder folder = TemporaryFolder.make();
                AutoCloseable _ = this::close) {
            begin(folder.path());
            for (int round = 0; round < ROUNDS; round++) {
                write(events.subList(round * inRound, (round + 1) * inRound), round);
            }
            for (int i = 0; i < READS; i++) {
                for (Turns each : all) {
                    each.read();
                }
            }
            return figures(events);
        }
    }

    private void begin(Path folder) throws Exception {
        List<Contender> contenders = new ArrayList<>(Contenders.embedded());
        contenders.add(1, new Contender("Alchemist, the whole", WholeAlchemist::begin));
        contenders.addAll(Contenders.servers(ASIDE));
        for (Contender each : contenders) {
            Path own = Files.createDirectory(folder.resolve("peer-" + contenders.indexOf(each)));
            try {
                all.add(new Turns(each.name(), each.opener().open(own), LOADS.size(), ROUNDS));
            } catch (Absent e) {
                System.out.println(each.name() + ": skipped: needs " + e.getMessage());
            }
        }
    }

    private void write(List<byte[]> events, int round) throws Exception {
        List<Turns> order = new ArrayList<>(all);
        Collections.shuffle(order, random);
        for (Turns each : order) {
            new ProcessBuilder("sync").start().waitFor();
            int from = 0;
            for (int i = 0; i < LOADS.size(); i++) {
                Load load = LOADS.get(i);
                each.write(events.subList(from, from + load.events()), load.unit(), i, round);
                from += load.events();
            }
        }
    }

    private Figures figures(List<byte[]> events) throws Exception {
        Turns log = all.get(0);
        Turns whole = all.get(1);
        Figures figures = new Figures();
        for (Load load : List.of(THOUSAND, HUNDRED)) {
            figures.with(written(load, log, whole));
        }
        figures.with(alone(log, whole)).with(kept(log));
        if (whole.peer() instanceof WholeAlchemist alchemist) {
            figures.with("events a force of Alchemist, the whole", alchemist.eventsPerForce());
        }
        return figures.with(
                "bytes of an event itself",
                events.stream().mapToInt(event -> event.length).average().orElse(0));
    }

    private Table written(Load load, Turns log, Turns whole) {
        int i = LOADS.indexOf(load);
        Table table =
                new Table(
                        load.unit() + " events a unit",
                        "events/s",
                        "time, log = 1",
                        "time, whole = 1",
                        "undisturbed ms a unit",
                        "log = 1",
                        "whole = 1");
        for (Turns each : all) {
            double quiet = each.unitNanos(i, UNDISTURBED);
            table.row(
                    each.name(),
                    1e9 / each.nanos(i),
                    each.over(log, i),
                    each.over(whole, i),
                    quiet / 1e6,
                    quiet / log.unitNanos(i, UNDISTURBED),
                    quiet / whole.unitNanos(i, UNDISTURBED));
        }
        return table;
    }

    private Table alone(Turns log, Turns whole) {
        int i = LOADS.indexOf(ALONE);
        Table table =
                new Table(
                        "one event alone",
                        "median ms",
                        "p99 ms",
                        "undisturbed ms",
                        "log = 1",
                        "whole = 1");
        for (Turns each : all) {
            double quiet = each.unitNanos(i, UNDISTURBED);
            table.row(
                    each.name(),
                    each.unitNanos(i, 0.5) / 1e6,
                    each.unitNanos(i, 0.99) / 1e6,
                    quiet / 1e6,
                    quiet / log.unitNanos(i, UNDISTURBED),
                    quiet / whole.unitNanos(i, UNDISTURBED));
        }
        return table;
    }

    private Table kept(Turns log) throws Exception {
        Table table =
                new Table("what is kept", "bytes/event", "read events/s", "time to read, log = 1");
        for (Turns each : all) {
            table.row(
                    each.name(),
                    each.bytesPerEvent(),
                    1e9 / each.readNanos(),
                    each.readNanos() / log.readNanos());
        }
        return table;
    }

    /** Ends all, even when one cannot be ended. */
    private void close() throws Exception {
        try {
            if (!all.isEmpty()) {
                all.removeLast().peer().close();
            }
        } finally {
            if (!all.isEmpty()) {
                close();
            }
        }
    }
}
