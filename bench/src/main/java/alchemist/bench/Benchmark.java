package alchemist.bench;

/** Measures something; its figures are named with their unit. */
@FunctionalInterface
public interface Benchmark {
    /** Measures. */
    Figures run() throws Exception;
}
