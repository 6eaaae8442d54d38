package alchemist.exchange.git;

import java.util.List;

/**
 * A commit as Git tells it.
 *
 * @param hash its full name
 * @param authored when it was written: seconds since 1970 and the offset
 * @param committed when it was committed, likewise
 * @param message the whole message
 * @param changes what it did, compared with its first parent
 */
record RawCommit(
        String hash, String authored, String committed, String message, List<RawChange> changes) {}
