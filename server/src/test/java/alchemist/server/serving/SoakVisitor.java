package alchemist.server.serving;

import static alchemist.server.serving.Client.list;
import static alchemist.server.serving.Client.object;
import static alchemist.server.serving.Client.text;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.server.serving.Client.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One who comes, asks and writes this and that, and goes, again and again, each time as another
 * client. What there is stays about as large; what was grows.
 */
final class SoakVisitor {
    private static final String W = "/workspaces/w";
    private static final int NODES = 2_000;
    private static final int PEOPLE = 50;
    private static final int READS = 20;
    private static final int COMMANDS = 5;

    private final Path folder;
    private final SplittableRandom random;
    private final SoakTally tally;
    private int visits;

    SoakVisitor(Path folder, SplittableRandom random, SoakTally tally) {
        this.folder = folder;
        this.random = random;
        this.tally = tally;
    }

    void visit(int port) throws IOException, InterruptedException {
        visits++;
        try (HttpClient http = HttpClient.newHttpClient()) {
            Client client = new Client(http, port);
            if (tally.mayWrite()) {
                write(client);
            }
            for (int left = READS; left > 0; left--) {
                read(client);
            }
            if (visits % 10 == 0) {
                listen(http, port);
            }
            if (visits % 25 == 0) {
                require(client.send(W + "/subjects/" + person() + "/erase", "{}"), "erase");
            }
            if (visits % 40 == 0) {
                requireAnswered(client, "/map?level=0");
            }
            if (visits % 60 == 1) {
                read(client, Files.writeString(folder.resolve("note.md"), "visit " + visits));
            }
        }
    }

    private static void read(Client client, Path note) throws IOException, InterruptedException {
        Path folder = note.getParent();
        String state = text(client.imported("w", String.valueOf(folder)), "state");
        if (!state.equals("applied") && !state.equals("unchanged")) {
            throw new AssertionError("an import was " + state);
        }
    }

    /** Some commands, and once more the same: nothing is done twice. */
    private void write(Client client) throws IOException, InterruptedException {
        String body = "[" + String.join(",", commands()) + "]";
        long began = System.nanoTime();
        Answer first = client.send(W + "/commands", body);
        tally.wrote(System.nanoTime() - began);
        require(first, body);
        List<Value> results = list(first.body(), "results");
        tally.recorded(results.stream().filter(SoakVisitor::isAccepted).count());
        Answer again = client.send(W + "/commands", body);
        require(again, body);
        List<Value> repeated = list(again.body(), "results");
        for (int i = 0; i < COMMANDS; i++) {
            Properties now = object(repeated.get(i));
            long position = Client.number(object(results.get(i)), "position");
            if (Value.flag(true).equals(now.find("duplicate"))
                    && Client.number(now, "position") != position) {
                throw new AssertionError("it was at " + position + ", and then: " + now);
            }
        }
    }

    private static boolean isAccepted(Value result) {
        return text(object(result), "status").equals("accepted");
    }

    private List<String> commands() {
        Id client = new Id(random.nextLong(), random.nextLong());
        List<String> commands = new ArrayList<>();
        for (int sequence = 1; sequence <= COMMANDS; sequence++) {
            commands.add(
                    "{\"client\":\""
                            + client
                            + "\",\"sequence\":"
                            + sequence
                            + ","
                            + command()
                            + "}}");
        }
        return commands;
    }

    private String command() {
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                    "\"type\":\"graph.add-node\",\"data\":{\"node\":\""
                            + node()
                            + "\",\"name\":"
                            + name();
            case 2 ->
                    "\"type\":\"graph.rename-node\",\"data\":{\"node\":\""
                            + node()
                            + "\",\"name\":"
                            + name();
            case 3, 4 ->
                    "\"type\":\"graph.describe-node\",\"data\":{\"node\":\""
                            + node()
                            + "\",\"properties\":{\"age\":"
                            + random.nextInt(100)
                            + "}";
            default ->
                    "\"type\":\"graph.connect-nodes\",\"data\":{\"edge\":\""
                            + Id.of("edge", "" + random.nextInt(NODES))
                            + "\",\"from\":\""
                            + node()
                            + "\",\"to\":\""
                            + node()
                            + "\",\"type\":\"knows\"";
        };
    }

    private String name() {
        String text = "\"name " + random.nextInt(NODES) + "\"";
        return random.nextInt(4) > 0
                ? text
                : "{\"$personal\":{\"subject\":\"" + person() + "\",\"text\":" + text + "}}";
    }

    private Id node() {
        return node(random.nextInt(NODES));
    }

    static Id node(int nth) {
        return Id.of("node", "" + nth);
    }

    private Id person() {
        return Id.of("person", "" + random.nextInt(PEOPLE));
    }

    private void read(Client client) throws IOException, InterruptedException {
        String path =
                switch (random.nextInt(8)) {
                    case 0 -> "/nodes?name=name%20" + random.nextInt(NODES);
                    case 1 -> "/nodes?limit=20&type=File";
                    case 2 -> "/nodes/" + node() + "/neighbors";
                    case 3 -> "/nodes/" + node() + "/history?limit=10";
                    case 4 -> "/stats?at=" + (1 + random.nextInt(100));
                    case 5 -> "/events?limit=20&from=" + (1 + random.nextInt(1_000));
                    case 6 -> "/disagreements?limit=10";
                    default -> "/nodes/" + node();
                };
        long began = System.nanoTime();
        int status = client.status(W + path);
        tally.asked(System.nanoTime() - began);
        // What is not there, or not yet, may be asked for.
        if (status != 200 && status != 404 && status != 409) {
            throw new AssertionError(path + " was answered " + status);
        }
    }

    /** Follows the events for a while, and goes in the midst of it. */
    private static void listen(HttpClient http, int port) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/api/v1" + W + "/events"))
                        .header("Accept", "text/event-stream")
                        .build();
        HttpResponse<java.io.InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (int left = 20; left > 0; left--) {
                lines.readLine();
            }
        }
    }

    private static void requireAnswered(Client client, String path)
            throws IOException, InterruptedException {
        int status = client.status(W + path);
        if (status != 200) {
            throw new AssertionError(path + " was answered " + status);
        }
    }

    private static void require(Answer answer, String what) {
        if (answer.status() != 200) {
            throw new AssertionError(what + " was answered " + answer);
        }
    }
}
