package alchemist.bench;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The real program as people start it, while it opens a place. */
public final class OpenedServer implements AutoCloseable {
    private static final int STOP_SECONDS = 60;

    private final long begun = System.nanoTime();
    private final Process process;
    private final ProcessTree tree;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread atExit;
    private final CompletableFuture<String> workspace = new CompletableFuture<>();
    private final CompletableFuture<String> watching = new CompletableFuture<>();
    private volatile String ended = "";

    /**
     * Starts {@code ./alchemist open}, and waits until the workspace has an address.
     *
     * @param root of this project
     * @param data where the workspace is kept
     * @param flags further ones
     * @throws IOException when it does not start
     */
    public OpenedServer(Path root, Path place, Path data, String... flags) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                root.resolve("alchemist").toString(),
                                "open",
                                place.toString(),
                                "--no-browser",
                                "--port",
                                System.getProperty("bench.port", "0"),
                                "--data",
                                data.toString()));
        command.addAll(List.of(flags));
        this.process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        this.atExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(atExit);
        this.tree = new ProcessTree(process.toHandle());
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(() -> read(lines));
        await(workspace);
    }

    /** What it prints: where the workspace is, how the import ended, that it watches. */
    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Opening ")) {
                    workspace.complete(api(line.substring("Opening ".length()).strip()));
                } else if (line.startsWith("Watching")) {
                    watching.complete(line);
                } else if (line.startsWith("  ") && ended.isEmpty()) {
                    ended = line.strip();
                }
            }
        } catch (IOException e) {
            ended = "ended: " + e.getMessage();
        }
        workspace.cancel(false);
        watching.cancel(false);
    }

    private static String api(String page) {
        int query = page.indexOf("/?ws=");
        return page.substring(0, query) + "/api/v1/workspaces/" + page.substring(query + 5);
    }

    private static String await(CompletableFuture<String> line) throws IOException {
        try {
            return line.join();
        } catch (RuntimeException e) {
            throw new IOException("the server did not start", e);
        }
    }

    /**
     * Waits until it watches the place; where it was not asked to, for ever.
     *
     * @throws IOException when it ends before
     */
    void awaitWatching() throws IOException {
        await(watching);
    }

    /** How the import ended, as the program prints it; empty before. */
    public String ended() {
        if (ended.isEmpty() && !process.isAlive()) {
            return "the server ended with " + process.exitValue();
        }
        return ended;
    }

    /** Since its process was started, s. */
    public double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** What it and the processes that it started take. */
    public ProcessTree tree() {
        return tree;
    }

    /** An answer of the workspace, or null where there is none yet. */
    public @Nullable Properties ask(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path, "application/json");
        if (answer.statusCode() != 200) {
            return null;
        }
        return ValueJson.readProperties(new JsonReader(answer.body()));
    }

    /** An answer of the workspace as it comes, also one that tells what is wrong. */
    String text(String path) throws IOException, InterruptedException {
        return new String(get(path, "application/json").body(), StandardCharsets.UTF_8);
    }

    /** Asks for the map as the browser does; how long it is, in bytes, or 0. */
    public int map() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get("/map", "application/vnd.alchemist.map");
        return answer.statusCode() == 200 ? answer.body().length : 0;
    }

    private HttpResponse<byte[]> get(String path, String type)
            throws IOException, InterruptedException {
        URI uri = URI.create(await(workspace) + path);
        return http.send(
                HttpRequest.newBuilder(uri).header("Accept", type).build(),
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
