package alchemist.kernel;

import alchemist.kernel.schema.Schema;

/**
 * Takes back what an earlier command of the same client did.
 *
 * @param position the first event of the command that is taken back; 0: the client's last one that
 *     stands
 */
public record Undo(long position) implements Command {
    /** How the command is stored and shown. */
    public static final Schema<Undo> SCHEMA =
            Schema.<Undo>record(
                            "workspace.undo",
                            1,
                            "Takes back what an earlier command of the same client did")
                    .count(
                            1,
                            "position",
                            "the command's first event; none: the client's last that stands",
                            Undo::position)
                    .make(s -> new Undo(s.count(1)));

    @Override
    public Schema<Undo> schema() {
        return SCHEMA;
    }
}
