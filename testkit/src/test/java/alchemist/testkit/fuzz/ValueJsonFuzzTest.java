package alchemist.testkit.fuzz;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as clients send them. */
final class ValueJsonFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return ValueSamples.all().stream().map(ValueJsonFuzzTest::written).toList();
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            JsonReader json = new JsonReader(bytes);
            Value value = ValueJson.read(json);
            json.end();
            return written(value);
        } catch (MalformedJson _) {
            return null;
        }
    }

    private static byte[] written(Value value) {
        JsonWriter json = new JsonWriter();
        ValueJson.write(value, json);
        return json.toBytes();
    }
}
