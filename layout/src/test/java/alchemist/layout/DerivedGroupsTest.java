package alchemist.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DerivedGroupsTest {
    private static final int MAX = 60;

    /** At the root: groups that hold so many leaves each, then leaves. */
    private static LayoutGraph folders(int leaves, int... holding) {
        int[] parent =
                IntStream.concat(
                                IntStream.concat(
                                        IntStream.generate(() -> -1).limit(holding.length),
                                        IntStream.range(0, holding.length)
                                                .flatMap(
                                                        g ->
                                                                IntStream.generate(() -> g)
                                                                        .limit(holding[g]))),
                                IntStream.generate(() -> -1).limit(leaves))
                        .toArray();
        float[] size = new float[parent.length];
        Arrays.fill(size, 1);
        int[] none = new int[0];
        return new LayoutGraph(parent.length, parent, none, none, new float[0], size);
    }

    private static int[] extended(LayoutGraph graph) {
        Forest forest = new Forest(graph.items(), graph.parent());
        Pace pace = new Pace(done -> true);
        pace.phase(1);
        return DerivedGroups.extend(forest, Ties.of(graph, forest), MAX, new SplitMix64(1), pace);
    }

    @Test
    void whatHoldsMuchStaysBesideWhatIsPutTogether() {
        int[] parent = extended(folders(100, 59, 50, 2));
        assertEquals(-1, parent[0]);
        assertEquals(-1, parent[1]);
        // Two of 211 are less than the sixtieth part, as each leaf is.
        assertTrue(parent[2] >= 214, "a small group is beside the large ones");
        assertTrue(parent[213] >= 214, "a leaf is beside the groups");
    }

    @Property(tries = 100)
    void noGroupShowsMoreThanItShould(
            @ForAll @IntRange(min = 0, max = 200) int leaves,
            @ForAll @IntRange(min = 0, max = 100) int groups,
            @ForAll @IntRange(min = 1, max = 55) int holding) {
        int[] each = new int[groups];
        Arrays.fill(each, holding);
        int[] parent = extended(folders(leaves, each));
        int[] members = new int[parent.length + 1];
        for (int p : parent) {
            members[p + 1]++;
        }
        int most = Arrays.stream(members).max().orElseThrow();
        assertTrue(most <= MAX + 1, most + " in one group");
    }
}
