package alchemist.bench.peers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL with one table of events, as it is after {@code initdb} but for a larger max_wal_size:
 * fsync and synchronous_commit are on. A unit is one transaction: a binary COPY, or one batch of
 * prepared inserts, which the driver packs into few statements.
 */
final class PostgresPeer implements Peer {
    private static final byte[] COPY_BEGIN =
            "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int COPY_HEADER_BYTES = COPY_BEGIN.length + 8;
    private static final int COPY_ROW_BYTES = 2 + 4 + 8 + 4;
    private static final int ROWS_AT_ONCE = 5_000;
    private static final String STARTING_UP = "57P03";
    private static final int CONNECT_TIMES = 400;
    private static final int CONNECT_PAUSE_MS = 50;
    private static final String USER = "bench";

    /** How a unit is written. */
    enum How {
        COPY,
        INSERTS
    }

    private final ServerProcess server;
    private final Connection connection;
    private final @Nullable PreparedStatement insert;
    private long position;

    private PostgresPeer(ServerProcess server, Connection connection, How how) throws SQLException {
        this.server = server;
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE events (position bigint PRIMARY KEY, event bytea NOT NULL)");
        }
        connection.setAutoCommit(false);
        insert =
                switch (how) {
                    case COPY -> null;
                    case INSERTS -> connection.prepareStatement("INSERT INTO events VALUES (?, ?)");
                };
    }

    static PostgresPeer begin(Programs programs, int port, How how, Path folder) throws Exception {
        Path initdb = programs.find("initdb");
        Path postgres = initdb.resolveSibling("postgres");
        Path data = folder.resolve("data");
        Path said = folder.resolve("said");
        String password = Long.toHexString(new SecureRandom().nextLong());
        Path secret = Files.writeString(folder.resolve("secret"), password);
        try {
            ServerProcess.run(
                    said,
                    ServerProcess.unprivileged(
                            folder,
                            List.of(
                                    initdb.toString(),
                                    "--pgdata=" + data,
                                    "--username=" + USER,
                                    "--auth=scram-sha-256",
                                    "--pwfile=" + secret,
                                    "--encoding=UTF8",
                                    "--no-locale")));
        } catch (IOException e) {
            throw new Absent("a database that initdb can make: " + e.getMessage());
        }
        ServerProcess server =
                ServerProcess.start(
                        port,
                        said,
                        ServerProcess.unprivileged(
                                folder,
                                List.of(
                                        postgres.toString(),
                                        "-D",
                                        data.toString(),
                                        "-p",
                                        Integer.toString(port),
                                        "-c",
                                        "listen_addresses=127.0.0.1",
                                        "-c",
                                        "unix_socket_directories=",
                                        "-c",
                                        "max_wal_size=4GB")));
        try {
            return new PostgresPeer(server, connect(port, password), how);
        } catch (SQLException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    private static Connection connect(int port, String password)
            throws SQLException, InterruptedException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser(USER);
        source.setPassword(password);
        source.setReWriteBatchedInserts(true);
        // It listens before it is ready.
        for (int left = CONNECT_TIMES; ; left--) {
            try {
                return source.getConnection();
            } catch (SQLException e) {
                if (left == 0 || !STARTING_UP.equals(e.getSQLState())) {
                    throw e;
                }
                Thread.sleep(CONNECT_PAUSE_MS);
            }
        }
    }

    @Override
    public void append(List<byte[]> events) throws SQLException {
        if (insert == null) {
            copy(events);
        } else {
            for (byte[] event : events) {
                insert.setLong(1, ++position);
                insert.setBytes(2, event);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private void copy(List<byte[]> events) throws SQLException {
        int bytes = COPY_HEADER_BYTES + 2;
        for (byte[] event : events) {
            bytes += COPY_ROW_BYTES + event.length;
        }
        ByteBuffer rows = ByteBuffer.allocate(bytes).put(COPY_BEGIN).putInt(0).putInt(0);
        for (byte[] event : events) {
            rows.putShort((short) 2).putInt(Long.BYTES).putLong(++position);
            rows.putInt(event.length).put(event);
        }
        rows.putShort((short) -1);
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY events FROM STDIN (FORMAT binary)");
        copy.writeToCopy(rows.array(), 0, bytes);
        copy.endCopy();
    }

    @Override
    public void read(Consumer<byte[]> each) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT event FROM events ORDER BY position")) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(-1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.accept(Objects.requireNonNull(rows.getBytes(1)));
                }
            }
        }
        connection.commit();
    }

    /** The table and its index; its write-ahead log is used again and again, and comes on top. */
    @Override
    public long bytesOnDisk() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_total_relation_size('events')")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (server;
                connection) {
            if (insert != null) {
                insert.close();
            }
        }
    }
}
