package alchemist.engine.snapshot;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.Disk.Mode;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of one fold of a log, such as a state or a view: the last two, each in a file of
 * its own, {@code <name>-<position>.snap}. One that is damaged, of another version, or not of this
 * log is passed over. One thread saves at a time.
 */
public final class SnapshotStore {
    /** How many are kept: the last, and the one before in case the last turns out to be damaged. */
    private static final int KEPT = 2;

    private static final String SUFFIX = ".snap";

    /** The last position that there can be, as it stands in a name. */
    private static final String LAST = digits(Long.MAX_VALUE);

    private static final String UNFINISHED = ".tmp";
    private static final System.Logger LOGGER = System.getLogger(SnapshotStore.class.getName());

    private final Disk disk;
    private final Path directory;
    private final String name;
    private final int version;

    /**
     * The snapshots of a fold.
     *
     * @param directory made when the first is saved; may be shared by folds of other names
     * @param name of letters, digits and '-'
     * @param version of what is saved; others are not read
     */
    public SnapshotStore(Disk disk, Path directory, String name, int version) {
        this.disk = disk;
        this.directory = directory;
        this.name = name;
        this.version = version;
    }

    /**
     * What was saved.
     *
     * @param position the last event that is folded in it: the last of a block
     * @param hash of that block
     * @param content read from the file as it is asked for; a disk that fails meanwhile throws an
     *     {@link java.io.UncheckedIOException}
     * @param file closed with it
     */
    public record Snapshot(long position, Hash hash, Input content, DiskFile file)
            implements AutoCloseable {
        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                LOGGER.log(System.Logger.Level.WARNING, "a snapshot could not be closed", e);
            }
        }
    }

    /**
     * Saves the fold up to the end of a block, and lets go of what is older than the last two, and
     * of what is of later positions: this fold began before them, so they could not be read, or are
     * of what the log was before it was put back to an earlier position.
     *
     * @param content writes it; never in memory as a whole, and of any length
     */
    public void save(long position, Hash hash, Consumer<Output> content) throws IOException {
        disk.createDirectories(directory);
        Path file = file(position);
        Path unfinished = directory.resolve(file.getFileName() + UNFINISHED);
        // Also what was never finished at another position: it is as large, and of no use.
        for (long left : positions(SUFFIX + UNFINISHED)) {
            deleteIfExists(directory.resolve(file(left).getFileName() + UNFINISHED));
        }
        try (DiskFile out = disk.open(unfinished, Mode.CREATE)) {
            SnapshotFile.write(out, version, position, hash, content);
            out.force(true);
        }
        disk.rename(unfinished, file);
        disk.forceDirectory(directory);
        int older = 0;
        for (long saved : positions().reversed()) {
            if (saved > position || older++ >= KEPT) {
                deleteIfExists(file(saved));
            }
        }
    }

    /**
     * The newest snapshot that is whole, of this version, and of this log.
     *
     * @param log its block at the snapshot's position must have the snapshot's hash
     */
    public Optional<Snapshot> newest(Log log) throws LogException {
        return newestBefore(log, Long.MAX_VALUE);
    }

    /** The same, for when that one could not be read: the newest before a position. */
    public Optional<Snapshot> newestBefore(Log log, long position) throws LogException {
        long end = log.position();
        for (long candidate : positions().reversed()) {
            if (candidate >= position) {
                continue; // it was looked at before
            }
            if (candidate > end) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "passed over {0}: the log ends before it; it goes with the next that is"
                                + " saved",
                        file(candidate));
            } else {
                Snapshot snapshot = read(candidate);
                if (snapshot != null && closedUnlessOf(log, snapshot)) {
                    return Optional.of(snapshot);
                }
            }
        }
        return Optional.empty();
    }

    private boolean closedUnlessOf(Log log, Snapshot snapshot) throws LogException {
        boolean isOf = false;
        try {
            isOf = isOf(log, snapshot);
            return isOf;
        } finally {
            if (!isOf) {
                snapshot.close();
            }
        }
    }

    private @Nullable Snapshot read(long position) {
        Path file = file(position);
        try {
            DiskFile in = disk.open(file, Mode.READ);
            Snapshot snapshot = null;
            try {
                snapshot = SnapshotFile.read(in, version, position);
                return snapshot;
            } finally {
                if (snapshot == null) {
                    in.close();
                }
            }
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, "passed over {0}: {1}", file, e.getMessage());
            return null;
        }
    }

    private boolean isOf(Log log, Snapshot snapshot) throws LogException {
        boolean same;
        try {
            same = snapshot.hash().equals(log.hashAt(snapshot.position()));
        } catch (CorruptLog e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "passed over {0}: {1}",
                    file(snapshot.position()),
                    e.getMessage());
            return false;
        }
        if (!same) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "passed over {0}: the log has another block there",
                    file(snapshot.position()));
        }
        return same;
    }

    private List<Long> positions() {
        return positions(SUFFIX);
    }

    private List<Long> positions(String suffix) {
        List<Long> positions = new ArrayList<>();
        String prefix = name + "-";
        for (String file : names()) {
            if (file.startsWith(prefix) && file.endsWith(suffix)) {
                String digits =
                        file.substring(
                                prefix.length(),
                                Math.max(prefix.length(), file.length() - suffix.length()));
                if (digits.matches("[0-9]{20}") && digits.compareTo(LAST) <= 0) {
                    positions.add(Long.parseLong(digits));
                }
            }
        }
        return positions;
    }

    private List<String> names() {
        try {
            return disk.list(directory);
        } catch (IOException e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "no snapshot can be read in {0}: {1}",
                    directory,
                    e.getMessage());
            return List.of();
        }
    }

    private Path file(long position) {
        return directory.resolve(name + "-" + digits(position) + SUFFIX);
    }

    private static String digits(long position) {
        return String.format(Locale.ROOT, "%020d", position);
    }

    private void deleteIfExists(Path file) throws IOException {
        try {
            disk.delete(file);
        } catch (NoSuchFileException _) {
            // It need not have been there.
        }
    }
}
