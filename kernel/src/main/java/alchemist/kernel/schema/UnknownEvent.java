package alchemist.kernel.schema;

import alchemist.kernel.Event;
import alchemist.kernel.Id;

/**
 * An event that a newer program wrote: kept as it is, passed on, and skipped where it says that
 * this is safe.
 */
public final class UnknownEvent implements Event {
    private final UnknownRecord stored;
    private final Schema<UnknownEvent> schema;

    UnknownEvent(UnknownRecord stored) {
        this.stored = stored;
        this.schema = stored.schema(this, event -> event.stored.fields());
    }

    /** Whether this program may pass over it. */
    public boolean ignorable() {
        return stored.ignorable();
    }

    UnknownRecord stored() {
        return stored;
    }

    @Override
    public Schema<UnknownEvent> schema() {
        return schema;
    }

    @Override
    public Id entity() {
        return Id.NONE;
    }

    @Override
    public String toString() {
        return "UnknownEvent[" + stored + "]";
    }
}
