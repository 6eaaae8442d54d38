package alchemist.engine.keys;

import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Threads;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.Value.Personal;
import alchemist.kernel.value.Value.Sealed;
import alchemist.log.Disk;
import alchemist.log.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one workspace: one for each person of whom something personal is stored. They lie
 * apart from the log and its backups; whoever has only the log cannot read what is sealed. For any
 * thread.
 *
 * <p>The same text of the same person is sealed to the same bytes, so that reading a source again
 * appends nothing. Erasing a person overwrites the key in its place. A file system that copies on
 * write, a snapshot of the disk or a backup of this directory may still hold the key: erase there
 * as well.
 */
public final class KeyStore implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(KeyStore.class.getName());

    private final Monitor monitor;
    private final KeyFile file;
    private final RandomGenerator random;
    private final byte[] secret;
    private final IdMap subjects = new IdMap();

    /** By the index of the subject: the number of its slot. */
    private int[] slotOf = new int[16];

    /** By slot: its key, or null when it is erased or was damaged. */
    private final List<@Nullable SubjectKey> keys = new ArrayList<>();

    /** The slots that are not whole, and whose they seem to be. */
    private final Map<Integer, Id> damaged = new TreeMap<>();

    /** The slots that are to be overwritten, and whose they are, until that is durable. */
    private final Map<Integer, Id> erasing = new TreeMap<>();

    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private volatile boolean isMissing;

    /** Slots from here on are not in the file yet. */
    private int written;

    /** Slots from here on may not be on the disk. */
    private int forced;

    private boolean unforced;

    /** Whether it is certain that the disk has what was read. */
    private boolean settled;

    private KeyStore(KeyFile file, boolean isNew, RandomGenerator random, Threads threads) {
        this.monitor = threads.monitor();
        this.file = file;
        this.settled = isNew || !file.isWhole();
        this.random = random;
        this.secret = file.secret();
        for (int number = 0; number < file.slots(); number++) {
            KeyFile.Slot slot = file.read(number);
            keys.add(slot == null || slot.key() == null ? null : key(number, slot));
            if (slot == null) {
                damaged.put(number, file.subject(number));
            } else {
                place(slot.subject(), number);
            }
        }
        file.forgetContent();
        written = keys.size();
        forced = written;
        if (!file.isWhole()) {
            found(
                    "is damaged at byte 0: its header does not hold, so nothing can be sealed; put"
                            + " the copy of it from your backup in its place");
        }
        for (int number : damaged.keySet()) {
            found(
                    "is damaged at byte "
                            + KeyFile.offset(number)
                            + ": the key there is not whole; what was sealed with it cannot be"
                            + " read unless it is put back from a backup. A crash while it was"
                            + " written leaves it so too; then nothing was");
        }
    }

    private void found(String what) {
        Finding finding = Finding.damage(file.path() + " " + what);
        LOGGER.log(System.Logger.Level.WARNING, finding.text());
        findings.add(finding);
    }

    /**
     * Whether nothing can be sealed, since the file is damaged; keys that are whole can be used.
     */
    public boolean isReadOnly() {
        return !file.isWhole();
    }

    /** What was found in the keys; nothing when all is well as far as is known. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Says that the keys were not there, although something is sealed with them. */
    public void begunAnew() {
        found(
                "was begun anew, since there was none: what is personal in this workspace cannot be"
                        + " read without the keys it was sealed with");
    }

    /**
     * Opens the keys in a directory, which is begun when there are none.
     *
     * @param random a source of secrets, such as {@link java.security.SecureRandom}
     * @throws IOException when they cannot be read, or were written by a newer program
     */
    public static KeyStore open(Disk disk, Path directory, RandomGenerator random)
            throws IOException {
        return open(disk, directory, random, Threads.SYSTEM);
    }

    /**
     * The same, used by other threads than the machine's.
     *
     * @throws IOException when they cannot be read, or were written by a newer program
     */
    public static KeyStore open(Disk disk, Path directory, RandomGenerator random, Threads threads)
            throws IOException {
        boolean isNew = !KeyFile.exists(disk, directory);
        if (isNew) {
            KeyFile.begin(disk, directory, bytes(random));
        }
        return new KeyStore(KeyFile.open(disk, directory), isNew, random, threads);
    }

    /** Whether there are keys in a directory. */
    public static boolean exists(Disk disk, Path directory) throws IOException {
        return KeyFile.exists(disk, directory);
    }

    /**
     * The bytes of the keys in a directory, to be kept elsewhere; also while they are in use. What
     * was sealed before this is called can be opened with them.
     *
     * @throws IOException when they are damaged or cannot be read
     */
    public static byte[] copy(Disk disk, Path directory) throws IOException {
        return KeyFile.bytes(disk, directory);
    }

    /**
     * Puts keys back that {@link #copy} gave; durable on return.
     *
     * @throws IOException when there are keys already, or these are none
     */
    public static void putBack(Disk disk, Path directory, byte[] bytes) throws IOException {
        KeyFile.create(disk, directory, bytes);
    }

    /**
     * Seals a text of a person, with a key that is new where there was none; {@link #makeDurable}
     * before the sealed value is stored.
     *
     * @return sealed; or erased, when the person was
     */
    public Value seal(Personal personal) {
        requireWhole();
        SubjectKey key = keyOf(personal.subject());
        return key == null ? new Value.Erased(personal.subject()) : key.seal(personal.text());
    }

    /** The text that was sealed; nothing when the key is destroyed, or was never here. */
    public Optional<String> open(Sealed sealed) {
        SubjectKey key;
        boolean isHere;
        monitor.lock();
        try {
            isHere = sealed.key() < keys.size();
            key = isHere ? keys.get(sealed.key()) : null;
        } finally {
            monitor.unlock();
        }
        Optional<String> text = key == null ? Optional.empty() : key.open(sealed);
        if (text.isEmpty() && (key != null || !isHere) && !isErased(sealed.subject())) {
            foundMissing(sealed.key());
        }
        return text;
    }

    private void foundMissing(int number) {
        monitor.lock();
        try {
            if (!isMissing) {
                isMissing = true;
                found(
                        "does not have the key number "
                                + number
                                + ", which something is sealed with, where byte "
                                + KeyFile.offset(number)
                                + " would be: it was cut, or is of another workspace; put the right"
                                + " one back from your backup");
            }
        } finally {
            monitor.unlock();
        }
    }

    private void requireWhole() {
        if (isReadOnly()) {
            throw new IllegalStateException(findings.getFirst().text());
        }
    }

    /**
     * An id that cannot be guessed from what it is made of, without this workspace's secret: for
     * people who are known by an e-mail address.
     */
    public Id pseudonym(String namespace, String key) {
        requireWhole();
        byte[] hash =
                SubjectKey.hmac(secret, (namespace + '\0' + key).getBytes(StandardCharsets.UTF_8));
        return new Id(bigEndian(hash, 0), bigEndian(hash, 8));
    }

    /** Whether a person was erased. */
    public boolean isErased(Id subject) {
        monitor.lock();
        try {
            int index = subjects.find(subject);
            return index >= 0 && keys.get(slotOf[index]) == null;
        } finally {
            monitor.unlock();
        }
    }

    /**
     * Destroys the key of a person, and sees to it that nothing of this person is sealed any more.
     * Durable on return; erasing again changes nothing.
     *
     * @throws IOException when it is not certain that the key is destroyed; erase again
     */
    public void erase(Id subject) throws IOException {
        monitor.lock();
        try {
            if (subjects.find(subject) < 0) {
                keys.add(null);
                place(subject, keys.size() - 1);
            }
            writeNew();
            for (int number = 0; number < keys.size(); number++) {
                SubjectKey key = keys.get(number);
                boolean isOfSubject = key != null && key.subject().equals(subject);
                if (isOfSubject || subject.equals(damaged.get(number))) {
                    erasing.put(number, subject);
                    keys.set(number, null);
                }
            }
            erasing.put(slotOf[subjects.find(subject)], subject);
            for (Map.Entry<Integer, Id> slot : erasing.entrySet()) {
                file.write(slot.getKey(), slot.getValue(), null);
            }
            unforced = true;
            makeDurable();
            erasing.clear();
        } finally {
            monitor.unlock();
        }
    }

    /** Makes the keys durable that {@link #seal} used. */
    public void makeDurable() throws IOException {
        monitor.lock();
        try {
            writeNew();
            if (unforced) {
                // After one that failed, another would say that it did what it did not: what it was
                // for is written again before.
                int until = written;
                written = forced;
                file.force();
                written = until;
                forced = until;
                unforced = false;
            }
        } finally {
            monitor.unlock();
        }
    }

    private void writeNew() throws IOException {
        if (!settled) {
            file.settle();
            settled = true;
        }
        while (written < keys.size()) {
            SubjectKey key = keys.get(written);
            if (key != null) {
                file.write(written, key.subject(), key.bytes());
            }
            unforced = true;
            written++;
        }
    }

    private @Nullable SubjectKey keyOf(Id subject) {
        monitor.lock();
        try {
            int index = subjects.find(subject);
            if (index >= 0) {
                return keys.get(slotOf[index]);
            }
            SubjectKey key = new SubjectKey(subject, keys.size(), bytes(random));
            keys.add(key);
            place(subject, key.number());
            return key;
        } finally {
            monitor.unlock();
        }
    }

    private int place(Id subject, int slot) {
        int index = subjects.add(subject);
        if (index >= slotOf.length) {
            slotOf = Arrays.copyOf(slotOf, index * 2);
        }
        slotOf[index] = slot;
        return index;
    }

    private static @Nullable SubjectKey key(int number, KeyFile.Slot slot) {
        byte[] key = slot.key();
        return key == null ? null : new SubjectKey(slot.subject(), number, key);
    }

    private static byte[] bytes(RandomGenerator random) {
        byte[] bytes = new byte[KeyFile.KEY_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static long bigEndian(byte[] bytes, int offset) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[offset + i] & 0xff);
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        monitor.lock();
        try {
            file.close();
        } finally {
            monitor.unlock();
        }
    }
}
