package alchemist.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the readers would find at a place, boiled down without reading it: while it is the same,
 * reading again finds the same. Taken before a reading and after it, it also tells whether anything
 * moved meanwhile, even to and fro. One thread.
 */
public final class Fingerprint {
    /** Larger files than this are looked at, not read. */
    public static final int MAX_CONTENT = 1 << 20;

    /**
     * A file that was written to less than this before it was looked at may be written to again
     * within the same tick of its clock.
     */
    private static final long TICK_MICROS = 100_000;

    /** The same, where a file system keeps but seconds, some of them only the even ones. */
    private static final long COARSE_TICK_MICROS = 2_000_000;

    private static final String UNIX = "unix:ino,mode,size,ctime,lastModifiedTime";

    private final MessageDigest content = sha256();
    private final MessageDigest rules = sha256();
    private final MessageDigest witness = sha256();
    private final long nowMicros;
    private final Deque<Place> inside = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private boolean certain = true;

    /**
     * A fingerprint of nothing yet.
     *
     * @param nowMicros µs since 1970
     */
    public Fingerprint(long nowMicros) {
        this.nowMicros = nowMicros;
        rule(programBuild());
    }

    /** When it is taken, µs since 1970. */
    public long nowMicros() {
        return nowMicros;
    }

    /** Adds something that is found there. */
    public void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds something that is found there. */
    public void add(byte[] bytes) {
        put(content, bytes);
        put(witness, bytes);
    }

    /** Adds something by which what is there is read, whatever it is. */
    public void rule(String text) {
        rule(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds something by which what is there is read, whatever it is. */
    public void rule(byte[] bytes) {
        add(bytes);
        put(rules, bytes);
    }

    /** Adds a small file by which what is there is read; a missing one counts as that. */
    public void ruleFile(String name, Path file) {
        rule(name);
        if (!Files.isRegularFile(file)) {
            rule("");
            return;
        }
        try {
            if (Files.size(file) > MAX_CONTENT) {
                file(name, file);
                rule(state(file));
            } else {
                rule(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            uncertain();
        }
    }

    /** Adds a file as the file system knows it: not its content, but whether that may differ. */
    public void file(String name, Path file) {
        add(name);
        try {
            add(state(file));
        } catch (IOException e) {
            uncertain();
        }
    }

    /** Adds something that does not matter itself, but moves with what does. */
    public void witness(Path file) {
        try {
            put(witness, state(file).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            put(witness, new byte[0]);
        }
    }

    /**
     * Whether this is asked of something for the first time: what several readers need is added
     * once.
     */
    public boolean isFirst(String what) {
        return done.add(what);
    }

    /** Adds a place inside that is read for itself; its readers are asked in their turn. */
    public void inside(Place place) {
        if (seen.add(place.location())) {
            inside.add(place);
        }
    }

    /** The next place whose readers are to be asked, or null. */
    public @Nullable Place next() {
        return inside.poll();
    }

    /** It cannot be told: no other fingerprint is the same. */
    public void uncertain() {
        certain = false;
    }

    /** Whether it can be told at all. */
    public boolean isCertain() {
        return certain;
    }

    /** What was found, in hexadecimal digits. */
    public String content() {
        return hex(content);
    }

    /** By what it was read, in hexadecimal digits. */
    public String rules() {
        return hex(rules);
    }

    /** Whether nothing moved between another one and this. */
    public boolean isStillThatOf(Fingerprint earlier) {
        return certain && earlier.certain && hex(witness).equals(hex(earlier.witness));
    }

    /** What changes when a file does; two states of one moment's tick are never told apart. */
    private String state(Path file) throws IOException {
        try {
            Map<String, Object> told = Files.readAttributes(file, UNIX, LinkOption.NOFOLLOW_LINKS);
            settled((FileTime) told.get("ctime"));
            return told.get("ino")
                    + " "
                    + told.get("mode")
                    + " "
                    + told.get("size")
                    + " "
                    + told.get("lastModifiedTime")
                    + " "
                    + told.get("ctime");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            BasicFileAttributes told =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            settled(told.lastModifiedTime());
            return told.fileKey() + " " + told.size() + " " + told.lastModifiedTime();
        }
    }

    private void settled(@Nullable FileTime time) {
        long micros = time == null ? 0 : time.to(TimeUnit.MICROSECONDS);
        boolean coarse = micros % 1_000_000 == 0;
        if (micros > nowMicros - (coarse ? COARSE_TICK_MICROS : TICK_MICROS)) {
            uncertain();
        }
    }

    /** The program that reads: another build may read otherwise. */
    private static String programBuild() {
        try {
            Path program =
                    Path.of(
                            Fingerprint.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return Files.isRegularFile(program)
                    ? Files.size(program) + " " + Files.getLastModifiedTime(program)
                    : "classes";
        } catch (IOException | java.net.URISyntaxException | RuntimeException e) {
            return "unknown";
        }
    }

    private static void put(MessageDigest digest, byte[] bytes) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (bytes.length >> shift));
        }
        digest.update(bytes);
    }

    private static String hex(MessageDigest digest) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
