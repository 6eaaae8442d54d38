package alchemist.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * What a process and all that it started take, looked at five times a second: the memory that is in
 * use at once, and the time of processors. Linux tells; elsewhere all is 0.
 */
public final class ProcessTree implements AutoCloseable {
    private static final long EVERY_NANOS = 200_000_000;
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;

    private final ProcessHandle top;
    private final Thread looking;
    private final Map<Long, Double> cpuSeconds = new HashMap<>();
    private double peakMb;
    private double peakOfTopMb;
    private volatile boolean ended;

    ProcessTree(ProcessHandle top) {
        this.top = top;
        this.looking = Thread.ofPlatform().daemon().name("process-tree").start(this::look);
    }

    /** The most that was in memory at once, of all processes together, MB. */
    public synchronized double peakMb() {
        return peakMb;
    }

    /** The most that the first process had in memory, MB. */
    public synchronized double peakOfTopMb() {
        return peakOfTopMb;
    }

    /** What the first process has computed, s. */
    synchronized double cpuOfTopSeconds() {
        lookOnce();
        return cpuSeconds.getOrDefault(top.pid(), 0.0);
    }

    /** What all of them, also those that ended, have computed, s. */
    public synchronized double cpuSeconds() {
        return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void look() {
        while (!ended) {
            lookOnce();
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    private synchronized void lookOnce() {
        double own = add(top.pid());
        double sum = own;
        String ownCommand = command(top.pid());
        for (ProcessHandle each : top.descendants().toList()) {
            // Until it has its own program, a process that has just begun shows its parent's
            // memory.
            if (!command(each.pid()).equals(ownCommand)) {
                sum += add(each.pid());
            }
        }
        peakOfTopMb = Math.max(peakOfTopMb, own);
        peakMb = Math.max(peakMb, sum);
    }

    private static String command(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException _) {
            return "";
        }
    }

    /** Notes what a process has computed; its memory, MB. */
    private double add(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double ticks =
                    Double.parseDouble(fields[USER_TIME])
                            + Double.parseDouble(fields[USER_TIME + 1]);
            cpuSeconds.put(pid, ticks / TICKS_PER_SECOND);
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
                // A page that several have counts once: by its share.
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1e3;
                }
            }
        } catch (IOException | RuntimeException _) {
            // It has just ended.
        }
        return 0;
    }

    @Override
    public void close() {
        ended = true;
        looking.interrupt();
    }
}
