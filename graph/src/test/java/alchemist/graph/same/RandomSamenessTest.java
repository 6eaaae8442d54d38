package alchemist.graph.same;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodeRetired;
import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept up to date is what would be found anew. */
class RandomSamenessTest {
    private static final int NODES = 14;
    private static final int STEPS = 250;

    private final Sketch sketch = new Sketch();
    private final Map<Id, Id> into = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keptUpToDateEqualsFoundAnew(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            step(random);
            SamenessView anew = new SamenessView(() -> sketch.view.now().seen());
            assertEquals(
                    anew.suggestions("", 0, 500, ""),
                    sketch.sameness.suggestions("", 0, 500, ""),
                    "seed " + seed + ", step " + step);
        }
    }

    private void step(Random random) {
        int number = random.nextInt(NODES);
        Id one = Id.of("node", "n" + number);
        Id other = Id.of("node", "n" + random.nextInt(NODES));
        switch (random.nextInt(9)) {
            case 0, 1, 2 ->
                    sketch.add(
                            "n" + number,
                            name(random),
                            "Person",
                            "email",
                            "user" + random.nextInt(4) + "@" + number + ".example");
            case 3 ->
                    sketch.record(
                            new NodeRenamed(
                                    one, Sketch.ANN, Value.text(name(random)), Value.NULL, 0, 0));
            case 4 -> sketch.record(new NodeRetired(one, Sketch.ANN, 0, 0, 0));
            case 5 -> sketch.record(new NodeRestored(one, Sketch.ANN, true, 0, 0, 0));
            case 6 -> {
                if (!one.equals(other)) {
                    sketch.connect(one, "knows", other);
                }
            }
            case 7 -> merge(one, other);
            default -> {
                if (!one.equals(other)) {
                    sketch.record(
                            random.nextBoolean()
                                    ? new NodesKeptApart(one, other, Sketch.ANN)
                                    : new NodesReconsidered(one, other, Sketch.ANN));
                }
            }
        }
    }

    private void merge(Id survivor, Id absorbed) {
        Id former = into.remove(absorbed);
        if (former != null) {
            sketch.record(new NodesUnmerged(former, absorbed, Sketch.ANN, 0));
        } else if (!survivor.equals(absorbed)
                && !into.containsKey(survivor)
                && !into.containsValue(absorbed)) {
            into.put(absorbed, survivor);
            sketch.record(new NodesMerged(survivor, absorbed, Sketch.ANN, 0));
        }
    }

    private static String name(Random random) {
        return "Ann " + (char) ('A' + random.nextInt(3)) + "sh";
    }
}
