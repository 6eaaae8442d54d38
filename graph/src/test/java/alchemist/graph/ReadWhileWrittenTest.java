package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.graph.read.Direction;
import alchemist.graph.read.NodeRead;
import alchemist.graph.read.NodeSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Readers on real threads, while one thread folds: what each was shown is what the graph of that
 * position is when nobody writes any more.
 */
final class ReadWhileWrittenTest {
    private static final int OPS = Boolean.getBoolean("alchemist.long") ? 200_000 : 4_000;
    private static final int READERS = 2;

    /** So many looks of a reader are kept to be compared. */
    private static final int KEPT = 400;

    @Test
    void everyReaderSeesTheGraphOfItsPosition() throws Exception {
        GraphView view = new GraphView(Opener.NONE);
        Feed feed = new Feed(view);
        Op.play(ops(new SplittableRandom(1), 5), feed);
        AtomicBoolean ended = new AtomicBoolean();
        // Each looks before, and once in between, however seldom it is its turn.
        CountDownLatch begun = new CountDownLatch(READERS);
        CountDownLatch grown = new CountDownLatch(READERS);
        List<Map<Long, String>> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            List<Future<Map<Long, String>>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                Callable<Map<Long, String>> reader = () -> look(view, ended, begun, grown);
                readers.add(threads.submit(reader));
            }
            begun.await();
            List<Op> ops = ops(new SplittableRandom(2), OPS);
            Op.play(ops.subList(0, OPS / 2), feed);
            grown.await();
            Op.play(ops.subList(OPS / 2, OPS), feed);
            ended.set(true);
            for (Future<Map<Long, String>> reader : readers) {
                seen.add(reader.get());
            }
        }
        for (Map<Long, String> reader : seen) {
            assertTrue(reader.size() > 1, "a reader saw the graph grow");
            reader.forEach(
                    (position, shown) ->
                            assertEquals(
                                    shown(view.at(At.position(position))),
                                    shown,
                                    () -> "at " + position));
        }
    }

    private static List<Op> ops(SplittableRandom random, int count) {
        List<Op> ops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ops.add(
                    new Op(
                            random.nextInt(Op.KINDS),
                            random.nextInt(9),
                            random.nextInt(9),
                            random.nextInt(Op.WHO),
                            random.nextInt(9),
                            0,
                            random.nextInt(4) == 0));
        }
        return ops;
    }

    private static Map<Long, String> look(
            GraphView view, AtomicBoolean ended, CountDownLatch begun, CountDownLatch grown) {
        TreeMap<Long, String> seen = new TreeMap<>();
        int step = 1;
        boolean hasGrown = false;
        try {
            for (long looks = 0; looks == 0 || !ended.get(); looks++) {
                Graph now = view.now();
                String shown = shown(now);
                if (looks % step == 0) {
                    seen.put(now.position(), shown);
                }
                if (seen.size() > KEPT) {
                    seen.headMap(seen.lastKey()).values().removeIf(_ -> seen.size() > KEPT / 2);
                    step *= 2;
                }
                if (looks == 0) {
                    begun.countDown();
                } else if (!hasGrown && seen.size() > 1) {
                    hasGrown = true;
                    grown.countDown();
                }
            }
            return seen;
        } finally { // nobody waits for one who failed
            begun.countDown();
            grown.countDown();
        }
    }

    /** All that the graph shows. */
    private static String shown(Graph graph) {
        StringBuilder all = new StringBuilder().append(graph.statistics());
        graph.nodes("", "byr", 100, "").items().forEach(all::append);
        for (NodeSummary node : graph.nodes("", "", 100, "").items()) {
            NodeRead read = graph.node(node.id()).orElseThrow();
            // What was merged has no order, and is found in another after it was merged again.
            String merged = new TreeSet<>(read.mergedFrom()).toString();
            all.append('\n').append(read.toString().replace(read.mergedFrom().toString(), merged));
            all.append(graph.neighbors(node.id(), "", Direction.BOTH, 100, ""));
        }
        return all.toString();
    }
}
