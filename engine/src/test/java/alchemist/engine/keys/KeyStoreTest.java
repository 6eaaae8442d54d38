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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
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
        reopen();

        assertEquals(new Value.Erased(ANN), keys.seal(new Personal(ANN, "Ann")));
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

    @Test
    void opensNothingThatWasSealedElsewhere() throws IOException {
        Sealed sealed = seal(ANN, "Ann");
        disk = new SimulatedDisk(2);
        keys = KeyStore.open(disk, DIRECTORY, new SplittableRandom(99));

        assertEquals(Optional.empty(), keys.open(sealed));
        seal(ANN, "Ann");
        assertEquals(Optional.empty(), keys.open(sealed));
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

    @Test
    void refusesAFileThatIsDamagedOrNewer() throws IOException {
        keys.close();
        disk.flip(FILE, 10, 1);

        assertThrows(IOException.class, this::open);
        assertTrue(KeyStore.exists(disk, DIRECTORY));
        assertFalse(KeyStore.exists(disk, Path.of("/keys/none")));
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
}
