package alchemist.engine.workspace;

import alchemist.engine.stream.CommandWriter;
import alchemist.engine.stream.Recorded;
import alchemist.kernel.Event;
import alchemist.kernel.Submission;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Output;
import alchemist.log.BlockHeader;
import alchemist.log.CommitBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The block that is being filled, with the answers that wait for it. For the writer's thread. */
final class OpenBlock {
    /** What a block takes besides its records. */
    private static final int FRAME_BYTES = BlockHeader.BYTES + CommitBlock.TRAILER_BYTES;

    private final int maxBytes;
    private final CommandWriter writer = new CommandWriter();

    /** Room of blocks that were sealed: the appender gives it back. */
    private final Queue<Output> spare = new ConcurrentLinkedQueue<>();

    private Output records = new Output(4096);
    private IntList ends = new IntList();
    private List<Recorded> commands = new ArrayList<>();
    private List<Pending> answers = new ArrayList<>();
    private int lengthBytes = FRAME_BYTES;
    private int lengthBefore;

    OpenBlock(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    boolean hasEvents() {
        return !commands.isEmpty();
    }

    boolean hasAnswers() {
        return !answers.isEmpty();
    }

    /** How long the block would be now. */
    int lengthBytes() {
        return lengthBytes;
    }

    List<Recorded> commands() {
        return commands;
    }

    /**
     * Adds a command and its events.
     *
     * @return false when it does not fit; then nothing was added
     * @throws RuntimeException when one of them cannot be encoded; then nothing was added
     */
    boolean add(Submission submission, long firstPosition, List<Event> events) {
        lengthBefore = lengthBytes;
        int bytesBefore = records.size();
        int recordsBefore = ends.size();
        boolean whole = false;
        try {
            writer.write(submission, records);
            whole = endRecord(bytesBefore);
            for (int i = 0; i < events.size() && whole; i++) {
                int start = records.size();
                Contract.write(events.get(i), records);
                whole = endRecord(start);
            }
        } finally {
            if (!whole) {
                truncate(bytesBefore, recordsBefore);
            }
        }
        if (whole) {
            commands.add(new Recorded(submission, firstPosition, events));
        }
        return whole;
    }

    private boolean endRecord(int start) {
        int record = 1 + records.size() - start;
        lengthBytes += record + (record < 1 << 7 ? 1 : record < 1 << 14 ? 2 : 3);
        ends.add(records.size());
        return lengthBytes <= maxBytes;
    }

    /** Takes the command that was added last back out. */
    void rollback() {
        int left = ends.size() - 1 - commands.removeLast().events().size();
        truncate(left == 0 ? 0 : ends.at(left - 1), left);
    }

    private void truncate(int bytes, int recordCount) {
        records.truncate(bytes);
        while (ends.size() > recordCount) {
            ends.pop();
        }
        lengthBytes = lengthBefore;
    }

    /** Lets an answer wait for this block. */
    void answer(Pending pending) {
        answers.add(pending);
    }

    /** Takes the answers out that wait for nothing in this block. */
    List<Pending> takeAnswers() {
        List<Pending> taken = answers;
        answers = new ArrayList<>();
        return taken;
    }

    /** Takes all out, and begins anew. */
    Sheet take() {
        long first = commands.isEmpty() ? 0 : commands.getFirst().firstPosition();
        Sheet sheet = new Sheet(first, records, ends, commands, answers, new ArrayList<>(), spare);
        // The next block is likely to be as long, and growing copies.
        records = room(Math.min(maxBytes, withReserve(records.size())));
        ends = new IntList(withReserve(ends.size()));
        commands = new ArrayList<>(withReserve(commands.size()));
        answers = new ArrayList<>(withReserve(answers.size()));
        lengthBytes = FRAME_BYTES;
        return sheet;
    }

    /** What is much longer than blocks are now is let go. */
    private Output room(int lengthBytes) {
        Output room = spare.poll();
        if (room == null || room.bytes().length / 4 > lengthBytes) {
            return new Output(lengthBytes);
        }
        room.clear();
        return room;
    }

    private static int withReserve(int size) {
        return size + size / 4;
    }
}
