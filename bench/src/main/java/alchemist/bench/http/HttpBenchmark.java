package alchemist.bench.http;

import alchemist.bench.BenchWorkspace;
import alchemist.bench.Benchmark;
import alchemist.bench.Figures;
import alchemist.bench.TemporaryFolder;
import alchemist.bench.Workload;
import alchemist.engine.stream.CommandWriter;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Workspace;
import alchemist.kernel.Submission;
import alchemist.server.data.DataDirectory;
import alchemist.server.serving.Server;
import alchemist.server.serving.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Commands over HTTP into a real server of the same process, as lines of JSON and as records, over
 * several connections; the same commands submitted in process; and both forms into a workspace
 * where everything is so already, which leaves what HTTP and decoding cost.
 */
public final class HttpBenchmark implements Benchmark {
    private static final int WARM_UP = Integer.getInteger("bench.before", 1_600_000);
    private static final int COMMANDS = Integer.getInteger("bench.commands", 1_000_000);
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 8);
    private static final int TOGETHER = Integer.getInteger("bench.together", 1_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final String WHICH = System.getProperty("bench.which", "server,alone,process");

    private static Form typed() {
        return new Form.Typed(new CommandWriter());
    }

    @Override
    public Figures run() throws Exception {
        Figures figures = new Figures();
        figures.with("connections", CONNECTIONS).with("commands a request", TOGETHER);
        if (WHICH.contains("server")) {
            served(figures);
        }
        if (WHICH.contains("events")) {
            events(figures);
        }
        if (WHICH.contains("process")) {
            inProcess(figures);
        }
        if (WHICH.contains("alone")) {
            alone(figures);
        }
        ratio("NDJSON", figures);
        ratio("records", figures);
        return figures;
    }

    private static void ratio(String name, Figures figures) {
        figures.with(
                name + " in share of the same in process",
                figures.of(name + ", commands/s") / figures.of("in process, commands/s"));
    }

    private static void served(Figures figures) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.make();
                Server server = server(folder.path())) {
            found(server);
            // One connection keeps the order in which the workload makes its nodes.
            post(server.port(), 1, HttpBenchmark::typed, 0, WARM_UP);
            long from = WARM_UP;
            for (int round = 1; round <= ROUNDS; round++) {
                String suffix = round == ROUNDS ? "" : " (round " + round + ")";
                BenchWorkspace.rest();
                post(server.port(), CONNECTIONS, Form.Ndjson::new, from, COMMANDS)
                        .figures("NDJSON" + suffix, figures);
                from += COMMANDS;
                BenchWorkspace.rest();
                post(server.port(), CONNECTIONS, HttpBenchmark::typed, from, COMMANDS)
                        .figures("records" + suffix, figures);
                from += COMMANDS;
            }
            read(server, figures);
        }
    }

    private static void read(Server server, Figures figures)
            throws IOException, InterruptedException {
        for (int round = 1; round <= ROUNDS; round++) {
            Load load = new Listener(server.port()).run();
            if (round == ROUNDS) {
                load.events("events as NDJSON", figures);
            }
        }
    }

    /** Events of a fresh workspace, where nothing else was measured before. */
    private static void events(Figures figures) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.make();
                Server server = server(folder.path())) {
            found(server);
            post(server.port(), 1, HttpBenchmark::typed, 0, WARM_UP);
            read(server, figures);
        }
    }

    private static Server server(Path data) throws IOException {
        return Server.start(ServerOptions.of(new DataDirectory(data)).withPort(0));
    }

    private static void found(Server server) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/workspaces"))
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"name\":\"" + BenchWorkspace.NAME + "\"}"))
                            .build();
            int status = http.send(request, BodyHandlers.ofString()).statusCode();
            if (status != 201) {
                throw new IOException("the workspace was not founded: " + status);
            }
        }
    }

    /** The gateway over a workspace that has nothing to do. */
    private static void alone(Figures figures) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.make();
                Contented contented = new Contented(folder.path())) {
            for (int round = 0; round <= ROUNDS; round++) {
                String name = "without an engine";
                Load lines = post(contented.port(), CONNECTIONS, Form.Ndjson::new, 0, COMMANDS);
                Load records =
                        post(contented.port(), CONNECTIONS, HttpBenchmark::typed, 0, COMMANDS);
                if (round == ROUNDS) {
                    lines.figures("NDJSON " + name, figures);
                    records.figures("records " + name, figures);
                }
            }
        }
    }

    private static void inProcess(Figures figures) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.make();
                BenchWorkspace bench = BenchWorkspace.open(folder.path())) {
            submit(bench.workspace(), 0, WARM_UP);
            for (int round = 0; round < ROUNDS; round++) {
                BenchWorkspace.rest();
                Load load = submit(bench.workspace(), WARM_UP + (long) round * COMMANDS, COMMANDS);
                if (round == ROUNDS - 1) {
                    load.figures("in process", figures);
                }
            }
        }
    }

    private static Load post(
            int port, int connections, Supplier<Form> forms, long from, int commands)
            throws Exception {
        return new Traffic(port, connections, forms, from, commands, TOGETHER).run();
    }

    private static Load submit(Workspace workspace, long from, int commands)
            throws InterruptedException {
        Semaphore inFlight = new Semaphore(CONNECTIONS);
        AtomicLong refused = new AtomicLong();
        long[] latencies = new long[commands / TOGETHER];
        Shares before = Shares.now();
        long start = System.nanoTime();
        for (int batch = 0; batch < latencies.length; batch++) {
            List<Submission> submissions = new ArrayList<>(TOGETHER);
            for (int i = 0; i < TOGETHER; i++) {
                submissions.add(Workload.submission(from + (long) batch * TOGETHER + i));
            }
            inFlight.acquire();
            int number = batch;
            long sent = System.nanoTime();
            workspace.submitAll(
                    submissions,
                    (index, answer) -> {
                        if (!(answer instanceof Answer.Accepted)) {
                            refused.incrementAndGet();
                        }
                        if (index == TOGETHER - 1) {
                            latencies[number] = System.nanoTime() - sent;
                            inFlight.release();
                        }
                    });
        }
        inFlight.acquire(CONNECTIONS);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Load(
                (long) latencies.length * TOGETHER,
                seconds,
                latencies,
                refused.get(),
                Shares.now().since(before));
    }
}
