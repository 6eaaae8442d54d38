package alchemist.exchange;

/**
 * Something that a reading depended on. It says the same to a later look as long as that reading
 * would find the same.
 */
@FunctionalInterface
public interface Dependency {
    /**
     * Adds what it is now.
     *
     * @throws ReadingFailed when it cannot be looked at
     */
    void addTo(Fingerprint print) throws ReadingFailed;
}
