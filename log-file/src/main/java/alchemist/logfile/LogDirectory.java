package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.DiskFull;
import alchemist.log.IoFailure;
import alchemist.log.LogException;
import alchemist.log.LogFull;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory that has the files of one log, and nothing else.
 *
 * @param disk that it is on
 * @param path where
 */
record LogDirectory(Disk disk, Path path) {
    /** What follows the name of a file that was not finished. */
    static final String UNFINISHED = ".new";

    List<String> names() throws IOException {
        return disk.list(path);
    }

    boolean has(String name) throws IOException {
        return disk.exists(path.resolve(name));
    }

    DiskFile open(String name, Disk.Mode mode) throws IOException {
        return disk.open(path.resolve(name), mode);
    }

    long size(String name) throws IOException {
        try (DiskFile file = open(name, Disk.Mode.READ)) {
            return file.size();
        }
    }

    /** Begins a file under a name that does not count yet. */
    DiskFile prepare(String name) throws IOException {
        if (has(name + UNFINISHED)) {
            disk.delete(path.resolve(name + UNFINISHED));
        }
        return open(name + UNFINISHED, Disk.Mode.CREATE);
    }

    /**
     * Gives a file that was prepared and forced its name, durably. When this fails nobody knows
     * which name it has.
     */
    void publish(String name) throws IOException {
        disk.rename(path.resolve(name + UNFINISHED), path.resolve(name));
        force();
    }

    /** Replaces a small file as a whole: after a crash there is the old one or the new one. */
    void replace(String name, byte[] bytes) throws IOException {
        try (DiskFile file = prepare(name)) {
            file.writeFully(ByteBuffer.wrap(bytes), 0);
            file.force(true);
        }
        publish(name);
    }

    /** Removes what a crash left of files that never got their name. */
    void removeUnfinished() throws IOException {
        for (String name : names()) {
            if (name.endsWith(UNFINISHED)) {
                disk.delete(path.resolve(name));
            }
        }
    }

    /** Makes the names in it durable. */
    void force() throws IOException {
        disk.forceDirectory(path);
    }

    /** How a file of it is named in messages. */
    String named(String name) {
        return path.resolve(name).toString();
    }

    /** What the disk said, in the words of a log. */
    LogException failure(String what, IOException e) {
        return e instanceof DiskFull
                ? new LogFull(path.toString(), e)
                : new IoFailure(what + " " + path, e);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
