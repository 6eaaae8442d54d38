package alchemist.server.backup;

import alchemist.engine.content.ContentStore;
import alchemist.engine.keys.KeyStore;
import alchemist.log.Disk;
import alchemist.log.DiskLock;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.logfile.FileLogOptions;
import alchemist.logfile.LogCopy;
import alchemist.logfile.ReadOnlyFileLog;
import alchemist.server.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a backup of a workspace, or goes on with one: a prefix of its log, whatever is written
 * meanwhile, and the contents that it can name. Keys are kept apart, and only when that is asked
 * for.
 */
public final class Backup {
    /** So long that any content fits: it was taken once. */
    private static final long MAX_CONTENT_BYTES = Long.MAX_VALUE;

    private final Disk disk;
    private final DataDirectory data;
    private final BackupFolder folder;
    private final long segmentBytes;

    /** Backups of a data folder in another folder. */
    public Backup(Disk disk, DataDirectory data, BackupFolder folder) {
        this(disk, data, folder, FileLogOptions.DEFAULTS.segmentBytes());
    }

    Backup(Disk disk, DataDirectory data, BackupFolder folder, long segmentBytes) {
        this.disk = disk;
        this.data = data;
        this.folder = folder;
        this.segmentBytes = segmentBytes;
    }

    /**
     * What was copied.
     *
     * @param log what of the log
     * @param contents how many
     * @param damage what the workspace's own log is damaged by, so that this is all that can be
     *     read of it; empty when it is whole
     */
    public record Made(LogCopy.Result log, int contents, String damage) {}

    /**
     * Copies what the backup does not have yet.
     *
     * @param keys the file that gets the keys; it is replaced when it is there
     * @throws LogException when the log or the backup is damaged; the message names the file
     * @throws LogCopy.NotOfThisLog when the backup is of another log or has more; it is left as it
     *     is
     */
    public Made run(String name, @Nullable Path keys)
            throws IOException, LogException, LogCopy.NotOfThisLog {
        Path workspace = data.path().resolve("workspaces").resolve(name);
        disk.createDirectories(folder.path());
        Optional<DiskLock> lock = disk.lock(folder.path().resolve("lock"));
        if (lock.isEmpty()) {
            throw new IOException("another process makes a backup in " + folder.path());
        }
        try (DiskLock _ = lock.get();
                ReadOnlyFileLog log = ReadOnlyFileLog.open(disk, workspace.resolve("log"))) {
            Log.Head head = log.head();
            int contents = copyContents();
            LogCopy.Result copied =
                    LogCopy.run(log, disk, folder.log(name), head.position(), segmentBytes);
            if (keys != null) {
                // Whoever wrote a block that was copied had made its keys durable before.
                Path from = data.path().resolve("keys").resolve(name);
                KeyCopy.write(disk, keys, KeyStore.copy(disk, from));
            }
            String damage = log.damage().map(d -> String.valueOf(d.getMessage())).orElse("");
            return new Made(copied, contents, damage);
        }
    }

    private int copyContents() throws IOException {
        ContentStore from = ContentStore.openToRead(disk, data.path().resolve("content"));
        ContentStore to = ContentStore.open(disk, folder.content(), MAX_CONTENT_BYTES);
        return BackupFolder.copy(from, to);
    }
}
