package alchemist.engine.snapshot;

import alchemist.log.Disk;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where snapshots are kept, if they are. */
@FunctionalInterface
public interface Snapshots {
    /** Nowhere: what is folded is folded from the beginning each time. */
    Snapshots NONE = (_, _) -> null;

    /** The store of a fold and its version, or null when it is not to be kept. */
    @Nullable SnapshotStore of(String name, int version);

    /** In files of a directory. */
    static Snapshots in(Disk disk, Path directory) {
        return (name, version) -> new SnapshotStore(disk, directory, name, version);
    }
}
