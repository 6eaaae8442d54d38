package alchemist.server.serving;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a server as any program would. */
record Client(HttpClient http, int port) {
    static Client of(Server server) {
        return new Client(HttpClient.newHttpClient(), server.port());
    }

    Properties get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        return fields(answer, path);
    }

    Properties post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build();
        return fields(http.send(request, BodyHandlers.ofByteArray()), path);
    }

    /** A command that every workspace accepts once. */
    static final String ADD_NODE =
            "{\"type\":\"graph.add-node\",\"data\":{\"node\":\""
                    + Id.of("node", "client")
                    + "\",\"name\":\"A node\"}}";

    /** An answer, whatever it is. */
    record Answer(int status, Properties body) {}

    /** Sends what may be refused. */
    Answer send(String path, String json) throws IOException, InterruptedException {
        HttpRequest request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        return new Answer(
                answer.statusCode(), ValueJson.readProperties(new JsonReader(answer.body())));
    }

    /** An answer that says no. */
    record Refusal(int status, String code, String detail) {}

    /** Asks for what is refused. */
    Refusal refused(String path) throws IOException, InterruptedException {
        return refusal(request(path).GET().build(), path);
    }

    /** Sends what is refused. */
    Refusal refused(String path, String json) throws IOException, InterruptedException {
        return refusal(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                path);
    }

    private Refusal refusal(HttpRequest request, String path)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        Properties fields = ValueJson.readProperties(new JsonReader(answer.body()));
        if (answer.statusCode() < 400) {
            throw new AssertionError(path + " was not refused: " + fields);
        }
        return new Refusal(answer.statusCode(), text(fields, "code"), text(fields, "detail"));
    }

    /** Asks for what may not be there; how it was answered. */
    int status(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.discarding()).statusCode();
    }

    /** Asks for what may not be there; what was answered, as it came. */
    String text(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString()).body();
    }

    /** Asks for all of something, a line each. */
    String lines(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path).header("Accept", "application/x-ndjson").GET().build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** Imports a place, and waits for the end; returns what the import says of itself. */
    Properties imported(String workspace, String path) throws IOException, InterruptedException {
        String imports = "/workspaces/" + workspace + "/imports";
        Properties run = post(imports, "{\"path\":\"" + path + "\"}");
        String id = text(run, "id");
        while (text(run, "state").equals("running")) {
            run = get(imports + "/" + id);
        }
        return run;
    }

    static String text(Properties fields, String name) {
        return fields.find(name) instanceof Value.Text(String text) ? text : "";
    }

    static long number(Properties fields, String name) {
        return fields.find(name) instanceof Value.Int(long number) ? number : -1;
    }

    static List<Value> list(Properties fields, String name) {
        return fields.find(name) instanceof Value.ListOf(List<Value> values) ? values : List.of();
    }

    static Properties object(@Nullable Value value) {
        return value instanceof Value.MapOf(Properties fields) ? fields : Properties.NONE;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path));
    }

    private static Properties fields(HttpResponse<byte[]> answer, String path) {
        Properties fields = ValueJson.readProperties(new JsonReader(answer.body()));
        if (answer.statusCode() >= 400) {
            throw new AssertionError(path + " was answered " + answer.statusCode() + ": " + fields);
        }
        return fields;
    }
}
