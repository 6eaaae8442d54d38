package alchemist.bench.http;

import alchemist.bench.Figures;
import java.util.Arrays;

/**
 * What one run of many commands took.
 *
 * @param commands how many
 * @param seconds from the first byte to the last answer
 * @param latencies of each request to its last answer, sorted, ns
 * @param refused how many commands were not accepted
 * @param cpu of each group of threads
 */
@SuppressWarnings("ArrayRecordComponent") // measured once, never compared
record Load(long commands, double seconds, long[] latencies, long refused, Shares cpu) {
    Load {
        Arrays.sort(latencies);
    }

    double perSecond() {
        return commands / seconds;
    }

    double medianMs() {
        return latencies[latencies.length / 2] / 1e6;
    }

    double p99Ms() {
        return latencies[latencies.length * 99 / 100] / 1e6;
    }

    /** Where there was one request for many events. */
    void events(String name, Figures figures) {
        figures.with(name + ", events/s", perSecond());
        cpu.figures(name, commands, figures);
    }

    void figures(String name, Figures figures) {
        figures.with(name + ", commands/s", perSecond())
                .with(name + ", acknowledgement median ms", medianMs())
                .with(name + ", acknowledgement p99 ms", p99Ms());
        if (refused > 0) {
            figures.with(name + ", not accepted", (double) refused);
        }
        cpu.figures(name, commands, figures);
    }
}
