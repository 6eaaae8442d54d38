package alchemist.server.cli;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.engine.stream.CommandRecord;
import alchemist.engine.workspace.Rules;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Event;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.IsoTime;
import alchemist.log.LogCat;
import java.util.Locale;

/** A stored record as a line of JSON. */
final class RecordText {
    private final Contract contract = WorkspaceDecider.CONTRACT.and(Rules.UNDOING);

    String of(LogCat cat) {
        JsonWriter json = new JsonWriter().object();
        Input in = new Input(cat.record().payload());
        json.field("record", cat.record().kind().name().toLowerCase(Locale.ROOT));
        switch (cat.record().kind()) {
            case ORIGIN -> json.field("bytes", in.remaining());
            case COMMAND -> {
                CommandEnvelope envelope = CommandRecord.readEnvelope(in);
                Command command = contract.readStoredCommand(in);
                json.field("firstPosition", cat.record().position());
                json.field("type", command.schema().name());
                json.name("envelope");
                CommandEnvelope.SCHEMA.toJson(envelope, json);
                fields(command.schema(), command, json);
            }
            case EVENT -> {
                Event event = contract.readEvent(in);
                json.field("position", cat.record().position());
                json.field("type", event.schema().name());
                json.field("recordedAt", IsoTime.instant(cat.block().recordedAtMicros()));
                fields(event.schema(), event, json);
            }
        }
        return json.endObject().toString();
    }

    /** An event without its place, as a line of JSON. */
    String of(byte[] payload) {
        Event event = contract.readEvent(new Input(payload));
        JsonWriter json = new JsonWriter().object().field("type", event.schema().name());
        fields(event.schema(), event, json);
        return json.endObject().toString();
    }

    private static <T> void fields(Schema<T> schema, Object record, JsonWriter json) {
        json.name("data");
        @SuppressWarnings("unchecked") // a record's schema() is the schema of its own class
        T typed = (T) record;
        schema.toJson(typed, json);
    }
}
