package alchemist.exchange;

import alchemist.kernel.Id;

/**
 * A source as a workspace records it.
 *
 * @param reader what reads, or read, it
 * @param location where it is, or was
 * @param label how people call it
 * @param trust how much its word weighs, 0 to 100; {@link #DEFAULT_TRUST} where nobody decided
 */
public record SourceName(Id id, String reader, String location, String label, int trust) {
    /** The trust that a source enjoys where nobody decided. */
    public static final int DEFAULT_TRUST = 50;

    /** The greatest trust. */
    public static final int MAX_TRUST = 100;

    /** The source that a reader reads at a place: the same for the same reader and place. */
    public static SourceName of(Reader reader, Place place, String label) {
        return of(reader.name(), place.location(), label);
    }

    /**
     * What a person states, as a source: read back, it is a source like others, never the person
     * itself.
     */
    public static SourceName ofPerson(Id person, String label) {
        Id id = Id.of("source", GraphCopy.PERSON + "\0" + person);
        return new SourceName(id, GraphCopy.PERSON, "", label, MAX_TRUST);
    }

    /** The source that a reader of a name reads at a location. */
    public static SourceName of(String reader, String location, String label) {
        Id id = Id.of("source", reader + "\0" + location);
        return new SourceName(id, reader, location, label, DEFAULT_TRUST);
    }
}
