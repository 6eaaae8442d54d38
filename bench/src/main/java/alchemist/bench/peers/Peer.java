package alchemist.bench.peers;

import alchemist.log.LogException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** A store of events. For one thread. */
public interface Peer extends AutoCloseable {
    /**
     * Appends events after those that are there: one durable unit. On return they survive a loss of
     * power, unless the peer's {@link Contender} says otherwise.
     */
    void append(List<byte[]> events) throws Exception;

    /** Waits until what follows the appends is done, too; nothing where nothing follows. */
    default void settle() throws Exception {}

    /** Hands over all events, in order, until the end. */
    void read(Consumer<byte[]> each) throws Exception;

    /** What all of it takes on the disk; asked last, before it is closed. */
    long bytesOnDisk() throws Exception;

    @Override
    void close() throws IOException, LogException, SQLException;
}
