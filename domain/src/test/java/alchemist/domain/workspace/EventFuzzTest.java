package alchemist.domain.workspace;

import alchemist.kernel.Event;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.testkit.fuzz.DecoderContract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as they are stored. */
final class EventFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return StoredRecords.events().stream().map(EventFuzzTest::written).toList();
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            return written(WorkspaceDecider.CONTRACT.readEvent(new Input(bytes)));
        } catch (MalformedBytes _) {
            return null;
        }
    }

    private static byte[] written(Event event) {
        Output out = new Output(64);
        Contract.write(event, out);
        return out.toBytes();
    }
}
