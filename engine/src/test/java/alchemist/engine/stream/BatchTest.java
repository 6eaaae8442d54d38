package alchemist.engine.stream;

import static alchemist.engine.Ledgers.A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.kernel.Envelope;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Output;
import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The commands and events of a block. */
final class BatchTest {
    private static final long FIRST = 11;

    /** A block of commands that have so many events each. */
    private static CommitBlock block(int... counts) {
        BlockBuilder builder = new BlockBuilder(1 << 16);
        builder.begin(FIRST, Hash.ZERO, 0);
        CommandWriter writer = new CommandWriter();
        for (int count : counts) {
            Output out = new Output(64);
            writer.write(Ledgers.of(new DepositOften(A, 1, count)), out);
            assertTrue(builder.command(out.bytes(), 0, out.size()));
            for (int i = 0; i < count; i++) {
                out.clear();
                Contract.write(new Booked(A, i), out);
                assertTrue(builder.event(out.bytes(), 0, out.size()));
            }
        }
        return builder.seal(5);
    }

    @Test
    void knowsTheCommandOfEachOfItsEvents() {
        for (int commands = 1; commands <= 6; commands++) {
            int[] counts = IntStream.rangeClosed(1, commands).toArray();
            Batch batch = Batch.read(block(counts), LedgerDecider.CONTRACT);
            long position = FIRST;
            for (int count : counts) {
                long first = position;
                for (int i = 0; i < count; i++) {
                    Recorded command = batch.commandOf(position++);
                    assertEquals(first, command == null ? 0 : command.firstPosition());
                    assertEquals(first + count - 1, command == null ? 0 : command.lastPosition());
                }
            }
            assertEquals(batch.lastPosition(), position - 1);
            assertNull(batch.commandOf(FIRST - 1));
            assertNull(batch.commandOf(position));
        }
    }

    @Test
    void isDecodedOnceAndAgainWhenItWasForgotten() {
        Batch batch = Batch.read(block(2, 3), LedgerDecider.CONTRACT);
        List<Recorded> commands = batch.commands();
        List<Envelope> envelopes = batch.envelopes();
        assertEquals(
                LongStream.rangeClosed(FIRST, FIRST + 4).boxed().toList(),
                envelopes.stream().map(Envelope::position).toList());
        assertSame(commands, batch.commands());
        assertSame(envelopes, batch.envelopes());

        batch.forget();

        assertNotSame(commands, batch.commands());
        assertNotSame(envelopes, batch.envelopes());
        assertEquals(commands, batch.commands());
        assertEquals(envelopes, batch.envelopes());
    }
}
