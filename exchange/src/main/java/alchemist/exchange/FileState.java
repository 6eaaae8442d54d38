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
 * A file as the file system knows it: not its content, but whether that may differ.
 *
 * @param text changes when the file does
 * @param changedAt when it did last, µs since 1970
 */
public record FileState(String text, long changedAt) {
    /**
     * A file that was written to less than this before it was looked at may be written to again
     * within the same tick of its clock.
     */
    private static final long TICK_MICROS = 100_000;

    /** The same, where a file system keeps but seconds, some of them only the even ones. */
    private static final long COARSE_TICK_MICROS = 2_000_000;

    /** Within so many seconds of 1970, nanoseconds have room. */
    private static final long MAX_SECONDS = Long.MAX_VALUE / 1_000_000_000;

    private static final String UNIX = "unix:ino,mode,size,ctime,lastModifiedTime";

    /**
     * The state of a file, or of a link itself.
     *
     * @throws IOException when it cannot be looked at
     */
    public static FileState of(Path file) throws IOException {
        try {
            Map<String, Object> told = Files.readAttributes(file, UNIX, LinkOption.NOFOLLOW_LINKS);
            String text =
                    told.get("ino")
                            + " "
                            + told.get("mode")
                            + " "
                            + told.get("size")
                            + " "
                            + nanos(told.get("lastModifiedTime"))
                            + " "
                            + nanos(told.get("ctime"));
            return new FileState(text, micros((FileTime) told.get("ctime")));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            BasicFileAttributes told =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String text = told.fileKey() + " " + told.size() + " " + told.lastModifiedTime();
            return new FileState(text, micros(told.lastModifiedTime()));
        }
    }

    /** Whether a change after this look would show: two states of one tick are never told apart. */
    public boolean isSettled(long nowMicros) {
        boolean coarse = changedAt % 1_000_000 == 0;
        return changedAt <= nowMicros - (coarse ? COARSE_TICK_MICROS : TICK_MICROS);
    }

    /** A number is made a text in a tenth of the time that a date takes. */
    private static String nanos(@Nullable Object time) {
        if (!(time instanceof FileTime known)) {
            return "";
        }
        long seconds = known.to(TimeUnit.SECONDS);
        return seconds < MAX_SECONDS && seconds > -MAX_SECONDS
                ? Long.toString(known.to(TimeUnit.NANOSECONDS))
                : known.toString();
    }

    private static long micros(@Nullable FileTime time) {
        return time == null ? 0 : time.to(TimeUnit.MICROSECONDS);
    }
}
