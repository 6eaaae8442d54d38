package alchemist.kernel;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A command with what travels with it: what a gateway submits and a workspace decides. Immutable,
 * for any thread. What was stored is read when somebody asks for the command: a view asks for its
 * events and envelope alone, and reading the commands as well would take a quarter of its time.
 */
public final class Submission {
    private final CommandEnvelope envelope;
    private final @Nullable Supplier<Command> stored;

    /** Read by any thread without a barrier: a command is immutable, and may be read twice. */
    private @Nullable Command command;

    /**
     * A command that is there.
     *
     * @param envelope who, when, why
     * @param command the intent
     */
    public Submission(CommandEnvelope envelope, Command command) {
        this.envelope = envelope;
        this.command = command;
        this.stored = null;
    }

    private Submission(CommandEnvelope envelope, Supplier<Command> stored) {
        this.envelope = envelope;
        this.stored = stored;
    }

    /**
     * A command that is read when it is asked for.
     *
     * @param stored reads it; the same each time, by any thread
     */
    public static Submission stored(CommandEnvelope envelope, Supplier<Command> stored) {
        return new Submission(envelope, stored);
    }

    /** Who, when, why. */
    public CommandEnvelope envelope() {
        return envelope;
    }

    /**
     * The intent.
     *
     * @throws alchemist.kernel.schema.MalformedBytes when it is stored, and is none
     */
    public Command command() {
        Command known = command;
        if (known == null) {
            known = Objects.requireNonNull(stored).get();
            command = known;
        }
        return known;
    }

    /** The intent, if it was read already; else null. */
    public @Nullable Command known() {
        return command;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Submission other
                && envelope.equals(other.envelope)
                && command().equals(other.command());
    }

    @Override
    public int hashCode() {
        return Objects.hash(envelope, command());
    }

    @Override
    public String toString() {
        return "Submission[" + envelope + ", " + command() + "]";
    }
}
