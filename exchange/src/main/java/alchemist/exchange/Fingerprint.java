package alchemist.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the readers would find at a place, boiled down without reading it: while it is the same,
 * reading again finds the same. Taken before a reading and after it, it also tells whether anything
 * moved meanwhile, even to and fro. One thread.
 */
public final class Fingerprint {
    /** Larger files than this are looked at, not read. */
    public static final int MAX_CONTENT = 1 << 20;

    private final MessageDigest content = sha256();
    private final MessageDigest rules = sha256();
    private final MessageDigest witness = sha256();
    private final Look look;
    private final Deque<Place> inside = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private boolean certain = true;

    /**
     * A fingerprint of nothing yet.
     *
     * @param look that it is taken in
     */
    public Fingerprint(Look look) {
        this.look = look;
        rule(programBuild());
    }

    /** The look that it is taken in. */
    public Look look() {
        return look;
    }

    /** When it is taken, µs since 1970. */
    public long nowMicros() {
        return look.nowMicros();
    }

    /**
     * What a fingerprint comes to.
     *
     * @param content what was found, in hexadecimal digits
     * @param rules by what it is read, likewise
     * @param witness what moves with it, likewise
     * @param isCertain whether it can be told at all
     */
    public record Sum(String content, String rules, String witness, boolean isCertain) {}

    /** What it comes to so far. */
    public Sum sum() {
        return new Sum(content(), rules(), hex(witness), certain);
    }

    /** Adds all that another one holds. */
    public void include(Sum other) {
        content.update(framed(other.content.getBytes(StandardCharsets.US_ASCII)));
        rules.update(framed(other.rules.getBytes(StandardCharsets.US_ASCII)));
        witness.update(framed(other.witness.getBytes(StandardCharsets.US_ASCII)));
        certain &= other.isCertain;
    }

    /** Adds something that is found there. */
    public void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds something that is found there. */
    public void add(byte[] bytes) {
        byte[] framed = framed(bytes);
        content.update(framed);
        witness.update(framed);
    }

    /** Adds something by which what is there is read, whatever it is. */
    public void rule(String text) {
        rule(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds something by which what is there is read, whatever it is. */
    public void rule(byte[] bytes) {
        add(bytes);
        rules.update(framed(bytes));
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

    /** Adds a file of which this look knows the state. */
    public void file(String name, FileState known) {
        add(name);
        add(state(known));
    }

    /** Adds something that does not matter itself, but moves with what does. */
    public void witness(Path file) {
        try {
            witness.update(framed(state(file).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            witness.update(framed(new byte[0]));
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

    private String state(Path file) throws IOException {
        return state(FileState.of(file));
    }

    /** What changes when a file does; two states of one moment's tick are never told apart. */
    private String state(FileState state) {
        if (!state.isSettled(look.nowMicros())) {
            uncertain();
        }
        return state.text();
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

    /** Bytes behind how many they are, so that where one ends is told too. */
    private static byte[] framed(byte[] bytes) {
        byte[] framed = new byte[Integer.BYTES + bytes.length];
        for (int i = 0; i < Integer.BYTES; i++) {
            framed[i] = (byte) (bytes.length >> (24 - 8 * i));
        }
        System.arraycopy(bytes, 0, framed, Integer.BYTES, bytes.length);
        return framed;
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
