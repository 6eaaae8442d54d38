package alchemist.engine.simulation;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.testkit.disk.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where everything of a world lies on its disk. */
final class Places {
    static final Path LOG = Path.of("/data/log");
    static final Path SNAPSHOTS = Path.of("/data/snapshots");
    static final Path VIEWS = Path.of("/data/views");
    static final Path REACTORS = Path.of("/data/reactors");
    static final Path KEYS = Path.of("/data/keys");
    private static final List<Path> ALL = List.of(LOG, SNAPSHOTS, VIEWS, REACTORS, KEYS);

    private Places() {}

    /** A disk with the same files as a process would see them, to be looked at. */
    static SimulatedDisk copy(SimulatedDisk disk) throws IOException {
        SimulatedDisk copy = new SimulatedDisk(0);
        for (Path directory : ALL) {
            copy.createDirectories(directory);
            for (String name : disk.list(directory)) {
                write(copy, directory.resolve(name), disk.bytes(directory.resolve(name)));
            }
            copy.forceDirectory(directory);
        }
        return copy;
    }

    private static void write(SimulatedDisk disk, Path file, byte[] bytes) throws IOException {
        try (DiskFile out = disk.open(file, Disk.Mode.CREATE)) {
            out.writeFully(ByteBuffer.wrap(bytes), 0);
            out.force(true);
        }
    }

    /** The segments of the log, oldest first. */
    static List<Path> segments(SimulatedDisk disk) throws IOException {
        List<Path> segments = new ArrayList<>();
        for (String name : disk.list(LOG)) {
            if (name.endsWith(".alog")) {
                segments.add(LOG.resolve(name));
            }
        }
        return segments;
    }
}
