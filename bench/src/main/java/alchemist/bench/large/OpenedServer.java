package alchemist.bench.large;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.ValueJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The real program as people start it, while it opens a repository. */
final class OpenedServer implements AutoCloseable {
    private static final int STOP_SECONDS = 60;

    private final long begun = System.nanoTime();
    private final Process process;
    private final ProcessTree tree;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread atExit;
    private String workspace = "";
    private volatile String ended = "";

    /** Starts {@code ./alchemist open}. */
    OpenedServer(Path root, Path repository, Path data) throws IOException {
        this.process =
                new ProcessBuilder(
                                root.resolve("alchemist").toString(),
                                "open",
                                repository.toString(),
                                "--no-browser",
                                "--port",
                                System.getProperty("bench.port", "0"),
                                "--data",
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        this.atExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(atExit);
        this.tree = new ProcessTree(process.toHandle());
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String url = null;
        for (String line = lines.readLine(); line != null && url == null; line = lines.readLine()) {
            if (line.startsWith("Opening ")) {
                url = line.substring("Opening ".length()).strip();
                break;
            }
        }
        if (url == null) {
            throw new IOException("the server did not start");
        }
        int query = url.indexOf("/?ws=");
        this.workspace = url.substring(0, query) + "/api/v1/workspaces/" + url.substring(query + 5);
        Thread.ofVirtual().start(() -> read(lines));
    }

    /** The rest of what it prints: how the import ended. */
    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("  ") && ended.isEmpty()) {
                    ended = line.strip();
                }
            }
        } catch (IOException e) {
            ended = "ended: " + e.getMessage();
        }
    }

    /** How the import ended, as the program prints it; empty before. */
    String ended() {
        if (ended.isEmpty() && !process.isAlive()) {
            return "the server ended with " + process.exitValue();
        }
        return ended;
    }

    /** Since its process was started, s. */
    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    ProcessTree tree() {
        return tree;
    }

    /** An answer of the workspace, or null where there is none yet. */
    @Nullable Properties ask(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path, "application/json");
        if (answer.statusCode() != 200) {
            return null;
        }
        return ValueJson.readProperties(new JsonReader(answer.body()));
    }

    /** Asks for the map as the browser does; how long it is, in bytes, or 0. */
    int map() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get("/map", "application/vnd.alchemist.map");
        return answer.statusCode() == 200 ? answer.body().length : 0;
    }

    private HttpResponse<byte[]> get(String path, String type)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(workspace + path)).header("Accept", type).build(),
                BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        tree.close();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
