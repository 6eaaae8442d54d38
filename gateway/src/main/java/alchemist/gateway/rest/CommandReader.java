package alchemist.gateway.rest;

import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.IsoTime;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands from JSON: their own fields in {@code data}, beside it what travels with them. For
 * any thread.
 */
final class CommandReader implements CommandForm {
    /**
     * The commands that make a new thing, and the field with its id: it may be left to the server.
     */
    static final Map<String, String> NEW_THINGS =
            Map.of(
                    "graph.add-node", "node",
                    "graph.connect-nodes", "edge",
                    "graph.form-group", "group",
                    "sources.start-import", "importId");

    private static final List<String> FIELDS =
            List.of(
                    "type",
                    "data",
                    "client",
                    "sequence",
                    "actor",
                    "basedOn",
                    "effectiveAt",
                    "correlation",
                    "clientTime");

    private static final byte[] NO_DATA = {'{', '}'};

    private final Contract contract;
    private final Supplier<Id> newIds;

    /** Of a contract; where an id of a new thing is missing, a new one is given. */
    CommandReader(Contract contract, Supplier<Id> newIds) {
        this.contract = contract;
        this.newIds = newIds;
    }

    /**
     * Reads a command.
     *
     * @throws MalformedJson when it is none
     */
    @Override
    public Read read(byte[] bytes, int offset, int length, Sender sender) {
        try {
            return new Reading(bytes, offset, length).read(sender);
        } catch (MalformedJson e) {
            if (offset == 0) {
                throw e;
            }
            // Once more, so that the message tells the place in the command alone.
            byte[] alone = Arrays.copyOfRange(bytes, offset, offset + length);
            return new Reading(alone, 0, length).read(sender);
        }
    }

    /** The names of all commands. */
    List<String> names() {
        return contract.commands().stream().map(Schema::name).sorted().toList();
    }

    /** One command on its way. */
    private final class Reading {
        private final JsonReader json;
        private String type = "";
        private @Nullable Command command;
        private int dataStart = -1;
        private int dataEnd;
        private Id given = Id.NONE;
        private Id client = Id.NONE;
        private Id actor = Id.NONE;
        private Id correlation = Id.NONE;
        private long sequence;
        private long basedOn;
        private long clientTime;
        private long effectiveAt = CommandEnvelope.WHEN_RECORDED;

        /** It says more of itself than its type and data. */
        private boolean saysMore;

        Reading(byte[] bytes, int offset, int length) {
            this.json = new JsonReader(bytes, offset, length);
        }

        Read read(Sender sender) {
            json.object();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                field(name);
            }
            json.end();
            if (type.isEmpty()) {
                throw json.error(
                        "'type' is missing: the name of a command, such as graph.add-node");
            }
            Command read = command == null ? data() : command;
            return new Read(new Submission(envelope(sender), read), given);
        }

        private void field(String name) {
            saysMore |= !name.equals("type") && !name.equals("data");
            switch (name) {
                case "type" -> type = json.text();
                case "data" -> {
                    dataStart = json.position();
                    if (!type.isEmpty() && !NEW_THINGS.containsKey(type)) {
                        command = schema().fromJson(json);
                    } else {
                        json.skip();
                        dataEnd = json.position();
                    }
                }
                case "client" -> client = id(name);
                case "actor" -> actor = id(name);
                case "correlation" -> correlation = id(name);
                case "sequence" -> sequence = count(name, 1);
                case "basedOn" -> basedOn = count(name, 0);
                case "clientTime" -> clientTime = time(name);
                case "effectiveAt" -> effectiveAt = time(name);
                default -> throw json.error("a command has no '" + name + "', only " + FIELDS);
            }
        }

        private Schema<? extends Command> schema() {
            Schema<? extends Command> schema = contract.command(type);
            if (schema == null) {
                throw json.error("there is no command '" + type + "', only " + names());
            }
            return schema;
        }

        /** The data, when it stood before the type or its new thing may lack an id. */
        private Command data() {
            Schema<? extends Command> schema = schema();
            byte[] data =
                    dataStart < 0 ? NO_DATA : Arrays.copyOfRange(json.bytes(), dataStart, dataEnd);
            String field = NEW_THINGS.get(type);
            if (field != null && !has(field, data)) {
                given = newIds.get();
                data = with(field, given, data);
            }
            return schema.fromJson(new JsonReader(data));
        }

        private static boolean has(String field, byte[] data) {
            JsonReader fields = new JsonReader(data);
            fields.object();
            for (String name = fields.nextName(); name != null; name = fields.nextName()) {
                if (name.equals(field)) {
                    return true;
                }
                fields.skip();
            }
            return false;
        }

        /** The data with a field in front. */
        private static byte[] with(String field, Id id, byte[] data) {
            JsonReader fields = new JsonReader(data);
            fields.object();
            boolean isOnly = fields.nextName() == null;
            int open = 0;
            while (data[open] != '{') {
                open++;
            }
            String text = "{\"" + field + "\":\"" + id + (isOnly ? "\"" : "\",");
            byte[] front = text.getBytes(StandardCharsets.US_ASCII);
            int rest = data.length - open - 1;
            byte[] all = Arrays.copyOf(front, front.length + rest);
            System.arraycopy(data, open + 1, all, front.length, rest);
            return all;
        }

        private CommandEnvelope envelope(Sender sender) {
            if (!saysMore) {
                return sender.envelope(Sender.NOTHING);
            }
            try {
                return sender.envelope(
                        new CommandEnvelope(
                                client,
                                sequence,
                                actor,
                                0,
                                correlation,
                                clientTime,
                                basedOn,
                                effectiveAt));
            } catch (IllegalArgumentException e) {
                throw json.error(String.valueOf(e.getMessage()));
            }
        }

        private Id id(String name) {
            String text = json.text();
            try {
                return Id.parse(text);
            } catch (IllegalArgumentException e) {
                throw json.error("'" + name + "': " + e.getMessage());
            }
        }

        private long count(String name, long least) {
            long number = json.integer();
            if (number < least) {
                throw json.error("'" + name + "' is a number from " + least + ", not " + number);
            }
            return number;
        }

        private long time(String name) {
            String text = json.text();
            try {
                return IsoTime.parseInstant(text);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw json.error("'" + name + "': " + e.getMessage());
            }
        }
    }
}
