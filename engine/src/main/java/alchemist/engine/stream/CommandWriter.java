package alchemist.engine.stream;

import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Output;
import org.jspecify.annotations.Nullable;

/**
 * Writes commands in the form of {@link CommandRecord}. The envelopes of a client mostly differ by
 * their number alone: what stands before and behind it is encoded once. For one thread.
 */
public final class CommandWriter {
    /** Of {@link CommandEnvelope#SCHEMA}: the number is its second field, a varint. */
    private static final int SEQUENCE_KEY = 2 << 3;

    private final Output around = new Output(128);

    /** Where what stands behind the number begins in what is around it. */
    private int behind;

    /** Whose it is; null while it is nobody's. */
    private @Nullable CommandEnvelope last;

    /**
     * Writes a command with its envelope.
     *
     * @throws IllegalArgumentException when it cannot be stored; then part of it may be written
     */
    public void write(Submission submission, Output out) {
        CommandEnvelope envelope = submission.envelope();
        if (envelope.sequence() < 0) {
            throw new IllegalArgumentException(
                    "'sequence' is " + envelope.sequence() + ", which is no count");
        }
        if (!differsByNumberAlone(envelope, last)) {
            encodeAround(envelope);
        }
        int mark = out.open();
        out.raw(around.bytes(), 0, behind);
        if (envelope.sequence() != 0) {
            out.u8(SEQUENCE_KEY);
            out.varint(envelope.sequence());
        }
        out.raw(around.bytes(), behind, around.size() - behind);
        out.close(mark);
        Contract.write(submission.command(), out);
    }

    private static boolean differsByNumberAlone(
            CommandEnvelope envelope, @Nullable CommandEnvelope other) {
        return other != null
                && envelope.client().equals(other.client())
                && envelope.actor().equals(other.actor())
                && envelope.cause() == other.cause()
                && envelope.correlation().equals(other.correlation())
                && envelope.clientTime() == other.clientTime()
                && envelope.basedOn() == other.basedOn()
                && envelope.effectiveAt() == other.effectiveAt();
    }

    private void encodeAround(CommandEnvelope envelope) {
        last = null; // where it cannot be encoded, what is left is of neither
        around.clear();
        // The client is the first field, and alone before the number.
        CommandEnvelope.SCHEMA.encode(CommandEnvelope.of(envelope.client(), Id.NONE), around);
        behind = around.size();
        around.clear();
        CommandEnvelope.SCHEMA.encode(envelope.withSequence(0), around);
        last = envelope;
    }
}
