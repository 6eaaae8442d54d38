package alchemist.bench.peers;

import java.nio.file.Path;
import java.util.List;

/** All peers, in the order in which they are shown. */
public final class Contenders {
    // Servers listen on the loopback only, each on a port of its own.
    private static final int NATS_PACKED = 7960;
    private static final int NATS_ONE_EACH = 7961;
    private static final int POSTGRES_COPY = 7962;
    private static final int POSTGRES_INSERTS = 7963;

    private Contenders() {}

    /** Those that need nothing but this program's libraries. */
    public static List<Contender> embedded() {
        return List.of(
                new Contender("Alchemist's log alone", AlchemistLog::begin),
                new Contender("Chronicle Queue, sync() a unit", ChroniclePeer::forced),
                new Contender("Chronicle Queue, not forced (!)", ChroniclePeer::unforced),
                new Contender("SQLite, WAL, FULL", SqlitePeer::begin),
                new Contender("RocksDB, WAL, sync", RocksDbPeer::begin));
    }

    /**
     * Those that are servers.
     *
     * @param aside where their programs are looked for first
     */
    public static List<Contender> servers(Path aside) {
        Programs programs = new Programs(aside);
        return List.of(
                new Contender(
                        "PostgreSQL, COPY",
                        folder ->
                                PostgresPeer.begin(
                                        programs, POSTGRES_COPY, PostgresPeer.How.COPY, folder)),
                new Contender(
                        "PostgreSQL, batched inserts",
                        folder ->
                                PostgresPeer.begin(
                                        programs,
                                        POSTGRES_INSERTS,
                                        PostgresPeer.How.INSERTS,
                                        folder)),
                new Contender(
                        "NATS JetStream, a unit a message",
                        folder ->
                                JetStreamPeer.begin(
                                        programs, NATS_PACKED, JetStreamPeer.How.PACKED, folder)),
                new Contender(
                        "NATS JetStream, an event a message",
                        folder ->
                                JetStreamPeer.begin(
                                        programs,
                                        NATS_ONE_EACH,
                                        JetStreamPeer.How.ONE_EACH,
                                        folder)));
    }
}
