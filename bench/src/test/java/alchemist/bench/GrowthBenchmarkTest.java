package alchemist.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GrowthBenchmarkTest {
    @Test
    void findsWhatItWroteInASmallWorkspace() throws Exception {
        double[] figures = GrowthBenchmark.measure(2_000, 1_000_000);
        assertTrue(Arrays.stream(figures).noneMatch(Double::isNaN), Arrays.toString(figures));
    }
}
