package alchemist.engine.workspace;

import alchemist.engine.stream.CommandRecord;
import alchemist.engine.stream.Recorded;
import alchemist.kernel.Event;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Output;
import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The block that is being filled, with the answers that wait for it. For the writer's thread. */
final class OpenBlock {
    private final BlockBuilder builder;
    private final int rulesVersion;
    private final Output out = new Output(4096);
    private List<Recorded> commands = new ArrayList<>();
    private List<Pending> answers = new ArrayList<>();

    OpenBlock(int maxBytes, int rulesVersion) {
        this.builder = new BlockBuilder(maxBytes);
        this.rulesVersion = rulesVersion;
    }

    /** What is handed to the appender. */
    record Sheet(@Nullable CommitBlock block, List<Recorded> commands, List<Pending> answers) {}

    /** Begins the block after another, and forgets what was in it. */
    void begin(long firstPosition, Hash previous) {
        builder.begin(firstPosition, previous, rulesVersion);
        commands = new ArrayList<>();
        answers = new ArrayList<>();
    }

    boolean hasEvents() {
        return !commands.isEmpty();
    }

    int lengthBytes() {
        return builder.lengthBytes();
    }

    List<Recorded> commands() {
        return commands;
    }

    List<Pending> answers() {
        return answers;
    }

    /**
     * Adds a command and its events.
     *
     * @return false when it does not fit; then nothing was added
     * @throws RuntimeException when one of them cannot be encoded; then nothing was added
     */
    boolean add(Submission submission, long firstPosition, List<Event> events) {
        out.clear();
        CommandRecord.write(submission, out);
        if (!builder.command(out.bytes(), 0, out.size())) {
            return false;
        }
        boolean whole = false;
        try {
            whole = addEvents(events);
        } finally {
            if (!whole) {
                builder.rollback();
            }
        }
        if (whole) {
            commands.add(new Recorded(submission, firstPosition, events));
        }
        return whole;
    }

    private boolean addEvents(List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            out.clear();
            Contract.write(events.get(i), out);
            if (!builder.event(out.bytes(), 0, out.size())) {
                return false;
            }
        }
        return true;
    }

    /** Takes the command that was added last back out. */
    void rollback() {
        builder.rollback();
        commands.removeLast();
    }

    /** Lets an answer wait for this block. */
    void answer(Pending pending) {
        answers.add(pending);
    }

    /** Seals the block and begins the next. */
    Sheet seal(long recordedAtMicros) {
        CommitBlock block = builder.seal(recordedAtMicros);
        Sheet sheet = new Sheet(block, commands, answers);
        begin(block.lastPosition() + 1, block.hash());
        return sheet;
    }

    /** Takes the answers out, when there is no event that they wait for. */
    Sheet answersOnly() {
        Sheet sheet = new Sheet(null, List.of(), answers);
        answers = new ArrayList<>();
        return sheet;
    }
}
