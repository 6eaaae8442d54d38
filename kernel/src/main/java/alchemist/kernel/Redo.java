package alchemist.kernel;

import alchemist.kernel.schema.Schema;

/**
 * Takes back an undo of the same client.
 *
 * @param position the first event of the undo that is taken back; 0: the client's last one, when
 *     nothing else was done since
 */
public record Redo(long position) implements Command {
    /** How the command is stored and shown. */
    public static final Schema<Redo> SCHEMA =
            Schema.<Redo>record(
                            "workspace.redo",
                            1,
                            "Does again what an undo of the same client took back")
                    .count(
                            1,
                            "position",
                            "the undo's first event; none: the client's last undo",
                            Redo::position)
                    .make(s -> new Redo(s.count(1)));

    @Override
    public Schema<Redo> schema() {
        return SCHEMA;
    }
}
