package alchemist.exchange.imports;

import alchemist.kernel.Event;
import java.util.List;

/** What a workspace says of a command, as far as an import must know. */
public sealed interface Verdict {
    /**
     * It holds, and is recorded.
     *
     * @param position of its last event
     * @param events what came of it; none when it was already so
     */
    record Accepted(long position, List<Event> events) implements Verdict {}

    /**
     * The rules say no.
     *
     * @param code stable, for programs
     * @param reason for people
     */
    record Rejected(String code, String reason) implements Verdict {}

    /** The workspace has too much to do: to be sent again later. */
    record Busy() implements Verdict {}

    /**
     * The workspace cannot.
     *
     * @param reason for people
     */
    record Unable(String reason) implements Verdict {}
}
