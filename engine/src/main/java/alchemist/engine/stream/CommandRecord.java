package alchemist.engine.stream;

import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;

/**
 * The payload of a command in a commit block. The events that follow it are in {@link Contract}'s
 * typed form. {@link CommandWriter} writes it, {@link CommandReader} reads many of them.
 *
 * <pre>
 * length of the envelope (varint) | envelope: fields of {@link CommandEnvelope#SCHEMA} | command in its typed form
 * </pre>
 */
public final class CommandRecord {
    private CommandRecord() {}

    /** Reads the envelope; the command stands next. */
    public static CommandEnvelope readEnvelope(Input in) {
        int end = in.enter(in.length());
        CommandEnvelope envelope = CommandEnvelope.SCHEMA.decode(in);
        in.leave(end);
        return envelope;
    }
}
