package alchemist.gateway.http;

import java.io.IOException;

/** A body piece by piece, as it arrives. For one thread. */
public sealed interface Pieces permits Lines, Frames {
    /**
     * Goes to the next piece; waits for it.
     *
     * @return false at the end
     * @throws Problem when what comes is no piece, so that nothing behind it can be found
     */
    boolean next() throws IOException;

    /**
     * Whether there is another piece, or the end, without waiting. The bytes of the one before may
     * be gone then.
     */
    boolean isReady() throws IOException;

    /** The bytes in which the piece stands, until the next one is asked for. */
    byte[] bytes();

    /** Where in them it begins. */
    int offset();

    /** How long it is. */
    int length();

    /** Whether the piece is longer than it may be; then its bytes are not all there. */
    boolean isTooLong();

    /** Which it is, for messages. */
    String where();

    /** What is wrong with it, in words that also tell where it is. */
    String telling(String message);
}
