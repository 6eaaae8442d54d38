package alchemist.server.backup;

import alchemist.engine.content.ContentStore;
import alchemist.engine.keys.KeyStore;
import alchemist.exchange.TemporaryFolder;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Disk;
import alchemist.log.DiskLock;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.logfile.FileLogOptions;
import alchemist.logfile.LogCopy;
import alchemist.logfile.ReadOnlyFileLog;
import alchemist.server.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a workspace of a backup, as it was at a position. It is the same log up to there, block by
 * block, under the same id and with the same hashes; not a branch, which would need its parent to
 * be there to be read.
 */
public final class Restore {
    private final Disk disk;
    private final DataDirectory data;
    private final BackupFolder folder;

    /** Restores into a data folder. */
    public Restore(Disk disk, DataDirectory data, BackupFolder folder) {
        this.disk = disk;
        this.data = data;
        this.folder = folder;
    }

    /** The last position that was recorded at a time or before. */
    public long positionAt(String from, long recordedAtMicros) throws LogException {
        try (ReadOnlyFileLog log = ReadOnlyFileLog.open(disk, folder.log(from));
                BlockCursor cursor = log.read(0)) {
            long position = log.origin().parentPosition();
            for (CommitBlock block = cursor.next();
                    block != null && block.recordedAtMicros() <= recordedAtMicros;
                    block = cursor.next()) {
                position = block.lastPosition();
            }
            return position;
        }
    }

    /**
     * Makes a workspace of what a backup has up to a position. The workspace is there wholly and
     * durably, or not at all.
     *
     * @param from the name that it had
     * @param to the name that it gets; there must be none of it
     * @param position {@link Long#MAX_VALUE} for all that there is
     * @param keys the file with its keys; without it what is personal cannot be read
     * @throws IllegalArgumentException when no command ends at the position
     * @throws LogException when the backup is damaged; the message names the file and offset
     */
    public LogCopy.Result run(String from, String to, long position, @Nullable Path keys)
            throws IOException, LogException, LogCopy.NotOfThisLog {
        Path workspaces = data.path().resolve("workspaces");
        Path keyDirectory = data.path().resolve("keys").resolve(to);
        if (disk.exists(workspaces.resolve(to)) || KeyStore.exists(disk, keyDirectory)) {
            throw new IOException(
                    "there is a workspace '" + to + "' already, or keys of one; take another name");
        }
        Path unfinished = workspaces.resolve("." + to + ".restoring");
        TemporaryFolder.delete(unfinished);
        LogCopy.Result copied;
        try (ReadOnlyFileLog log = ReadOnlyFileLog.open(disk, folder.log(from))) {
            if (log.damage().isPresent() && position > log.position()) {
                throw log.damage().get();
            }
            Log.Head head = log.head();
            long until = position == Long.MAX_VALUE ? head.position() : position;
            copied =
                    LogCopy.run(
                            log,
                            disk,
                            unfinished.resolve("log"),
                            until,
                            FileLogOptions.DEFAULTS.segmentBytes());
            copyContents();
            if (keys != null) {
                KeyStore.putBack(disk, keyDirectory, Files.readAllBytes(keys));
            }
            disk.rename(unfinished, workspaces.resolve(to));
            disk.forceDirectory(workspaces);
        } finally {
            TemporaryFolder.delete(unfinished);
        }
        return copied;
    }

    private void copyContents() throws IOException {
        ContentStore from = ContentStore.openToRead(disk, folder.content());
        Path path = data.path().resolve("content");
        ContentStore present = ContentStore.openToRead(disk, path);
        boolean missing = false;
        for (var cid : from.all()) {
            missing |= !present.has(cid);
        }
        if (!missing) {
            return;
        }
        Optional<DiskLock> lock = disk.lock(data.path().resolve("lock"));
        if (lock.isEmpty()) {
            throw new IOException(
                    "contents must be put back, and a server is running on "
                            + data.path()
                            + ": stop it first");
        }
        try (DiskLock _ = lock.get()) {
            BackupFolder.copy(from, ContentStore.open(disk, path, Long.MAX_VALUE));
        }
    }
}
