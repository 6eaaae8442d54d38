package alchemist.engine.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.Value.Personal;
import alchemist.kernel.value.Value.Sealed;
import alchemist.testkit.disk.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32C;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyStoreTest {
    private static final Logger KEYS = Logger.getLogger("alchemist.engine.keys");
    private static final Path DIRECTORY = Path.of("/keys/acme");
    private static final Path FILE = DIRECTORY.resolve("subjects.keys");
    private static final Id ANN = Id.of("person", "ann");
    private static final Id BEN = Id.of("person", "ben");

    private SimulatedDisk disk = new SimulatedDisk(1);
    private KeyStore keys;

    @BeforeEach
    void open() throws IOException {
        keys = KeyStore.open(disk, DIRECTORY, new SplittableRandom(disk.calls() + 17));
    }

    @AfterEach
    void speak() {
        KEYS.setLevel(Level.INFO);
    }

    private void reopen() throws IOException {
        keys.close();
        open();
    }

    private Sealed seal(Id subject, String text) {
        return assertInstanceOf(Sealed.class, keys.seal(new Personal(subject, text)));
    }

    @Test
    void opensWhatItSealed() throws IOException {
        Sealed sealed = seal(ANN, "Ann Example <ann@example.org>");
        Sealed empty = seal(ANN, "");
        keys.makeDurable();
        reopen();

        assertEquals(Optional.of("Ann Example <ann@example.org>"), keys.open(sealed));
        assertEquals(Optional.of(""), keys.open(empty));
        assertEquals(ANN, sealed.subject());
        assertFalse(new String(sealed.bytes(), StandardCharsets.ISO_8859_1).contains("Example"));
    }

    @Test
    void sealsTheSameTextOfTheSamePersonToTheSameBytes() throws IOException {
        Sealed sealed = seal(ANN, "Ann");
        keys.makeDurable();
        reopen();

        assertEquals(sealed, seal(ANN, "Ann"));
        assertNotEquals(sealed, seal(ANN, "Anna"));
        assertFalse(Arrays.equals(sealed.bytes(), seal(BEN, "Ann").bytes()));
    }

    @Test
    void opensNothingOfAPersonWhoIsErased() throws IOException {
        Sealed ann = seal(ANN, "Ann");
        Sealed ben = seal(BEN, "Ben");
        keys.erase(ANN);

        assertEquals(Optional.empty(), keys.open(ann));
        assertEquals(new Value.Erased(ANN), keys.seal(new Personal(ANN, "Ann")));
        assertTrue(keys.isErased(ANN));
        reopen();
        assertEquals(Optional.empty(), keys.open(ann));
        assertEquals(new Value.Erased(ANN), keys.seal(new Personal(ANN, "Ann")));
        assertTrue(keys.isErased(ANN));
        assertEquals(Optional.of("Ben"), keys.open(ben));
        assertFalse(keys.isErased(BEN));
        keys.erase(ANN);
    }

    @Test
    void sealsNothingOfAPersonWhoWasErasedBeforeAnythingWasSealed() throws IOException {
        keys.erase(ANN);
        assertTrue(keys.isErased(ANN));
        reopen();

        assertTrue(keys.isErased(ANN));
        assertEquals(new Value.Erased(ANN), keys.seal(new Personal(ANN, "Ann")));
        assertEquals(List.of(), keys.findings());
    }

    /** What an earlier process began, and left without a key, gets its name again. */
    @Test
    void keepsAllThatComesIntoAFileThatAnotherProcessBegan() throws IOException {
        reopen();
        Sealed ann = seal(ANN, "Ann");
        keys.makeDurable();
        Sealed ben = seal(BEN, "Ben");
        keys.makeDurable();
        reopen();
        assertEquals(Optional.of("Ann"), keys.open(ann));
        assertEquals(Optional.of("Ben"), keys.open(ben));

        disk = new SimulatedDisk(1);
        open();
        reopen();
        keys.erase(ANN);
        reopen();
        assertTrue(keys.isErased(ANN));
    }

    @Test
    void letsManyThreadsUseItAtATime() throws Exception {
        KEYS.setLevel(Level.OFF);
        Sealed cut = new Sealed(BEN, 99, new byte[40]);
        List<Callable<?>> uses =
                List.of(
                        () -> seal(ANN, "Ann"),
                        () -> keys.open(seal(ANN, "Ann")),
                        () -> keys.isErased(ANN),
                        () -> keys.open(cut),
                        () -> {
                            keys.makeDurable();
                            return "made durable";
                        },
                        () -> {
                            keys.erase(BEN);
                            return "erased";
                        });
        try (ExecutorService threads = Executors.newFixedThreadPool(uses.size())) {
            List<Future<?>> all = new ArrayList<>();
            for (int round = 0; round < 20; round++) {
                for (Callable<?> use : uses) {
                    all.add(threads.submit(use));
                }
            }
            for (Future<?> one : all) {
                one.get(1, TimeUnit.MINUTES);
            }
        }
        keys.close();
        byte[] bytes = disk.bytes(FILE);
        assertEquals(3 * KeyFile.SLOT_BYTES, bytes.length, "one key of Ann, none of Ben");
    }

    @Test
    void leavesNoByteOfAnErasedKeyInItsFile() throws IOException {
        seal(ANN, "Ann");
        keys.makeDurable();
        byte[] before = disk.bytes(FILE);
        keys.erase(ANN);
        byte[] after = disk.bytes(FILE);

        assertEquals(128, before.length);
        assertEquals(128, after.length);
        assertFalse(Arrays.equals(new byte[32], Arrays.copyOfRange(before, 84, 116)));
        assertTrue(Arrays.equals(new byte[32], Arrays.copyOfRange(after, 84, 116)));
    }

    @Test
    void erasesDurably() throws IOException {
        Sealed ann = seal(ANN, "Ann");
        keys.makeDurable();
        keys.erase(ANN);
        disk = disk.crash();
        open();

        assertEquals(Optional.empty(), keys.open(ann));
        assertTrue(keys.isErased(ANN));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void losesNoKeyThatWasMadeDurable(long seed) throws IOException {
        KEYS.setLevel(Level.OFF);
        disk = new SimulatedDisk(seed);
        open();
        Sealed ann = seal(ANN, "Ann");
        keys.makeDurable();
        for (int i = 0; i < 20; i++) {
            seal(Id.of("person", "" + i), "someone");
        }
        disk.crashAtCall(disk.calls() + seed);
        assertThrows(IOException.class, keys::makeDurable);
        disk = disk.crash();
        open();

        assertEquals(Optional.of("Ann"), keys.open(ann));
        for (int i = 0; i < 20; i++) {
            Sealed sealed = seal(Id.of("person", "" + i), "someone");
            keys.makeDurable();
            assertEquals(Optional.of("someone"), keys.open(sealed));
        }
    }

    @Test
    void givesANewKeyWhereTheOldOneIsDamagedAndErasesBoth() throws IOException {
        KEYS.setLevel(Level.OFF);
        Sealed before = seal(ANN, "Ann");
        keys.makeDurable();
        keys.close();
        disk.flip(FILE, 64 + 30, 1);
        open();

        assertEquals(Optional.empty(), keys.open(before));
        Sealed after = seal(ANN, "Ann");
        assertNotEquals(before.key(), after.key());
        assertEquals(Optional.of("Ann"), keys.open(after));
        keys.erase(ANN);
        byte[] bytes = disk.bytes(FILE);
        assertTrue(Arrays.equals(new byte[32], Arrays.copyOfRange(bytes, 84, 116)));
        assertTrue(Arrays.equals(new byte[32], Arrays.copyOfRange(bytes, 148, 180)));
    }

    /** A person has two keys where one was damaged for a time, and another was made meanwhile. */
    @Test
    void erasesAgainEveryKeyOfAPersonThatAFailureLeft() throws IOException {
        KEYS.setLevel(Level.OFF);
        for (long call = 1; call <= 4; call++) {
            for (int seed = 0; seed < 20; seed++) {
                disk = new SimulatedDisk(seed);
                open();
                Sealed before = seal(ANN, "Ann");
                keys.makeDurable();
                keys.close();
                disk.flip(FILE, 64 + 30, 1);
                open();
                Sealed after = seal(ANN, "Ann");
                keys.makeDurable();
                keys.close();
                disk.flip(FILE, 64 + 30, 1);
                open();
                seal(BEN, "Ben");
                keys.makeDurable();
                assertEquals(Optional.of("Ann"), keys.open(before));
                assertEquals(Optional.of("Ann"), keys.open(after));

                disk.failAtCall(disk.calls() + call, SimulatedDisk.Failure.ERROR);
                try {
                    keys.erase(ANN);
                } catch (IOException _) {
                    keys.erase(ANN);
                }
                disk = disk.crash();
                open();
                String which = "seed " + seed + ", call " + call;
                assertEquals(Optional.empty(), keys.open(before), which);
                assertEquals(Optional.empty(), keys.open(after), which);
                assertTrue(keys.isErased(ANN), which);
            }
        }
    }

    @Test
    void opensNothingThatWasSealedElsewhere() throws IOException {
        Sealed sealed = seal(ANN, "Ann");
        disk = new SimulatedDisk(2);
        keys = KeyStore.open(disk, DIRECTORY, new SplittableRandom(99));

        assertEquals(Optional.empty(), keys.open(sealed));
        seal(ANN, "Ann");
        assertEquals(Optional.empty(), keys.open(sealed));
        assertEquals(1, keys.findings().size());
        assertEquals(Optional.empty(), keys.open(new Sealed(BEN, 0, sealed.bytes())));
        assertEquals(Optional.empty(), keys.open(new Sealed(ANN, 0, new byte[5])));
    }

    @Test
    void makesIdsThatNobodyCanGuessWithoutItsSecret() throws IOException {
        Id id = keys.pseudonym("git-author", "ann@example.org");
        reopen();

        assertEquals(id, keys.pseudonym("git-author", "ann@example.org"));
        assertNotEquals(id, keys.pseudonym("git-author", "ben@example.org"));
        assertNotEquals(id, keys.pseudonym("mail", "ann@example.org"));
        KeyStore other = KeyStore.open(disk, Path.of("/keys/other"), new SplittableRandom(4711));
        assertNotEquals(id, other.pseudonym("git-author", "ann@example.org"));
    }

    /** They are in stored events: another version of the program makes the same. */
    @Test
    void makesItsIdsOfTheFirstBytesOfAnHmac() throws Exception {
        byte[] secret = Arrays.copyOfRange(disk.bytes(FILE), 8, 40);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] hash = mac.doFinal("mail\0ann@example.org".getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(hash);

        assertEquals(
                new Id(bytes.getLong(), bytes.getLong()),
                keys.pseudonym("mail", "ann@example.org"));
    }

    @Test
    void sealsNothingWithADamagedHeaderAndOpensWhatItCan() throws IOException {
        KEYS.setLevel(Level.OFF);
        Sealed sealed = seal(ANN, "Ann");
        keys.makeDurable();
        keys.close();
        disk.flip(FILE, 10, 1);
        open();

        assertTrue(keys.isReadOnly());
        assertEquals(Optional.of("Ann"), keys.open(sealed));
        assertTrue(keys.findings().getFirst().text().contains(FILE + " is damaged at byte 0"));
        assertThrows(IllegalStateException.class, () -> seal(ANN, "Anna"));
        assertThrows(IllegalStateException.class, () -> keys.pseudonym("mail", "a"));
        assertThrows(IOException.class, () -> KeyStore.copy(disk, DIRECTORY));
        keys.erase(ANN);
        assertEquals(Optional.empty(), keys.open(sealed));
        assertTrue(KeyStore.exists(disk, DIRECTORY));
        assertFalse(KeyStore.exists(disk, Path.of("/keys/none")));
    }

    @Test
    void refusesAFileOfANewerProgram() throws IOException {
        byte[] bytes = KeyStore.copy(disk, DIRECTORY);
        bytes[4] = 2;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 60);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(60, (int) crc.getValue());
        IOException newer =
                assertThrows(
                        IOException.class,
                        () -> KeyStore.putBack(disk, Path.of("/keys/newer"), bytes));
        assertTrue(String.valueOf(newer.getMessage()).contains("version 2"), newer.getMessage());

        byte[] now = disk.bytes(FILE);
        for (int i = 0; i < now.length; i++) {
            if (now[i] != bytes[i]) {
                disk.flip(FILE, i, now[i] ^ bytes[i]);
            }
        }
        IOException there = assertThrows(IOException.class, this::reopen);
        assertEquals(
                String.valueOf(newer.getMessage()).replace("/newer/", "/acme/"),
                there.getMessage());
    }

    @Test
    void namesTheKeysThatAreMissing() throws IOException {
        KEYS.setLevel(Level.OFF);
        Sealed ann = seal(ANN, "Ann");
        Sealed ben = seal(BEN, "Ben");
        keys.makeDurable();
        byte[] all = KeyStore.copy(disk, DIRECTORY);
        Path cut = Path.of("/keys/cut");
        KeyStore.putBack(disk, cut, Arrays.copyOf(all, all.length - KeyFile.SLOT_BYTES));
        try (KeyStore fewer = KeyStore.open(disk, cut, new SplittableRandom(3))) {
            assertEquals(Optional.of("Ann"), fewer.open(ann));
            assertEquals(0, fewer.findings().size());
            assertEquals(Optional.empty(), fewer.open(ben));
            assertEquals(Optional.empty(), fewer.open(ben));
            assertEquals(1, fewer.findings().size());
            assertTrue(fewer.findings().getFirst().text().contains("key number 1"));
        }
        assertThrows(IOException.class, () -> KeyStore.putBack(disk, DIRECTORY, all));
        Path whole = Path.of("/keys/whole");
        KeyStore.putBack(disk, whole, all);
        try (KeyStore same = KeyStore.open(disk, whole, new SplittableRandom(3))) {
            assertEquals(Optional.of("Ben"), same.open(ben));
            same.begunAnew();
            assertTrue(same.findings().getFirst().isDamage());
        }
    }

    @Test
    void isBegunWholeOrNotAtAll() throws IOException {
        for (long call = 1; call < 8; call++) {
            disk = new SimulatedDisk(call);
            disk.crashAtCall(call);
            try {
                open();
            } catch (IOException _) {
                disk = disk.crash();
                open();
            }
            Sealed sealed = seal(ANN, "Ann");
            assertEquals(Optional.of("Ann"), keys.open(sealed));
        }
    }

    /** A process is killed before its force, and only in the next one the power fails. */
    @Test
    void usesNoKeyThatOnlyTheMachinesMemoryHas() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            disk = new SimulatedDisk(seed);
            open();
            seal(ANN, "Ann");
            disk.failAtCall(disk.calls() + 2, SimulatedDisk.Failure.ERROR);
            assertThrows(IOException.class, keys::makeDurable);
            open();

            Sealed sealed = seal(ANN, "Ann");
            keys.makeDurable();
            disk = disk.crash();
            open();
            assertEquals(Optional.of("Ann"), keys.open(sealed), "seed " + seed);
        }
    }

    /** After a force that failed, another one says that it did what it did not. */
    @Test
    void losesNoKeyThatWasWrittenBeforeAForceThatFailed() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            disk = new SimulatedDisk(seed);
            open();
            Sealed sealed = seal(ANN, "Ann");
            disk.failAtCall(disk.calls() + 3, SimulatedDisk.Failure.ERROR);
            IOException failed = assertThrows(IOException.class, () -> keys.erase(BEN));
            assertTrue(String.valueOf(failed.getMessage()).contains("force"), failed.getMessage());

            keys.makeDurable();
            disk = disk.crash();
            open();
            assertEquals(Optional.of("Ann"), keys.open(sealed), "seed " + seed);
        }
    }

    @Test
    void usesNoFileWhoseNameOnlyTheMachinesMemoryHas() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            disk = new SimulatedDisk(seed);
            disk.failAtCall(5, SimulatedDisk.Failure.ERROR);
            assertThrows(IOException.class, this::open);
            open();

            Sealed sealed = seal(ANN, "Ann");
            keys.makeDurable();
            disk = disk.crash();
            open();
            assertEquals(Optional.of("Ann"), keys.open(sealed), "seed " + seed);
        }
    }
}
