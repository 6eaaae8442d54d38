package alchemist.wasm;

import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Submission;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Schema;
import java.util.Arrays;

/**
 * Reads a command as clients send it: {@code {"type":"graph.rename-node","data":{…}}} and, in the
 * same object, any fields of its envelope.
 */
final class SubmissionJson {
    private final Contract contract;

    SubmissionJson(Contract contract) {
        this.contract = contract;
    }

    /**
     * Reads a command with its envelope.
     *
     * @throws MalformedJson when it is none, or of a type that the contract does not have
     */
    Submission read(JsonReader json) {
        String type = null;
        int dataFrom = -1;
        int dataTo = -1;
        JsonWriter envelope = new JsonWriter().object();
        json.object();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (name.equals("type") && type == null) {
                type = json.text();
            } else {
                int from = json.position();
                json.skip();
                int to = json.position();
                if (name.equals("data") && dataFrom < 0) {
                    dataFrom = from;
                    dataTo = to;
                } else {
                    envelope.name(name).raw(Arrays.copyOfRange(json.bytes(), from, to));
                }
            }
        }
        json.end();
        if (type == null || dataFrom < 0) {
            throw json.error("a command has a 'type' and 'data'");
        }
        Schema<? extends Command> schema = contract.command(type);
        if (schema == null) {
            throw json.error("no command is named '" + type + "'");
        }
        Command command =
                schema.fromJson(new JsonReader(json.bytes(), dataFrom, dataTo - dataFrom));
        return new Submission(
                CommandEnvelope.SCHEMA.fromJson(new JsonReader(envelope.endObject().toBytes())),
                command);
    }
}
