package alchemist.bench.http;

import alchemist.bench.BenchWorkspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Posts commands over several connections, each with one request on its way. Runs once. */
final class Traffic {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int port;
    private final int connections;
    private final Supplier<Form> forms;
    private final long from;
    private final int together;
    private final long[] latencies;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong computed = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Traffic(
            int port,
            int connections,
            Supplier<Form> forms,
            long from,
            int commands,
            int together) {
        this.port = port;
        this.connections = connections;
        this.forms = forms;
        this.from = from;
        this.together = together;
        this.latencies = new long[commands / together];
    }

    Load run() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofPlatform().name("client-" + i).unstarted(this::connection));
        }
        Shares before = Shares.now();
        long start = System.nanoTime();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Exception failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return new Load(
                (long) latencies.length * together,
                seconds,
                latencies,
                refused.get(),
                Shares.now().since(before).withClients(computed.get()));
    }

    private void connection() {
        try (Poster poster = new Poster(port, BenchWorkspace.NAME, forms.get())) {
            for (int one = next.getAndIncrement();
                    one < latencies.length;
                    one = next.getAndIncrement()) {
                long sent = System.nanoTime();
                int accepted = poster.post(from + (long) one * together, together);
                latencies[one] = System.nanoTime() - sent;
                refused.addAndGet(together - accepted);
            }
        } catch (IOException | RuntimeException e) {
            failure.compareAndSet(null, e);
        }
        computed.addAndGet(THREADS.getCurrentThreadCpuTime());
    }
}
