package alchemist.engine.stream;

import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.log.CommitBlock;
import alchemist.log.Records;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands and events of one commit block. Decoded when first asked for and only once, however
 * many followers it has; what comes from the writer need not be decoded at all. For any thread.
 */
public final class Batch {
    private final CommitBlock block;
    private final Contract contract;
    private volatile @Nullable List<Recorded> commands;
    private volatile @Nullable List<Envelope> envelopes;

    private Batch(CommitBlock block, Contract contract, @Nullable List<Recorded> commands) {
        this.block = block;
        this.contract = contract;
        this.commands = commands;
    }

    /** What was read from a log. */
    public static Batch read(CommitBlock block, Contract contract) {
        return new Batch(block, contract, null);
    }

    /** What was just committed. */
    public static Batch committed(CommitBlock block, Contract contract, List<Recorded> commands) {
        return new Batch(block, contract, commands);
    }

    /**
     * Forgets what the bytes say, which is decoded again for those who still ask: few do, and it is
     * several times as large.
     */
    void forget() {
        commands = null;
        envelopes = null;
    }

    /** The block itself. */
    public CommitBlock block() {
        return block;
    }

    /** The position of the first event in it. */
    public long firstPosition() {
        return block.firstPosition();
    }

    /** The position of the last event in it: the end of a command. */
    public long lastPosition() {
        return block.lastPosition();
    }

    /**
     * Its commands, in order.
     *
     * @throws alchemist.kernel.schema.MalformedBytes when a record is none of the contract's form
     */
    public List<Recorded> commands() {
        List<Recorded> known = commands;
        return known != null ? known : decodeCommands();
    }

    /**
     * Its events, in order, each with what it shares with the others of its command.
     *
     * @throws alchemist.kernel.schema.MalformedBytes when a record is none of the contract's form
     */
    public List<Envelope> envelopes() {
        List<Envelope> known = envelopes;
        return known != null ? known : makeEnvelopes();
    }

    /** The command that an event of this block came of. */
    public @Nullable Recorded commandOf(long position) {
        List<Recorded> all = commands();
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Recorded command = all.get(middle);
            if (position < command.firstPosition()) {
                high = middle - 1;
            } else if (position > command.lastPosition()) {
                low = middle + 1;
            } else {
                return command;
            }
        }
        return null;
    }

    private synchronized List<Envelope> makeEnvelopes() {
        List<Envelope> known = envelopes;
        if (known != null) {
            return known;
        }
        Envelope[] all = new Envelope[block.events()];
        long start = block.firstPosition();
        long recordedAt = block.recordedAtMicros();
        int rules = block.rulesVersion();
        for (Recorded command : commands()) {
            long position = command.firstPosition();
            long last = command.lastPosition();
            for (Event event : command.events()) {
                all[(int) (position - start)] =
                        new Envelope(
                                position,
                                recordedAt,
                                command.firstPosition(),
                                last,
                                rules,
                                command.submission(),
                                event);
                position++;
            }
        }
        List<Envelope> made = List.of(all);
        envelopes = made;
        return made;
    }

    private synchronized List<Recorded> decodeCommands() {
        List<Recorded> known = commands;
        if (known != null) {
            return known;
        }
        List<Recorded> decoded = new ArrayList<>();
        Input in = new Input(block.bytes());
        CommandReader reader = new CommandReader();
        Submission submission = null;
        long first = block.firstPosition();
        List<Event> events = new ArrayList<>();
        for (Records r = block.records(); r.next(); ) {
            in.reset(r.bytes(), r.offset(), r.length());
            switch (r.kind()) {
                case ORIGIN -> {}
                case COMMAND -> {
                    add(decoded, submission, first, events);
                    submission = reader.read(in, contract);
                    first = r.position();
                    events.clear();
                }
                case EVENT -> events.add(contract.readEvent(in));
            }
        }
        add(decoded, submission, first, events);
        commands = decoded;
        return decoded;
    }

    private static void add(
            List<Recorded> all, @Nullable Submission submission, long first, List<Event> events) {
        if (submission != null) {
            all.add(new Recorded(submission, first, List.copyOf(events)));
        }
    }
}
