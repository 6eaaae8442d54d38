package alchemist.domain.workspace;

import alchemist.kernel.Command;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.testkit.fuzz.DecoderContract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands as they are stored. */
final class CommandFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return StoredRecords.commands().stream().map(CommandFuzzTest::written).toList();
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            return written(WorkspaceDecider.CONTRACT.readStoredCommand(new Input(bytes)));
        } catch (MalformedBytes _) {
            return null;
        }
    }

    private static byte[] written(Command command) {
        Output out = new Output(64);
        Contract.write(command, out);
        return out.toBytes();
    }
}
