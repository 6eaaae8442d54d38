package alchemist.exchange;

import java.util.List;

/**
 * Reads one kind of source. A reader remembers nothing from one reading to the next; a reading is
 * one thread's.
 */
public interface Reader {
    /** Its stored name, such as {@code git}: part of the identity of its sources. */
    String name();

    /** Whether it can read what is at a place; quick, and never fails. */
    boolean reads(Place place);

    /**
     * Whether it reads the files of a folder together, as one source: then a file alone is read
     * only where it is what was opened.
     */
    default boolean readsTogether() {
        return false;
    }

    /**
     * Whether it reads what was, which may be far more than what is: so it reads a place after all
     * that is there now was read.
     */
    default boolean readsPast() {
        return false;
    }

    /**
     * Begins, in a thread of its own, what takes long and will be needed to read a place that was
     * not read before, while it is still being looked at. Only what cannot change meanwhile, or
     * where it is seen that it did.
     *
     * @param nowMicros µs since 1970
     */
    default void ahead(Place place, long nowMicros) {}

    /**
     * Reads all that is at a place.
     *
     * @throws ReadingFailed when it is not what it seemed to be, or cannot be read
     * @throws ReadingCancelled when it is wanted no more
     */
    void read(Place place, Reading reading) throws ReadingFailed;

    /**
     * Whether a file that is found inside an opened place is read together with others that are
     * found in its folder, as one source whose place is that folder.
     */
    default boolean gathers(Place place) {
        return false;
    }

    /**
     * Reads files of one folder that it gathers.
     *
     * @throws ReadingFailed when they cannot be read
     * @throws ReadingCancelled when they are wanted no more
     */
    default void readGathered(Place folder, List<Place> files, Reading reading)
            throws ReadingFailed {
        throw new IllegalStateException("the reader '" + name() + "' gathers nothing");
    }

    /**
     * Adds all that reading a place depends on; quick. A reader that cannot tell is asked to read
     * every time.
     *
     * @throws ReadingFailed when it cannot be looked at
     */
    default void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        print.uncertain();
    }
}
