package alchemist.engine.stream;

import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Redo;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.Arrays;

/**
 * Reads commands that {@link CommandWriter} wrote, one after the other. The envelopes of a client
 * mostly differ by their number alone: where all other bytes are those of the envelope before, only
 * the number is read. For one thread.
 */
public final class CommandReader {
    /** Of {@link CommandEnvelope#SCHEMA}: the client's key, its length, 16 bytes; the number. */
    private static final int NUMBER_AT = 18;

    private static final int CLIENT_KEY = 1 << 3 | 2;
    private static final int CLIENT_BYTES = 16;
    private static final int NUMBER_KEY = 2 << 3;

    /** Longer envelopes are not remembered. */
    private static final int MAX_BYTES = 256;

    private final Output again = new Output(MAX_BYTES);
    private byte[] bytes = {};

    /** Where what stands behind the number begins; 0 where no envelope can be like the last. */
    private int behind;

    /** Whether the bytes are known to be what the last envelope is written as. */
    private boolean proved;

    private CommandEnvelope last = CommandEnvelope.of(Id.NONE, Id.NONE);

    /** Reads an envelope; the command stands next. */
    public CommandEnvelope readEnvelope(Input in) {
        int length = in.length();
        in.require(length);
        byte[] from = in.bytes();
        int at = in.position();
        int rest = behindNumber(from, at, length);
        if (rest > 0 && isLikeLast(from, at, length, rest)) {
            in.skip(length);
            return last.withSequence(number(from, at + NUMBER_AT + 1, at + rest));
        }
        int end = in.enter(length);
        last = CommandEnvelope.SCHEMA.decode(in);
        in.leave(end);
        bytes = rest == 0 ? bytes : Arrays.copyOfRange(from, at, at + length);
        behind = rest;
        proved = false;
        return last;
    }

    /**
     * Reads the envelope; the command, which is all that is left, when it is asked for. Whoever
     * folds a log asks for those that undo and redo, and they are read at once.
     */
    public Submission read(Input in, Contract contract) {
        CommandEnvelope envelope = readEnvelope(in);
        if (Contract.isNext(in, Undo.SCHEMA) || Contract.isNext(in, Redo.SCHEMA)) {
            return new Submission(envelope, contract.readStoredCommand(in));
        }
        byte[] from = in.bytes();
        int at = in.position();
        int length = in.remaining();
        in.skip(length);
        return Submission.stored(
                envelope, () -> contract.readStoredCommand(new Input(from, at, length)));
    }

    /** Where the number ends in an envelope that begins with a client and a number, or 0. */
    private static int behindNumber(byte[] from, int at, int length) {
        if (length <= NUMBER_AT + 1
                || length > MAX_BYTES
                || from[at] != CLIENT_KEY // without it, anything may stand where the number would
                || from[at + 1] != CLIENT_BYTES
                || from[at + NUMBER_AT] != NUMBER_KEY) {
            return 0;
        }
        int end = at + Math.min(length, NUMBER_AT + 10);
        for (int i = at + NUMBER_AT + 1; i < end; i++) {
            if (from[i] > 0) {
                return i + 1 - at;
            }
            if (from[i] == 0) {
                return 0; // a number is never written with more bytes than it takes
            }
        }
        return 0;
    }

    private boolean isLikeLast(byte[] from, int at, int length, int rest) {
        return behind > 0
                && length - rest == bytes.length - behind
                && Arrays.equals(from, at, at + NUMBER_AT, bytes, 0, NUMBER_AT)
                && Arrays.equals(from, at + rest, at + length, bytes, behind, bytes.length)
                && isProved();
    }

    /** Bytes that mean the same, but are written otherwise, may hold the number twice. */
    private boolean isProved() {
        if (!proved) {
            again.clear();
            CommandEnvelope.SCHEMA.encode(last, again);
            proved = Arrays.equals(again.bytes(), 0, again.size(), bytes, 0, bytes.length);
            behind = proved ? behind : 0;
        }
        return proved;
    }

    private static long number(byte[] from, int begin, int end) {
        long number = 0;
        for (int i = end - 1; i >= begin; i--) {
            number = number << 7 | (from[i] & 0x7f);
        }
        return number;
    }
}
