package alchemist.domain.workspace;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.schema.Schema;
import alchemist.testkit.fuzz.DecoderContract;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands as clients send them, and events as they are given: the first byte says of which. */
final class RecordJsonFuzzTest extends DecoderContract {
    private static final List<Schema<?>> SCHEMAS =
            Stream.<Schema<?>>concat(
                            WorkspaceDecider.CONTRACT.commands().stream(),
                            WorkspaceDecider.CONTRACT.events().stream())
                    .toList();

    @Override
    protected List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        StoredRecords.commands().forEach(c -> seeds.add(written(index(c.schema()), c)));
        StoredRecords.events().forEach(e -> seeds.add(written(index(e.schema()), e)));
        return seeds;
    }

    private static int index(Schema<?> schema) {
        return SCHEMAS.indexOf(schema);
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        if (bytes.length == 0 || (bytes[0] & 0xff) >= SCHEMAS.size()) {
            return null;
        }
        int index = bytes[0] & 0xff;
        try {
            JsonReader json = new JsonReader(bytes, 1, bytes.length - 1);
            Object record = SCHEMAS.get(index).fromJson(json);
            json.end();
            return written(index, record);
        } catch (MalformedJson _) {
            return null;
        }
    }

    private static byte[] written(int index, Object record) {
        JsonWriter json = new JsonWriter();
        write(SCHEMAS.get(index), record, json);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(index);
        out.writeBytes(json.toBytes());
        return out.toByteArray();
    }

    @SuppressWarnings("unchecked") // the record was made by this schema, or names it
    private static <T> void write(Schema<T> schema, Object record, JsonWriter json) {
        schema.toJson((T) record, json);
    }
}
