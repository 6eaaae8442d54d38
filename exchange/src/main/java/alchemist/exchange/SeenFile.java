package alchemist.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a file, a folder or a link tells: what it is, and its state. Links are not
 * followed.
 */
public final class SeenFile {
    /** Within so many seconds of 1970, nanoseconds have room. */
    private static final long MAX_SECONDS = Long.MAX_VALUE / 1_000_000_000;

    private static final String UNIX = "unix:ino,mode,size,ctime,lastModifiedTime";

    /** What the mode tells of what it is. */
    private static final int KIND = 0170000;

    private static final int FOLDER = 0040000;
    private static final int REGULAR = 0100000;
    private static final int LINK = 0120000;

    private final boolean folder;
    private final boolean regular;
    private final boolean link;
    private final long size;
    private final FileTime modified;
    private final FileTime changed;

    /** What differs between two files beside that. */
    private final String identity;

    private SeenFile(Map<String, Object> told) {
        int kind = told.get("mode") instanceof Integer mode ? mode & KIND : 0;
        this.folder = kind == FOLDER;
        this.regular = kind == REGULAR;
        this.link = kind == LINK;
        this.size = told.get("size") instanceof Long bytes ? bytes : 0;
        this.modified = time(told.get("lastModifiedTime"));
        this.changed = time(told.get("ctime"));
        this.identity = told.get("ino") + " " + told.get("mode");
    }

    private SeenFile(BasicFileAttributes told) {
        this.folder = told.isDirectory();
        this.regular = told.isRegularFile();
        this.link = told.isSymbolicLink();
        this.size = told.size();
        this.modified = told.lastModifiedTime();
        this.changed = modified;
        this.identity = String.valueOf(told.fileKey());
    }

    /**
     * Looks at what is there.
     *
     * @throws IOException when it cannot be looked at
     */
    public static SeenFile at(Path file) throws IOException {
        try {
            return new SeenFile(Files.readAttributes(file, UNIX, LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return new SeenFile(
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }
    }

    /** Whether it is a folder. */
    public boolean isFolder() {
        return folder;
    }

    /** Whether it is a file and nothing else. */
    public boolean isRegularFile() {
        return regular;
    }

    /** Whether it is a symbolic link. */
    public boolean isLink() {
        return link;
    }

    /** Its length, bytes. */
    public long size() {
        return size;
    }

    /** When its content was last written, µs since 1970, to the millisecond. */
    public long modifiedAt() {
        return modified.toMillis() * 1000;
    }

    /** Its state. */
    public FileState state() {
        return new FileState(
                identity + " " + size + " " + nanos(modified) + " " + nanos(changed),
                changed.to(TimeUnit.MICROSECONDS));
    }

    private static FileTime time(@Nullable Object told) {
        return told instanceof FileTime time ? time : FileTime.fromMillis(0);
    }

    /** A number is made a text in a tenth of the time that a date takes. */
    private static String nanos(FileTime time) {
        long seconds = time.to(TimeUnit.SECONDS);
        return seconds < MAX_SECONDS && seconds > -MAX_SECONDS
                ? Long.toString(time.to(TimeUnit.NANOSECONDS))
                : time.toString();
    }
}
