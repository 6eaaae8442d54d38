package alchemist.engine.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CommandWriterTest {
    private static final Contract CONTRACT = new Contract(List.of(Undo.SCHEMA), List.of());

    /** Each changes one field of an envelope to a value that depends on a number. */
    private static final List<Function<Draw, CommandEnvelope>> CHANGES =
            List.of(
                    d -> d.before().withSequence(d.number()),
                    d -> d.before().withCause(d.number()),
                    d -> d.before().withBasedOn(d.number()),
                    d -> d.before().withEffectiveAt(d.number() - 5),
                    d -> d.before().withCorrelation(d.id()),
                    d -> of(d.id(), d.before().actor(), d.before()),
                    d -> of(d.before().client(), d.id(), d.before()));

    private record Draw(CommandEnvelope before, long number) {
        Id id() {
            return number == 0 ? Id.NONE : new Id(number, -number);
        }
    }

    private static CommandEnvelope of(Id client, Id actor, CommandEnvelope rest) {
        return new CommandEnvelope(
                client,
                rest.sequence(),
                actor,
                rest.cause(),
                rest.correlation(),
                rest.clientTime(),
                rest.basedOn(),
                rest.effectiveAt());
    }

    private static byte[] plainly(Submission submission) {
        Output out = new Output(64);
        int mark = out.open();
        CommandEnvelope.SCHEMA.encode(submission.envelope(), out);
        out.close(mark);
        Contract.write(submission.command(), out);
        return out.toBytes();
    }

    @Property(tries = 300)
    void writesWhatTheSchemaDoes(@ForAll long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        CommandWriter writer = new CommandWriter();
        CommandEnvelope envelope = CommandEnvelope.of(new Id(1, 2), new Id(3, 4));
        for (int i = 0; i < 50; i++) {
            long number = random.nextInt(4) == 0 ? random.nextLong(1L << 50) : random.nextLong(3);
            int change = random.nextBoolean() ? 0 : random.nextInt(CHANGES.size());
            envelope = CHANGES.get(change).apply(new Draw(envelope, number));
            Submission submission = new Submission(envelope, new Undo(i + 1));
            Output out = new Output(16);
            writer.write(submission, out);
            assertArrayEquals(plainly(submission), out.toBytes());
            assertEquals(submission, CommandRecord.read(new Input(out.toBytes()), CONTRACT));
        }
    }

    @Property(tries = 2_000)
    void readsForeignBytesOrSaysThatTheyAreMalformed(@ForAll byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Test
    void saysOfEveryCutAndEveryChangedByteWhatItIs() {
        byte[] whole =
                plainly(
                        new Submission(
                                CommandEnvelope.of(new Id(1, 2), new Id(3, 4))
                                        .withSequence(300)
                                        .withCause(7)
                                        .withEffectiveAt(-1),
                                new Undo(9)));
        for (int i = 0; i < whole.length; i++) {
            readOrRefuse(Arrays.copyOf(whole, i));
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) (1 << bit);
                readOrRefuse(changed);
            }
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            CommandRecord.read(new Input(bytes), CONTRACT);
        } catch (MalformedBytes e) {
            assertNotNull(e.getMessage());
        }
    }
}
