package alchemist.server.cli;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** The server's API, as the command line uses it. */
final class Api {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final String base;
    private final boolean own;

    /** That of a server which goes on when this process ends. */
    Api(int port) {
        this(port, false);
    }

    private Api(int port, boolean own) {
        this.base = "http://127.0.0.1:" + port;
        this.own = own;
    }

    /** That of a server in this process. */
    static Api own(int port) {
        return new Api(port, true);
    }

    /** Whether the server ends with this process. */
    boolean isOwn() {
        return own;
    }

    /** Where people open it. */
    String url() {
        return base;
    }

    Properties get(String path) throws IOException, Failure {
        return answer(request(path).GET().build());
    }

    Properties post(String path, String json) throws IOException, Failure {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    /** Copies an answer, whatever it is, to a consumer of its bytes. */
    void stream(String path, String accept, Consumer<InputStream> consumer)
            throws IOException, Failure {
        HttpResponse<InputStream> response =
                send(
                        request(path).header("Accept", accept).GET().build(),
                        BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 400) {
                throw problem(body.readAllBytes(), response.statusCode());
            }
            consumer.accept(body);
        }
    }

    /** What an answer tells beside its body. */
    @FunctionalInterface
    interface Told {
        /** A header; empty where it is not there. */
        String header(String name);
    }

    /**
     * Writes the body of an answer, and returns what is told beside it.
     *
     * @throws IOException when the answer breaks off, or it cannot be written
     */
    Told save(String path, OutputStream to) throws IOException, Failure {
        HttpResponse<InputStream> response =
                send(request(path).GET().build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 400) {
                throw problem(body.readAllBytes(), response.statusCode());
            }
            body.transferTo(to);
        }
        return name -> response.headers().firstValue(name).orElse("");
    }

    /** The path of a workspace, by its name or id. */
    static String workspace(String name) {
        return "/workspaces/" + encoded(name);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path));
    }

    private Properties answer(HttpRequest request) throws IOException, Failure {
        HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() >= 400) {
            throw problem(response.body(), response.statusCode());
        }
        return ValueJson.readProperties(new JsonReader(response.body()));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server was asked", e);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "" : ": " + e.getMessage();
            throw new IOException("the server at " + base + " does not answer" + why, e);
        }
    }

    private static Failure problem(byte[] body, int status) {
        try {
            Properties problem = ValueJson.readProperties(new JsonReader(body));
            if (problem.find("detail") instanceof Value.Text(String detail)) {
                return new Failure(Fields.printable(detail));
            }
            if (problem.find("title") instanceof Value.Text(String title)) {
                return new Failure(title);
            }
        } catch (MalformedJson _) {
            // What is not ours is told by its status.
        }
        return new Failure("the server answered " + status);
    }
}
