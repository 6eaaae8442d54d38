package alchemist.bench.peers;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB, keyed by position, with a write-ahead log that each write forces; a unit is one write
 * batch.
 */
final class RocksDbPeer implements Peer {
    private final Path folder;
    private final Options options;
    private final RocksDB db;
    private final WriteOptions forced = new WriteOptions().setSync(true);
    private long position;

    private RocksDbPeer(Path folder, Options options) throws RocksDBException {
        this.folder = folder;
        this.options = options;
        this.db = RocksDB.open(options, folder.toString());
    }

    static RocksDbPeer begin(Path folder) throws RocksDBException, Absent {
        try {
            RocksDB.loadLibrary();
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            throw new Absent("Linux on x86-64 for RocksDB's library");
        }
        return new RocksDbPeer(folder, new Options().setCreateIfMissing(true));
    }

    @Override
    public void append(List<byte[]> events) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (byte[] event : events) {
                batch.put(key(++position), event);
            }
            db.write(forced, batch);
        }
    }

    private static byte[] key(long position) {
        return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
    }

    @Override
    public void read(Consumer<byte[]> each) throws RocksDBException {
        try (RocksIterator rows = db.newIterator()) {
            for (rows.seekToFirst(); rows.isValid(); rows.next()) {
                each.accept(rows.value());
            }
            rows.status();
        }
    }

    @Override
    public long bytesOnDisk() throws Exception {
        try (FlushOptions flush = new FlushOptions().setWaitForFlush(true)) {
            db.flush(flush);
        }
        return DiskUse.of(folder);
    }

    @Override
    public void close() {
        db.close();
        forced.close();
        options.close();
    }
}
