package alchemist.server.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Tells where nobody sees a line change how far something is: by a new line now and then. */
final class ProgressLines {
    /** Between two lines, and before the first: what ends soon needs none. */
    static final long EVERY_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private long told;
    private String last = "";

    /**
     * None yet.
     *
     * @param nanoTime a clock, ns
     */
    ProgressLines(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.told = nanoTime.getAsLong();
    }

    /** Something begins that may take its time. */
    void begin() {
        told = nanoTime.getAsLong();
        last = "";
    }

    /** How far it is now, which is told where it is long enough ago and has changed. */
    void at(String line) {
        long now = nanoTime.getAsLong();
        if (now - told >= EVERY_NANOS && !line.equals(last)) {
            told = now;
            last = line;
            out.println(line);
            out.flush();
        }
    }
}
