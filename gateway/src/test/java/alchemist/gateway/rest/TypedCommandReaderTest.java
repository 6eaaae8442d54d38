package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.stream.CommandWriter;
import alchemist.gateway.http.Frames;
import alchemist.gateway.http.Problem;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class TypedCommandReaderTest {
    private static final Id SERVER = Id.of("client", "server");
    private static final Id PERSON = Id.of("person", "tester");
    private static final Id CLIENT = Id.of("client", "mine");

    private static TypedCommandReader reader() {
        return new TypedCommandReader(
                Api.CONTRACT, new CommandReader(Api.CONTRACT, () -> Id.of("new", "thing")));
    }

    private static Sender sender() {
        return Sender.plain(SERVER, PERSON);
    }

    private static byte[] stored(Submission submission) {
        Output out = new Output(64);
        new CommandWriter().write(submission, out);
        return out.toBytes();
    }

    private static Submission read(CommandForm form, byte[] bytes) {
        // Somewhere in a larger buffer, as it arrives.
        byte[] buffer = new byte[bytes.length + 20];
        System.arraycopy(bytes, 0, buffer, 7, bytes.length);
        return form.read(buffer, 7, bytes.length, sender()).submission();
    }

    @Property(tries = 2000)
    void aCommandIsTheSameInBothForms(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Id client = random.nextBoolean() ? Id.NONE : CLIENT;
        long sequence = client.isNone() ? 0 : random.nextLong(1, 1000);
        Submission submission = new AnyCommand(random).submission(client, sequence);
        byte[] typed = CommandBytes.typedRecord(submission);
        byte[] record = new byte[typed.length + 1];
        record[0] = 1;
        System.arraycopy(typed, 0, record, 1, typed.length);
        byte[] json = AnyCommand.json(submission);
        byte[] inside = new byte[json.length + 1];
        inside[0] = 2;
        System.arraycopy(json, 0, inside, 1, json.length);
        Submission ofBytes = read(reader(), record);
        assertEquals(submission.command(), ofBytes.command());
        assertArrayEquals(stored(ofBytes), stored(read(reader(), inside)));
        assertArrayEquals(
                stored(ofBytes),
                stored(read(new CommandReader(Api.CONTRACT, () -> Id.NONE), json)));
        assertEquals(client.isNone() ? SERVER : client, ofBytes.envelope().client());
    }

    @Property(tries = 3000)
    void bytesOfAnyKindAreReadOrRefused(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        AnyCommand any = new AnyCommand(random);
        CommandBytes body = new CommandBytes();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Submission submission = any.submission(CLIENT, 1 + random.nextInt(9));
            if (random.nextInt(4) == 0) {
                body.record(2, AnyCommand.json(submission));
            } else {
                body.typed(submission);
            }
        }
        byte[] bytes = body.toBytes();
        for (int i = random.nextInt(6); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(4));
        }
        byte[] sent =
                random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
        Frames frames =
                Frames.of(sent, TypedCommandReader.MAGIC, TypedCommandReader.VERSION, 1 << 20);
        TypedCommandReader reader = reader();
        Sender sender = sender();
        try {
            while (frames.next()) {
                try {
                    Submission submission =
                            reader.read(frames.bytes(), frames.offset(), frames.length(), sender)
                                    .submission();
                    // What is taken can be stored, and says the same then.
                    assertTrue(stored(submission).length > 0);
                    AnyCommand.json(submission);
                } catch (MalformedBytes | MalformedJson e) {
                    assertTrue(String.valueOf(e.getMessage()).length() > 10);
                }
            }
        } catch (Problem e) {
            assertEquals(Problem.Kind.MALFORMED_BODY, e.kind());
            assertTrue(e.detail().contains("byte "), e.detail());
        }
    }

    @Test
    void whatIsTheServersToSayIsRefused() {
        Submission caused =
                new Submission(
                        CommandEnvelope.of(CLIENT, PERSON).withCause(7),
                        new AnyCommand(new SplittableRandom(1)).submission(CLIENT, 1).command());
        byte[] record = new byte[CommandBytes.typedRecord(caused).length + 1];
        record[0] = 1;
        System.arraycopy(CommandBytes.typedRecord(caused), 0, record, 1, record.length - 1);
        MalformedBytes e = assertThrows(MalformedBytes.class, () -> read(reader(), record));
        assertTrue(String.valueOf(e.getMessage()).contains("'cause'"), e.getMessage());
    }

    @Test
    void aFieldThatIsNotKnownIsRefusedRatherThanLost() {
        byte[] command =
                CommandBytes.typedRecord(
                        new Submission(
                                CommandEnvelope.of(Id.NONE, Id.NONE),
                                new AnyCommand(new SplittableRandom(1))
                                        .submission(CLIENT, 1)
                                        .command()));
        byte[] bad = new byte[] {1, 2, 15 << 3, 1};
        byte[] all = Arrays.copyOf(bad, bad.length + command.length - 1);
        System.arraycopy(command, 1, all, bad.length, command.length - 1);
        MalformedBytes e = assertThrows(MalformedBytes.class, () -> read(reader(), all));
        assertTrue(String.valueOf(e.getMessage()).contains("not known here"), e.getMessage());
    }
}
