package alchemist.engine.stream;

import alchemist.engine.Ledgers;
import alchemist.engine.ledger.LedgerCommand;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.testkit.fuzz.DecoderContract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands with their envelopes, as they stand in a block. */
final class CommandRecordFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return List.of(
                written(Ledgers.of(Ledgers.openAccount(Ledgers.A))),
                written(
                        Ledgers.of(
                                Ledgers.BEN,
                                1L << 33,
                                new LedgerCommand.Transfer(Ledgers.A, Ledgers.B, -7))),
                written(Ledgers.of(new LedgerCommand.DepositOften(Ledgers.A, 1, 1_000))));
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            return written(new CommandReader().read(new Input(bytes), LedgerDecider.CONTRACT));
        } catch (MalformedBytes _) {
            return null;
        }
    }

    private static byte[] written(Submission submission) {
        Output out = new Output(64);
        new CommandWriter().write(submission, out);
        return out.toBytes();
    }
}
