package alchemist.engine.stream;

import alchemist.engine.Ledgers;
import alchemist.engine.ledger.LedgerCommand;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.kernel.Envelope;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import alchemist.testkit.fuzz.DecoderContract;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks that are whole and hold a command and an event, whose bytes are any. */
final class BatchFuzzTest extends DecoderContract {
    /** What stands before the event's bytes: the length of the command's, in two bytes. */
    private static final int PREFIX = 2;

    @Override
    protected List<byte[]> seeds() {
        Output command = new Output(64);
        new CommandWriter().write(Ledgers.of(new LedgerCommand.Deposit(Ledgers.A, 5)), command);
        Output all = new Output(64);
        all.u8(command.size() >> 8);
        all.u8(command.size());
        all.raw(command.bytes(), 0, command.size());
        // flags, version, the name's length, the name, account and amount
        all.u8(0);
        all.u8(1);
        String name = LedgerDecider.CONTRACT.events().getLast().name();
        all.u8(name.length());
        for (int i = 0; i < name.length(); i++) {
            all.u8(name.charAt(i));
        }
        return List.of(all.toBytes());
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        if (bytes.length < PREFIX) {
            return null;
        }
        int command = Math.min(((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff), bytes.length - PREFIX);
        int event = bytes.length - PREFIX - command;
        BlockBuilder builder = new BlockBuilder(1024);
        builder.begin(1, Hash.ZERO, 1);
        if (!builder.command(bytes, PREFIX, command)
                || !builder.event(bytes, PREFIX + command, event)) {
            return null;
        }
        CommitBlock block = builder.seal(0);
        try {
            Batch batch = Batch.read(block, LedgerDecider.CONTRACT);
            List<Envelope> events = batch.envelopes();
            if (events.size() != 1 || !batch.commands().getFirst().equals(batch.commandOf(1))) {
                throw new AssertionError(events);
            }
        } catch (MalformedBytes _) {
            return null;
        }
        return Arrays.copyOf(bytes, bytes.length);
    }

    /** A block has room for the largest there may be. */
    @Override
    protected long allocationFactor() {
        return 1_000;
    }
}
