package alchemist.bench;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.domain.workspace.WorkspaceState;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a workspace of a million events (200,000 nodes, 600,000 edges) takes to be there again:
 * its two snapshots read, and the whole server from the start of its process to the first answer
 * and to the first answer about the graph. And what both take in memory.
 */
final class StartBenchmark implements Benchmark {
    private static final int COMMANDS = Integer.getInteger("bench.commands", 1_000_000);
    private static final int ROUNDS = 5;
    private static final Pattern PART = Pattern.compile("(ready in|[A-Za-z][A-Za-z' ]*) ([0-9.]+)");
    private static final Path ROOT = Path.of(System.getProperty("bench.root", ""));

    @Override
    public Figures run() throws Exception {
        Figures figures = new Figures();
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Output state = new Output(1 << 20);
            Output view = new Output(1 << 20);
            try (BenchWorkspace bench = BenchWorkspace.open(folder.path())) {
                bench.fill(COMMANDS, Workload::growing);
                figures.with("events", (double) bench.workspace().position());
                ReplayBenchmark.save(bench, state, view);
            }
            figures.with("snapshot of the rules' state MB", state.size() / 1e6)
                    .with("checkpoint of the graph view MB", view.size() / 1e6);
            loads(state, view, figures);
            if (Files.isExecutable(ROOT.resolve("alchemist"))) {
                starts(folder.path(), figures);
            }
        }
        return figures;
    }

    private static void loads(Output state, Output view, Figures figures) {
        double[] stateMs = new double[ROUNDS];
        double[] viewMs = new double[ROUNDS];
        WorkspaceDecider decider = new WorkspaceDecider();
        double before = Memory.heapMb();
        WorkspaceState loadedState = decider.initial();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            loadedState = decider.load(input(state));
            stateMs[round] = (System.nanoTime() - start) / 1e6;
        }
        double withState = Memory.heapMb();
        GraphView loadedView = new GraphView(Opener.NONE);
        for (int round = 0; round < ROUNDS; round++) {
            loadedView = new GraphView(Opener.NONE);
            long start = System.nanoTime();
            loadedView.load(input(view));
            viewMs[round] = (System.nanoTime() - start) / 1e6;
        }
        loadedView.publish(COMMANDS);
        double withBoth = Memory.heapMb();
        figures.with("reading the rules' state, first ms", stateMs[0])
                .with("reading the rules' state, median ms", Figures.median(stateMs))
                .with("reading the graph view, first ms", viewMs[0])
                .with("reading the graph view, median ms", Figures.median(viewMs))
                .with("rules' state, heap MB", withState - before)
                .with("graph view, heap MB", withBoth - withState)
                .with(
                        "things in both",
                        loadedState.things() + (double) loadedView.now().statistics().nodes());
    }

    private static Input input(Output written) {
        return new Input(written.bytes(), 0, written.size());
    }

    private static void starts(Path data, Figures figures) throws Exception {
        double[] firstMs = new double[ROUNDS];
        double[] graphMs = new double[ROUNDS];
        double[] residentMb = new double[ROUNDS];
        Map<String, double[]> parts = new TreeMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                Process server =
                        new ProcessBuilder(
                                        ROOT.resolve("alchemist").toString(),
                                        "serve",
                                        "--port",
                                        "0",
                                        "--data",
                                        data.toString())
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start();
                try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
                    String url = url(lines);
                    get(http, url + "/api/v1/health");
                    firstMs[round] = (System.nanoTime() - start) / 1e6;
                    get(http, url + "/api/v1/workspaces/" + BenchWorkspace.NAME + "/nodes?limit=1");
                    graphMs[round] = (System.nanoTime() - start) / 1e6;
                    for (Map.Entry<String, Double> part : parts(lines).entrySet()) {
                        parts.computeIfAbsent(part.getKey(), _ -> new double[ROUNDS])[round] =
                                part.getValue();
                    }
                    residentMb[round] = Memory.residentMb(server.pid());
                } finally {
                    server.destroy();
                    server.waitFor();
                }
            }
        }
        figures.with("process to the first answer, median ms", Figures.median(firstMs))
                .with("process to the first node, median ms", Figures.median(graphMs));
        parts.forEach((name, values) -> figures.with(name + ", median ms", Figures.median(values)));
        figures.with("resident with both, median MB", Figures.median(residentMb));
    }

    /** The parts of the start, by the line in which the server tells of them, in milliseconds. */
    private static Map<String, Double> parts(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ready in ")) {
                Map<String, Double> parts = new TreeMap<>();
                Matcher part = PART.matcher(line);
                while (part.find()) {
                    parts.put("of that: " + part.group(1), Double.parseDouble(part.group(2)) * 1e3);
                }
                return parts;
            }
        }
        throw new IOException("the server did not tell how long its start took");
    }

    /** The address that the server prints, once it is there. */
    private static String url(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int at = line.indexOf("http://");
            if (at >= 0) {
                return line.substring(at).split(" ", 2)[0];
            }
        }
        throw new IOException("the server did not start");
    }

    private static void get(HttpClient http, String url) throws IOException, InterruptedException {
        int status =
                http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                        .statusCode();
        if (status != 200) {
            throw new IOException(url + " answered " + status);
        }
    }
}
