package alchemist.kernel;

import alchemist.kernel.schema.Schema;

/** An intent, in the imperative. */
public interface Command {
    /** The description of this record. */
    Schema<? extends Command> schema();
}
