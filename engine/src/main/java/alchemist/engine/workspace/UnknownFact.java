package alchemist.engine.workspace;

import alchemist.kernel.schema.UnknownEvent;

/** The log holds an event of a newer program that may not be passed over. */
final class UnknownFact extends Exception {
    private static final long serialVersionUID = 1;

    UnknownFact(long position, UnknownEvent event) {
        super(
                "a newer program wrote '"
                        + event.schema()
                        + "' at position "
                        + position
                        + ", which this one does not know and may not pass over; run the newer"
                        + " program to write here");
    }
}
