package alchemist.gateway.rest;

import alchemist.engine.stream.CommandRecord;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import java.util.Arrays;

/**
 * Reads commands from the records of a binary body:
 *
 * <pre>
 * form u8 = 1 | what a log stores of a command: see {@link CommandRecord}
 * form u8 = 2 | the command as JSON
 * </pre>
 *
 * What an envelope leaves out is said by the sender, as in JSON. For one thread.
 */
final class TypedCommandReader implements CommandForm {
    /** What a body begins with, before its version. */
    static final byte[] MAGIC = {'A', 'L', 'C'};

    static final int VERSION = 1;

    private static final int TYPED = 1;
    private static final int JSON = 2;
    private static final int MOST_FLAGS = 1;

    private final Contract contract;
    private final CommandReader json;
    private final Input in = new Input(new byte[0]);

    /** The envelope that was read last: the next one mostly has the same bytes. */
    private CommandEnvelope last = Sender.NOTHING;

    private byte[] lastBytes = {};

    TypedCommandReader(Contract contract, CommandReader json) {
        this.contract = contract;
        this.json = json;
    }

    @Override
    public Read read(byte[] bytes, int offset, int length, Sender sender) {
        try {
            return decode(bytes, offset, length, sender);
        } catch (MalformedBytes e) {
            if (offset == 0) {
                throw e;
            }
            // Once more, so that the message tells the place in the record alone.
            byte[] alone = Arrays.copyOfRange(bytes, offset, offset + length);
            return decode(alone, 0, length, sender);
        }
    }

    private Read decode(byte[] bytes, int offset, int length, Sender sender) {
        in.reset(bytes, offset, length);
        int form = in.u8();
        return switch (form) {
            case TYPED -> typed(sender);
            case JSON -> json.read(bytes, offset + 1, length - 1, sender);
            default ->
                    throw new MalformedBytes(
                            "form " + form + " of a record is not known here, only 1 and 2");
        };
    }

    private Read typed(Sender sender) {
        try {
            CommandEnvelope envelope = sender.envelope(said());
            int at = in.position();
            Command command = contract.readCommand(in);
            if (in.passedOver() > 0) {
                throw new MalformedBytes(
                        in.passedOver() + " fields of it have tags that are not known here");
            }
            if ((in.bytes()[at] & 0xff) > MOST_FLAGS || in.bytes()[at + 1] == 0) {
                throw new MalformedBytes(
                        "flags of more than 1, or version 0, at " + at + ": no command has them");
            }
            return new Read(new Submission(envelope, command), Id.NONE);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MalformedBytes(String.valueOf(e.getMessage()));
        }
    }

    /** What the command says of itself. */
    private CommandEnvelope said() {
        int start = in.position();
        int length = in.length();
        int at = in.position();
        if (Arrays.equals(in.bytes(), at, at + length, lastBytes, 0, lastBytes.length)) {
            in.skip(length);
            return last;
        }
        in.reset(in.bytes(), start, in.remaining() + at - start);
        CommandEnvelope said = CommandRecord.readEnvelope(in);
        if (in.passedOver() == 0) {
            last = said;
            lastBytes = Arrays.copyOfRange(in.bytes(), at, at + length);
        }
        return said;
    }
}
