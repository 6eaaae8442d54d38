package alchemist.kernel;

import alchemist.kernel.schema.Schema;

/** A fact, in the past tense. */
public interface Event {
    /** The description of this record. */
    Schema<? extends Event> schema();

    /** The thing that the event is about: the {@code entity-id} of its subject. */
    Id entity();
}
