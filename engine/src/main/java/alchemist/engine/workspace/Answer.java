package alchemist.engine.workspace;

import alchemist.kernel.Event;
import java.util.List;

/** What a submission is answered. It leaves only when all that it depended on is durable. */
public sealed interface Answer {
    /**
     * The command holds.
     *
     * @param firstPosition the position of its first event; when it changed nothing, {@code
     *     position}
     * @param position the position of its last event; when it changed nothing, the one that this
     *     was true at
     * @param events its events; none when it was already so
     * @param duplicate it was accepted before, and is only answered again
     */
    record Accepted(long firstPosition, long position, List<Event> events, boolean duplicate)
            implements Answer {
        /** Whether it was already so, and nothing was recorded. */
        public boolean unchanged() {
            return events.isEmpty();
        }
    }

    /**
     * The rules say no.
     *
     * @param code stable, for programs
     * @param reason a sentence for people that says what to do
     * @param position the position that this was true at
     */
    record Rejected(String code, String reason, long position) implements Answer {}

    /**
     * The workspace cannot, whatever the rules say; nothing was recorded.
     *
     * @param why for programs
     * @param reason a sentence for people that says what to do
     */
    record Refused(Why why, String reason) implements Answer {}

    /** Why a workspace refuses. */
    enum Why {
        /** More is waiting than it takes; send again later. */
        BUSY,
        /** There is no room left where the log is; make room, then send again. */
        FULL,
        /** The log failed; the reason says whether to send again. */
        FAILED,
        /** The rules threw at this command, which is a bug; others are decided. */
        BUG,
        /** It is closed, or closing. */
        CLOSED,
        /** Nothing can be written, only read. */
        READ_ONLY,
        /** The command and its events do not fit into one block; send it in parts. */
        TOO_LARGE,
        /** The client's number is so old that it is not known whether it was accepted. */
        TOO_OLD,
        /** Under the client's number a command of another type was accepted. */
        NUMBER_TAKEN
    }
}
