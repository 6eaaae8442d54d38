package alchemist.engine.workspace;

import alchemist.engine.Ledgers;
import alchemist.engine.ledger.Ledger;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.testkit.fuzz.DecoderContract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a snapshot of a workspace holds: a cache, of which what cannot be read is passed over. */
final class MachineFuzzTest extends DecoderContract {
    private static final Rules<Ledger> RULES = LedgerDecider.rules();

    @Override
    protected List<byte[]> seeds() {
        Machine<Ledger> machine = Machine.initial(RULES, 0);
        byte[] empty = saved(machine);
        for (int i = 1; i < 20; i++) {
            Submission submission =
                    Ledgers.of(
                            i % 3 == 0 ? Ledgers.ANN : Ledgers.BEN,
                            i,
                            Ledgers.openAccount(Ledgers.A));
            machine.accept(submission, List.of());
        }
        return List.of(empty, saved(machine));
    }

    @Override
    protected boolean comesBackWhoeverWroteIt() {
        return false;
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        try {
            return saved(Machine.load(RULES, 1, new Input(bytes)));
        } catch (RuntimeException _) {
            return null;
        }
    }

    private static byte[] saved(Machine<Ledger> machine) {
        Output out = new Output(64);
        machine.save(out);
        return out.toBytes();
    }
}
