package alchemist.graph;

import alchemist.graph.column.IntColumn;
import alchemist.graph.column.LongColumn;
import alchemist.kernel.Envelope;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * Every command that was folded, by rising position: when it was recorded, when it took effect, and
 * of which event it came. Tells the two times of any position.
 *
 * <p>These three are mostly the same for many commands in a row, such as those of one block or of
 * one commit of an imported history, which then share an occasion. 12 bytes a command, and 20 an
 * occasion.
 *
 * <p>One writer; readers look up no position beyond what is published.
 */
final class Commands {
    static final int NONE = -1;

    /** Positions per entry of the index over them. */
    private static final int SPAN_SHIFT = 5;

    private final IntColumn first = new IntColumn();
    private final IntColumn last = new IntColumn();
    private final IntColumn occasion = new IntColumn();

    /** By occasion. */
    private final IntColumn cause = new IntColumn();

    private final LongColumn recorded = new LongColumn();
    private final LongColumn effective = new LongColumn();

    /** For each span of positions, the command that the first of them belongs to or follows. */
    private final IntColumn spans = new IntColumn();

    int size() {
        return first.size();
    }

    /** Notes the command of an event, which is the latest or one after it. */
    void note(Envelope envelope) {
        int from = Math.toIntExact(envelope.firstOfCommand());
        int count = first.size();
        if (count > 0 && first.get(count - 1) >= from) {
            return;
        }
        int command = first.add(from);
        last.add(Math.toIntExact(envelope.lastOfCommand()));
        occasion.add(
                occasion(
                        (int) Math.min(envelope.cause().envelope().cause(), Integer.MAX_VALUE),
                        envelope.recordedAt(),
                        envelope.effectiveAt()));
        while (spans.size() << SPAN_SHIFT <= from) {
            spans.add(spans.size() << SPAN_SHIFT == from ? command : Math.max(0, command - 1));
        }
    }

    /** The latest occasion, or a new one where that differs. */
    private int occasion(int causedBy, long recordedAt, long effectiveAt) {
        int latest = cause.size() - 1;
        if (latest >= 0
                && cause.get(latest) == causedBy
                && recorded.get(latest) == recordedAt
                && effective.get(latest) == effectiveAt) {
            return latest;
        }
        recorded.add(recordedAt);
        effective.add(effectiveAt);
        return cause.add(causedBy);
    }

    /** The command of a position: the last one that begins at or before it. */
    int of(int position, int commands) {
        int command = spans.get(Math.min(position >>> SPAN_SHIFT, spanOf(commands)));
        while (command + 1 < commands && first.get(command + 1) <= position) {
            command++;
        }
        return command;
    }

    private int spanOf(int commands) {
        return first.get(commands - 1) >>> SPAN_SHIFT;
    }

    int firstPosition(int command) {
        return first.get(command);
    }

    int lastPosition(int command) {
        return last.get(command);
    }

    /** The position of the event that led to the command, or 0. */
    int cause(int command) {
        return cause.get(occasion.get(command));
    }

    long recordedAt(int command) {
        return recorded.get(occasion.get(command));
    }

    long effectiveAt(int command) {
        return effective.get(occasion.get(command));
    }

    /** The last command that was recorded at or before a time, or NONE. */
    int lastRecorded(long micros, int commands) {
        int low = 0;
        int high = commands;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (recordedAt(middle) <= micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    void save(Output out) {
        first.save(out);
        last.save(out);
        occasion.save(out);
        cause.save(out);
        recorded.save(out);
        effective.save(out);
        spans.save(out);
    }

    void load(Input in) {
        first.load(in);
        last.load(in);
        occasion.load(in);
        cause.load(in);
        recorded.load(in);
        effective.load(in);
        spans.load(in);
    }

    long bytes() {
        return first.bytes()
                + last.bytes()
                + occasion.bytes()
                + cause.bytes()
                + recorded.bytes()
                + effective.bytes()
                + spans.bytes();
    }
}
