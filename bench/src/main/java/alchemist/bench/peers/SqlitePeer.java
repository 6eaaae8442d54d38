package alchemist.bench.peers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * SQLite with a write-ahead log that each commit forces (WAL, synchronous=FULL); a unit is one
 * transaction of a prepared insert.
 */
final class SqlitePeer implements Peer {
    private final Path folder;
    private final Connection connection;
    private final PreparedStatement insert;
    private long position;

    private SqlitePeer(Path folder, Connection connection) throws SQLException {
        this.folder = folder;
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE events (position INTEGER PRIMARY KEY, event BLOB NOT NULL)");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO events VALUES (?, ?)");
    }

    static SqlitePeer begin(Path folder) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        return new SqlitePeer(
                folder, config.createConnection("jdbc:sqlite:" + folder.resolve("events.db")));
    }

    @Override
    public void append(List<byte[]> events) throws SQLException {
        for (byte[] event : events) {
            insert.setLong(1, ++position);
            insert.setBytes(2, event);
            insert.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public void read(Consumer<byte[]> each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT event FROM events ORDER BY position")) {
            while (rows.next()) {
                each.accept(rows.getBytes(1));
            }
        }
        connection.commit();
    }

    @Override
    public long bytesOnDisk() throws Exception {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return DiskUse.of(folder);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            insert.close();
        }
    }
}
