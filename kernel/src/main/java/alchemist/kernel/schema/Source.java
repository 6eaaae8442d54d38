package alchemist.kernel.schema;

/** Where the bytes of a long {@link Input} come from, which need not lie in memory all at once. */
@FunctionalInterface
public interface Source {
    /**
     * Reads the next bytes.
     *
     * @param to filled from {@code offset} on
     * @param length at least 1
     * @return how many were read, at least 1
     * @throws MalformedBytes when there are none, or they cannot be read
     */
    int read(byte[] to, int offset, int length);
}
