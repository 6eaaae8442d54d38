package alchemist.gateway.rest;

import alchemist.domain.graph.GraphCommand;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.IsoTime;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Commands about some things, with every kind of value that can be stored. */
final class AnyCommand {
    private static final int THINGS = 400;

    private final RandomGenerator random;

    AnyCommand(RandomGenerator random) {
        this.random = random;
    }

    /** A command with what travels with it. */
    Submission submission(Id client, long sequence) {
        CommandEnvelope envelope =
                new CommandEnvelope(
                        client,
                        sequence,
                        random.nextBoolean() ? Id.NONE : thing("actor"),
                        0,
                        random.nextBoolean() ? Id.NONE : thing("whole"),
                        random.nextBoolean() ? 0 : random.nextLong(1L << 50),
                        random.nextInt(100),
                        random.nextBoolean()
                                ? CommandEnvelope.WHEN_RECORDED
                                : random.nextLong(-(1L << 55), 1L << 55));
        return new Submission(envelope, command());
    }

    private Command command() {
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                    new GraphCommand.AddNode(
                            thing("node"),
                            Value.text(name()),
                            List.of("T" + random.nextInt(3)),
                            properties(0),
                            Id.NONE);
            case 2, 3 ->
                    new GraphCommand.ConnectNodes(
                            thing("edge"), thing("node"), thing("node"), "knows", properties(0));
            case 4 -> new GraphCommand.RetireNode(thing("node"));
            case 5 ->
                    new GraphCommand.FormGroup(
                            thing("group"),
                            Value.text(name()),
                            List.of(thing("node"), thing("node")),
                            Id.NONE);
            case 6 ->
                    new GraphCommand.RenameNode(
                            thing("node"), random.nextInt(4) == 0 ? value(0) : Value.text(name()));
            default -> new GraphCommand.DescribeNode(thing("node"), properties(0));
        };
    }

    private Id thing(String kind) {
        return Id.of(kind, "" + random.nextInt(THINGS));
    }

    private String name() {
        return random.nextInt(10) == 0 ? text() : "name " + random.nextInt(100);
    }

    private String text() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "plain " + random.nextInt(1000);
            case 2 -> "quote \" backslash \\ line\n tab\t \u0001 \u2028";
            default -> "Zürich 東京 🜁 " + random.nextInt(10);
        };
    }

    private Properties properties(int depth) {
        Properties properties = Properties.NONE;
        for (int i = random.nextInt(5); i > 0; i--) {
            properties =
                    properties.with(
                            "k" + random.nextInt(30) + (random.nextInt(10) == 0 ? text() : ""),
                            value(depth + 1));
        }
        return properties;
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth > 3 ? 13 : 15)) {
            case 0 -> Value.NULL;
            case 1 -> new Value.Bool(random.nextBoolean());
            case 2 -> new Value.Int(random.nextLong());
            case 3 -> new Value.Int(random.nextInt(2000) - 1000);
            case 4 -> new Value.Real(random.nextDouble() * 1e9 - 5e8);
            case 5 -> new Value.Real(random.nextBoolean() ? Double.NaN : -0.0);
            case 6 -> new Value.Text(text());
            case 7 -> new Value.Date(random.nextInt(100_000) - 50_000);
            case 8 -> new Value.LocalTime(random.nextLong(86_400_000_000_000L));
            case 9 -> new Value.Time(random.nextLong(86_400_000_000_000L), 3600);
            case 10 -> new Value.DateTime(random.nextInt(), 500, -7200, "America/Bahia");
            case 11 -> new Value.Duration(random.nextInt(9), 2, random.nextInt(99) - 50, 7);
            case 12 -> new Value.Point(4326, random.nextDouble(), random.nextDouble(), 0);
            case 13 -> {
                List<Value> values = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    values.add(value(depth + 1));
                }
                yield new Value.ListOf(values);
            }
            default -> new Value.MapOf(properties(depth + 1));
        };
    }

    /** The same as JSON. */
    static byte[] json(Submission submission) {
        CommandEnvelope envelope = submission.envelope();
        JsonWriter json = new JsonWriter();
        json.object().field("type", submission.command().schema().name());
        id("client", envelope.client(), json);
        id("actor", envelope.actor(), json);
        id("correlation", envelope.correlation(), json);
        if (envelope.sequence() != 0) {
            json.field("sequence", envelope.sequence());
        }
        if (envelope.clientTime() != 0) {
            json.field("clientTime", IsoTime.instant(envelope.clientTime()));
        }
        json.field("basedOn", envelope.basedOn());
        if (envelope.effectiveAt() != CommandEnvelope.WHEN_RECORDED) {
            json.field("effectiveAt", IsoTime.instant(envelope.effectiveAt()));
        }
        json.name("data");
        data(submission.command().schema(), submission.command(), json);
        return json.endObject().toString().getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked") // a command's schema() is the schema of its own class
    private static <T extends Command> void data(
            Schema<T> schema, Command command, JsonWriter json) {
        schema.toJson((T) command, json);
    }

    private static void id(String name, Id id, JsonWriter json) {
        if (!id.isNone()) {
            json.field(name, id.toString());
        }
    }
}
