package alchemist.gateway.rest;

import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.json.JsonNames;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.IsoTime;
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

    private static final JsonNames NAMES = new JsonNames(FIELDS);
    private static final int TYPE = 0;
    private static final int DATA = 1;
    private static final int CLIENT = 2;
    private static final int SEQUENCE = 3;
    private static final int ACTOR = 4;
    private static final int BASED_ON = 5;
    private static final int EFFECTIVE_AT = 6;
    private static final int CORRELATION = 7;
    private static final int CLIENT_TIME = 8;

    private static final byte[] NO_DATA = {'{', '}'};

    private final Contract contract;
    private final Supplier<Id> newIds;

    /** The names of all commands, in the order of the contract. */
    private final JsonNames types;

    /** For each command the field with the id of its new thing; empty for none. */
    private final List<String> newThings;

    /** Of a contract; where an id of a new thing is missing, a new one is given. */
    CommandReader(Contract contract, Supplier<Id> newIds) {
        this.contract = contract;
        this.newIds = newIds;
        List<String> names = contract.commands().stream().map(Schema::name).toList();
        this.types = new JsonNames(names);
        this.newThings = names.stream().map(name -> NEW_THINGS.getOrDefault(name, "")).toList();
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

    /** One command on its way. */
    private final class Reading {
        private final JsonReader json;

        /** Its place in the contract; -1 while it is not known. */
        private int type = -1;

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

        /** A bit for each of the fields that were read. */
        private int seen;

        Reading(byte[] bytes, int offset, int length) {
            this.json = new JsonReader(bytes, offset, length);
        }

        Read read(Sender sender) {
            json.object();
            int likely = 0;
            for (int name = json.nextName(NAMES, likely);
                    name != JsonReader.NO_MORE;
                    name = json.nextName(NAMES, likely)) {
                field(name);
                likely = name + 1;
            }
            json.end();
            if (type < 0) {
                throw noType();
            }
            Command read = command == null ? data() : command;
            return new Read(new Submission(envelope(sender), read), given);
        }

        private void field(int name) {
            saysMore |= name > DATA;
            if (name >= 0 && (seen & 1 << name) != 0) {
                throw json.error("the field '" + FIELDS.get(name) + "' stands twice");
            }
            seen |= name < 0 ? 0 : 1 << name;
            switch (name) {
                case TYPE -> type = type();
                case DATA -> {
                    dataStart = json.position();
                    if (type < 0) {
                        json.skip();
                        dataEnd = json.position();
                    } else {
                        command = command(json);
                    }
                }
                case CLIENT -> client = json.id();
                case SEQUENCE -> sequence = count(name, 1);
                case ACTOR -> actor = json.id();
                case BASED_ON -> basedOn = count(name, 0);
                case EFFECTIVE_AT -> effectiveAt = time(name);
                case CORRELATION -> correlation = json.id();
                case CLIENT_TIME -> clientTime = time(name);
                default ->
                        throw json.error(
                                "a command has no '" + json.another() + "', only " + FIELDS);
            }
        }

        private int type() {
            int known = json.takesText(types);
            if (known >= 0) {
                return known;
            }
            String text = json.text();
            if (text.isEmpty()) {
                throw noType();
            }
            int escaped = types.indexOf(text);
            if (escaped >= 0) {
                return escaped;
            }
            throw json.error(
                    "there is no command '"
                            + text
                            + "', only "
                            + contract.commands().stream().map(Schema::name).sorted().toList());
        }

        private MalformedJson noType() {
            return json.error("'type' is missing: the name of a command, such as graph.add-node");
        }

        private Command command(JsonReader data) {
            Schema<? extends Command> schema = contract.commands().get(type);
            String field = newThings.get(type);
            return field.isEmpty()
                    ? schema.fromJson(data)
                    : schema.fromJson(data, field, this::give);
        }

        private Id give() {
            given = newIds.get();
            return given;
        }

        /** The data, when it stood before the type or not at all. */
        private Command data() {
            byte[] data =
                    dataStart < 0 ? NO_DATA : Arrays.copyOfRange(json.bytes(), dataStart, dataEnd);
            return command(new JsonReader(data));
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

        private long count(int name, long least) {
            long number = json.integer();
            if (number < least) {
                throw json.error(
                        "'" + FIELDS.get(name) + "' is a number from " + least + ", not " + number);
            }
            return number;
        }

        private long time(int name) {
            String text = json.text();
            try {
                return IsoTime.parseInstant(text);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw json.error("'" + FIELDS.get(name) + "': " + e.getMessage());
            }
        }
    }
}
