package alchemist.engine.stream;

import alchemist.kernel.Envelope;
import alchemist.kernel.schema.Contract;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A range of events, in order. For one thread; to be closed. */
public final class EventCursor implements AutoCloseable {
    private final Contract contract;
    private final long to;
    private final @Nullable BlockCursor cursor;
    private long next;
    private List<Envelope> block = List.of();
    private int index;

    EventCursor(Log log, Contract contract, long from, long to) throws LogException {
        this.contract = contract;
        this.next = Math.max(1, from);
        this.to = to;
        this.cursor = next > to ? null : log.read(next - 1);
    }

    /**
     * The next event, or null when the range ends.
     *
     * @throws alchemist.kernel.schema.MalformedBytes when a record is none of the contract's form
     */
    public @Nullable Envelope next() throws LogException {
        while (cursor != null && next <= to && index == block.size()) {
            CommitBlock read = cursor.next();
            if (read == null) {
                return null;
            }
            enter(read);
        }
        if (next > to) {
            return null;
        }
        next++;
        return block.get(index++);
    }

    private void enter(CommitBlock read) {
        block = Batch.read(read, contract).envelopes();
        // A branch's log begins behind its parent's events.
        next = Math.max(next, read.firstPosition());
        index = (int) (next - read.firstPosition());
    }

    /** All that are left; for short ranges. */
    public List<Envelope> toList() throws LogException {
        List<Envelope> all = new ArrayList<>();
        for (Envelope envelope = next(); envelope != null; envelope = next()) {
            all.add(envelope);
        }
        return all;
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }
}
