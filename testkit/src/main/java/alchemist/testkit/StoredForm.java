package alchemist.testkit;

import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.Submission;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Checks that a record comes back whole from its bytes and from its JSON. */
final class StoredForm {
    private StoredForm() {}

    /** Checks what is a command, a submission or an event; passes over anything else. */
    static void check(Object record) {
        switch (record) {
            case Submission submission -> check(submission.command());
            case Command command -> check(command.schema(), command);
            case Event event -> check(event.schema(), event);
            default -> {}
        }
    }

    private static <T> void check(Schema<T> schema, Object record) {
        @SuppressWarnings("unchecked") // a record's schema() is the schema of its own class
        T typed = schema.mapValues((T) record, StoredForm::seal);
        byte[] bytes = schema.encode(typed);
        same(bytes, schema.encode(schema.decode(bytes)), "bytes", record);
        JsonWriter json = new JsonWriter();
        schema.toJson(typed, json);
        JsonReader reader = new JsonReader(json.toBytes());
        same(bytes, schema.encode(schema.fromJson(reader)), "JSON " + json, record);
    }

    /** Stands for the engine, which seals before anything is stored. */
    private static Value seal(Value value) {
        return value instanceof Value.Personal(var subject, String text)
                ? new Value.Sealed(subject, 1, text.getBytes(StandardCharsets.UTF_8))
                : value;
    }

    private static void same(byte[] expected, byte[] found, String form, Object record) {
        if (!Arrays.equals(expected, found)) {
            throw new AssertionError(record + " does not come back whole from its " + form);
        }
    }
}
