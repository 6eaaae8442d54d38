package alchemist.kernel.schema;

/** Where the bytes of a long {@link Output} go, which need not lie in memory all at once. */
@FunctionalInterface
public interface Sink {
    /**
     * Takes the next bytes.
     *
     * @param bytes the first {@code length} of them; the sink's from now on
     * @return the array to go on with, at least as long: the same one, where nothing reads it later
     */
    byte[] write(byte[] bytes, int length);
}
