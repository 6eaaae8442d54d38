package alchemist.engine.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
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
                    d -> withClientTime(d.before(), d.number() - 5),
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

    private static CommandEnvelope withClientTime(CommandEnvelope rest, long micros) {
        return new CommandEnvelope(
                rest.client(),
                rest.sequence(),
                rest.actor(),
                rest.cause(),
                rest.correlation(),
                micros,
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
        CommandReader reader = new CommandReader();
        CommandEnvelope envelope = CommandEnvelope.of(new Id(1, 2), new Id(3, 4));
        for (int i = 0; i < 50; i++) {
            long number = random.nextInt(4) == 0 ? random.nextLong(1L << 50) : random.nextLong(3);
            int change = random.nextBoolean() ? 0 : random.nextInt(CHANGES.size());
            envelope = CHANGES.get(change).apply(new Draw(envelope, number));
            Submission submission = new Submission(envelope, new Undo(i + 1));
            Output out = new Output(16);
            writer.write(submission, out);
            assertArrayEquals(plainly(submission), out.toBytes());
            assertEquals(submission, reader.read(new Input(out.toBytes()), CONTRACT));
        }
    }

    /** The one that cannot be written had begun to take the place of the one before. */
    @Test
    void writesTheNextOfAClientAsIfOneThatCannotBeWrittenHadNotBeen() {
        CommandEnvelope envelope = CommandEnvelope.of(new Id(1, 2), new Id(3, 4));
        CommandEnvelope other = CommandEnvelope.of(new Id(5, 6), new Id(7, 8));
        for (CommandEnvelope wrong :
                List.of(
                        other.withCause(-1),
                        other.withBasedOn(-1),
                        other.withSequence(-1),
                        envelope.withSequence(-1))) {
            CommandWriter writer = new CommandWriter();
            Output out = new Output(16);
            writer.write(new Submission(envelope.withSequence(1), new Undo(9)), out);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> writer.write(new Submission(wrong, new Undo(9)), out));
            Submission next = new Submission(envelope.withSequence(2), new Undo(9));
            out.clear();
            writer.write(next, out);
            assertArrayEquals(plainly(next), out.toBytes(), wrong::toString);
        }
    }

    @Property(tries = 2_000)
    void readsForeignBytesOrSaysThatTheyAreMalformed(@ForAll byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Test
    void readsChangedBytesTheSameWhateverWasReadBefore() {
        CommandEnvelope envelope =
                CommandEnvelope.of(new Id(1, 2), new Id(3, 4)).withSequence(300).withCause(7);
        byte[] whole = plainly(new Submission(envelope, new Undo(9)));
        byte[] numberTwice = withNumberTwice(envelope);
        List<byte[]> variants = new ArrayList<>(List.of(whole, numberTwice));
        for (int i = 0; i < whole.length * 8; i++) {
            byte[] changed = whole.clone();
            changed[i / 8] ^= (byte) (1 << i % 8);
            variants.add(changed);
        }
        for (byte[] before : List.of(whole, numberTwice)) {
            for (byte[] bytes : variants) {
                CommandReader reader = new CommandReader();
                reader.read(new Input(before), CONTRACT);
                assertEquals(read(new CommandReader(), bytes), read(reader, bytes));
                assertEquals(read(new CommandReader(), bytes), read(reader, bytes));
            }
        }
    }

    /**
     * At the place of the number stands the length of the correlation, which looks like its key.
     */
    @Test
    void readsAnEnvelopeWithoutAClientAsItIs() {
        CommandEnvelope envelope =
                CommandEnvelope.of(Id.NONE, Id.NONE)
                        .withSequence(1L << 42)
                        .withCause(1L << 50)
                        .withCorrelation(new Id(5L << 56, 6));
        byte[] bytes = plainly(new Submission(envelope, new Undo(9)));
        assertEquals(16, bytes[1 + 18], "the place is as it was, or this test shows nothing");
        CommandReader reader = new CommandReader();
        for (int i = 0; i < 3; i++) {
            assertEquals(envelope, reader.readEnvelope(new Input(bytes)));
        }
    }

    /** Bytes that mean an envelope, and are not what it is written as. */
    private static byte[] withNumberTwice(CommandEnvelope envelope) {
        Output out = new Output(64);
        int mark = out.open();
        CommandEnvelope.SCHEMA.encode(envelope, out);
        out.u8(2 << 3);
        out.varint(5);
        out.close(mark);
        Contract.write(new Undo(9), out);
        return out.toBytes();
    }

    private static String read(CommandReader reader, byte[] bytes) {
        try {
            return reader.read(new Input(bytes), CONTRACT).toString();
        } catch (MalformedBytes _) {
            return "malformed";
        }
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
            new CommandReader().read(new Input(bytes), CONTRACT);
        } catch (MalformedBytes e) {
            assertNotNull(e.getMessage());
        }
    }
}
