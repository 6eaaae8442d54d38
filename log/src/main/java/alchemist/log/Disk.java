package alchemist.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a disk, and no more, so that the same code runs on a real one and on a simulated
 * one that crashes. Safe for use by many threads.
 *
 * <p>Only what was forced is there after a crash: a file's bytes after {@link DiskFile#force}, a
 * name in a directory (made, renamed or deleted) after {@link #forceDirectory}. What was not forced
 * may be there, wholly, partly or not at all.
 *
 * <p>A disk that is full answers with {@link DiskFull}; every other failure is an {@link
 * IOException}.
 */
public interface Disk {
    /** How a file is opened. */
    enum Mode {
        /** To be read; it must exist. */
        READ,
        /** To be read and written; it must exist. */
        WRITE,
        /** To be read and written; it must not exist. */
        CREATE,
        /**
         * To be written past the system's cache where that is possible, at multiples of {@link
         * DiskFile#alignment}; it must exist. For what is written once and seldom read: it takes no
         * memory of the machine and no time to copy it there.
         */
        DIRECT
    }

    /** The names in a directory, sorted; none when there is no such directory. */
    List<String> list(Path directory) throws IOException;

    /** Whether there is a file or directory of that name. */
    boolean exists(Path path) throws IOException;

    /** Makes a directory and its parents where they are missing; durable on return. */
    void createDirectories(Path directory) throws IOException;

    /**
     * Opens a file.
     *
     * @throws java.nio.file.NoSuchFileException when it must exist and does not
     * @throws java.nio.file.FileAlreadyExistsException when it must not exist and does
     */
    DiskFile open(Path file, Mode mode) throws IOException;

    /** Gives a file another name in one step; a file that has that name is replaced. */
    void rename(Path from, Path to) throws IOException;

    /**
     * Deletes a file, or a directory that is empty.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     */
    void delete(Path path) throws IOException;

    /** Makes the names in a directory durable. */
    void forceDirectory(Path directory) throws IOException;

    /**
     * Takes the lock that a file stands for, which is made when it is missing. The system gives it
     * back when the process ends, however it ends.
     *
     * @return nothing when another process or another part of this one has it
     */
    Optional<DiskLock> lock(Path file) throws IOException;
}
