package alchemist.testkit.fuzz;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as they are stored. */
final class ValueBytesFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return ValueSamples.all().stream().map(ValueBytesFuzzTest::written).toList();
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            return written(ValueCodec.read(new Input(bytes)));
        } catch (MalformedBytes _) {
            return null;
        }
    }

    private static byte[] written(Value value) {
        Output out = new Output(64);
        ValueCodec.write(value, out);
        return out.toBytes();
    }
}
