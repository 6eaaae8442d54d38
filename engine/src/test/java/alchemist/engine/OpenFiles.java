package alchemist.engine;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.testkit.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Another disk, of which it is known which files are open. */
public final class OpenFiles extends ForwardingDisk {
    private final Disk disk;
    private final Map<DiskFile, Path> open = new ConcurrentHashMap<>();

    /** The files of a disk. */
    public OpenFiles(Disk disk) {
        this.disk = disk;
    }

    /** Those that are open. */
    public List<Path> open() {
        return open.values().stream().sorted().toList();
    }

    @Override
    protected Disk disk() {
        return disk;
    }

    @Override
    public DiskFile open(Path path, Mode mode) throws IOException {
        DiskFile file =
                new ForwardingFile(disk.open(path, mode)) {
                    @Override
                    public void close() throws IOException {
                        open.remove(this);
                        super.close();
                    }
                };
        open.put(file, path);
        return file;
    }
}
