package alchemist.engine.stream;

import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Output;

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

    private CommandEnvelope last = CommandEnvelope.of(Id.NONE, Id.NONE);

    /** Writes a command with its envelope. */
    public void write(Submission submission, Output out) {
        CommandEnvelope envelope = submission.envelope();
        if (!differsByNumberAlone(envelope)) {
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

    private boolean differsByNumberAlone(CommandEnvelope envelope) {
        return envelope.client().equals(last.client())
                && envelope.actor().equals(last.actor())
                && envelope.cause() == last.cause()
                && envelope.correlation().equals(last.correlation())
                && envelope.clientTime() == last.clientTime()
                && envelope.basedOn() == last.basedOn()
                && envelope.effectiveAt() == last.effectiveAt();
    }

    private void encodeAround(CommandEnvelope envelope) {
        around.clear();
        // The client is the first field, and alone before the number.
        CommandEnvelope.SCHEMA.encode(CommandEnvelope.of(envelope.client(), Id.NONE), around);
        behind = around.size();
        around.clear();
        CommandEnvelope.SCHEMA.encode(envelope.withSequence(0), around);
        last = envelope;
    }
}
