package alchemist.kernel.schema;

import alchemist.kernel.Command;

/** A stored command that a newer program wrote: kept as it is, shown, never decided here. */
public final class UnknownCommand implements Command {
    private final UnknownRecord stored;
    private final Schema<UnknownCommand> schema;

    UnknownCommand(UnknownRecord stored) {
        this.stored = stored;
        this.schema = stored.schema(this, command -> command.stored.fields());
    }

    UnknownRecord stored() {
        return stored;
    }

    @Override
    public Schema<UnknownCommand> schema() {
        return schema;
    }

    @Override
    public String toString() {
        return "UnknownCommand[" + stored + "]";
    }
}
