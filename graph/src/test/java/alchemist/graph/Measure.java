package alchemist.graph;

import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.PropertyStated;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.graph.read.Direction;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Measures the view with 200,000 nodes, 600,000 edges and 200,000 descriptions of three properties:
 * how fast it folds, what it takes of memory, how long reads take now and in the past. Not a test:
 *
 * <pre>
 * java -Xmx4g -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -cp … alchemist.graph.Measure
 * </pre>
 */
final class Measure {
    private static final int NODES = 200_000;
    private static final int EDGES = 600_000;
    private static final int GROUPS = 2_000;
    private static final int EVENTS_PER_COMMAND = 200;
    private static final Id SOURCE = Id.of("source", "bench");
    private static final String[] WORDS = {
        "order",
        "invoice",
        "customer",
        "payment",
        "ledger",
        "account",
        "stock",
        "price",
        "user",
        "session",
        "report",
        "index",
        "query",
        "cache",
        "stream",
        "event",
        "graph",
        "node",
        "edge"
    };

    private final List<Event> events = new ArrayList<>();
    private final Random random = new Random(1);
    private final Id[] nodes = new Id[NODES];

    private Measure() {}

    public static void main(String[] args) {
        Measure measure = new Measure();
        measure.invent();
        List<Envelope> log = measure.log();
        measure.events.clear();
        System.out.printf(Locale.ROOT, "%,d events%n", log.size());
        for (int round = 0; round < 5; round++) {
            fold(log, true);
        }
        measure.memory(log);
        measure.reads(fold(log, false));
    }

    private void invent() {
        events.add(new ImportStarted(Id.of("import", "1"), SOURCE, "bench", "/bench", "Bench"));
        Id[] groups = new Id[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = Id.of("group", "g" + i);
            Id within = i < 20 ? Id.NONE : groups[i / 20];
            events.add(
                    new GroupFormed(
                            groups[i],
                            SOURCE,
                            Value.text("package " + name(i)),
                            List.of("Folder"),
                            Properties.NONE,
                            within,
                            0));
        }
        String[] types = {"File", "Class", "Function", "Person", "Commit"};
        for (int i = 0; i < NODES; i++) {
            nodes[i] = Id.of("node", "n" + i);
            events.add(
                    new NodeAdded(
                            nodes[i],
                            SOURCE,
                            Value.text(name(i)),
                            List.of(types[i % types.length]),
                            Properties.NONE,
                            groups[random.nextInt(GROUPS)],
                            0));
        }
        String[] relations = {"imports", "calls", "contains", "changes"};
        for (int i = 0; i < EDGES; i++) {
            events.add(
                    new NodesConnected(
                            Id.of("edge", "e" + i),
                            SOURCE,
                            nodes[random.nextInt(NODES)],
                            nodes[skewed()],
                            relations[i % relations.length],
                            Properties.NONE,
                            0));
        }
        for (int i = 0; i < NODES; i++) {
            events.add(new NodeDescribed(nodes[i], SOURCE, changes(i)));
        }
    }

    private List<PropertyStated> changes(int i) {
        return List.of(
                stated("path", Value.text("src/main/java/" + name(i / 7) + "/" + i)),
                stated("lines", Value.integer(random.nextInt(3000))),
                stated("language", Value.text(i % 3 == 0 ? "Java" : "TypeScript")));
    }

    private static PropertyStated stated(String key, Value value) {
        return new PropertyStated(key, value, false, Value.NULL, 0, 0);
    }

    private int skewed() {
        double at = random.nextDouble();
        return (int) (at * at * at * NODES);
    }

    private static String name(int i) {
        return WORDS[i % WORDS.length] + " " + WORDS[(i / 19) % WORDS.length] + " " + i;
    }

    private List<Envelope> log() {
        List<Envelope> log = new ArrayList<>(events.size());
        Submission submission = null;
        for (int i = 0; i < events.size(); i++) {
            long first = i - i % EVENTS_PER_COMMAND + 1L;
            if (submission == null || i % EVENTS_PER_COMMAND == 0) {
                CommandEnvelope envelope =
                        CommandEnvelope.of(SOURCE, SOURCE).withEffectiveAt(first * 1000);
                submission = new Submission(envelope, new Undo(0));
            }
            long last = Math.min(first + EVENTS_PER_COMMAND - 1, events.size());
            log.add(new Envelope(i + 1L, i, first, last, 1, submission, events.get(i)));
        }
        return log;
    }

    private static GraphView fold(List<Envelope> log, boolean print) {
        GraphView view = new GraphView(Opener.NONE);
        long[] perKind = new long[1];
        long start = System.nanoTime();
        for (Envelope envelope : log) {
            view.apply(envelope);
            if (envelope.position() == envelope.lastOfCommand()) {
                view.publish(envelope.position());
            }
        }
        perKind[0] = System.nanoTime() - start;
        if (print) {
            System.out.printf(
                    Locale.ROOT, "fold: %.2f million events/s%n", log.size() * 1000.0 / perKind[0]);
        }
        return view;
    }

    private void memory(List<Envelope> log) {
        long before = used();
        GraphView view = fold(log, false);
        long taken = used() - before;
        System.out.printf(
                Locale.ROOT,
                "memory: %.1f MB on the heap, %.1f MB by the columns' own count%n",
                taken / 1e6,
                view.bytes() / 1e6);
        Output out = new Output(1 << 20);
        long start = System.nanoTime();
        view.save(out);
        long saved = System.nanoTime();
        GraphView loaded = new GraphView(Opener.NONE);
        loaded.load(new Input(out.bytes(), 0, out.size()));
        System.out.printf(
                Locale.ROOT,
                "checkpoint: %.1f MB, saved in %d ms, loaded in %d ms%n",
                out.size() / 1e6,
                (saved - start) / 1_000_000,
                (System.nanoTime() - saved) / 1_000_000);
        columns(view.now().moment().store);
    }

    private static void columns(Store store) {
        System.out.printf(
                Locale.ROOT,
                "commands %d, things %d, rows %d (%d), values %d, members %d, typings %d, subjects %d, names %d%n",
                store.commands.bytes(),
                store.things.bytes(),
                store.rows.bytes(),
                store.rows.size(),
                store.values.bytes(),
                store.members.bytes(),
                store.typings.bytes(),
                store.subjects.bytes(),
                store.names.bytes());
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void reads(GraphView view) {
        At past = At.position(view.position() - NODES / 2);
        At world = At.effective((view.position() - NODES / 2) * 1000);
        for (At at : List.of(At.HEAD, past, world)) {
            System.out.println(
                    at.equals(At.HEAD) ? "now" : at.isEffective() ? "in the world" : "past");
            time("node", 20_000, i -> view.at(at).node(nodes[i * 7 % NODES]));
            time("summary", 20_000, i -> view.at(at).summary(nodes[i * 7 % NODES]));
            time(
                    "20 neighbors",
                    20_000,
                    i ->
                            view.at(at)
                                    .neighbors(
                                            nodes[NODES / 2 + i % 1000],
                                            null,
                                            Direction.BOTH,
                                            20,
                                            ""));
            time("history", 20_000, i -> view.at(at).history(nodes[i * 7 % NODES], 50, ""));
            time("look-up 'ledg'", 50, _ -> view.at(at).nodes("", "ledg", 20, ""));
            time("look-up 'ledger 1999'", 200, _ -> view.at(at).nodes("", "ledger 1999", 20, ""));
            time("look-up 'e'", 20, _ -> view.at(at).nodes("", "e", 20, ""));
            time("50 of a type", 50, _ -> view.at(at).nodes("Person", "", 50, ""));
            time("statistics", 20, _ -> view.at(at).statistics());
            time("sources", 10, _ -> view.at(at).sources());
            int[] seen = new int[1];
            time(
                    "statementsOf",
                    3,
                    _ -> view.at(at).statementsOf(SOURCE, _ -> seen[0]++, _ -> seen[0]++));
        }
    }

    private static void time(String what, int times, IntConsumer read) {
        for (int i = 0; i < times; i++) {
            read.accept(i);
        }
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            read.accept(i);
        }
        System.out.printf(
                Locale.ROOT,
                "  %-24s %10.1f µs%n",
                what,
                (System.nanoTime() - start) / 1000.0 / times);
    }
}
