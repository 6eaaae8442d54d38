package alchemist.engine.stream;

import alchemist.engine.Ledgers;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Output;
import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import alchemist.testkit.threads.ThreadsContract;
import org.jetbrains.lincheck.datastructures.Operation;

/** A batch is decoded by whoever asks first, and may be forgotten in the midst of it. */
public final class BatchThreadsTest extends ThreadsContract {
    private static final CommitBlock BLOCK = block();

    private final Batch batch = Batch.read(BLOCK, LedgerDecider.CONTRACT);

    private static CommitBlock block() {
        Submission submission = Ledgers.of(Ledgers.openAccount(Ledgers.A));
        BlockBuilder builder = new BlockBuilder(1024);
        builder.begin(1, Hash.ZERO, 1);
        Output out = new Output(64);
        new CommandWriter().write(submission, out);
        builder.command(out.bytes(), 0, out.size());
        LedgerDecider decider = new LedgerDecider();
        if (decider.decide(submission, decider.initial())
                instanceof Decision.Accepted<? extends Event> accepted) {
            out.clear();
            Contract.write(accepted.events().getFirst(), out);
            builder.event(out.bytes(), 0, out.size());
        }
        return builder.seal(0);
    }

    @Operation
    public long events() {
        return batch.envelopes().getFirst().position();
    }

    @Operation
    public int commands() {
        return batch.commands().size();
    }

    @Operation(nonParallelGroup = "writer")
    public void forget() {
        batch.forget();
    }
}
