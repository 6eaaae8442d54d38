package alchemist.engine.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.OpenFiles;
import alchemist.logfile.FileDisk;
import alchemist.testkit.disk.Folders;
import alchemist.testkit.disk.SimulatedDisk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentStoreTest {
    private static final int LIMIT = 200_000;
    private static final byte[] HELLO = "hello world".getBytes(UTF_8);

    @TempDir private Path directory;
    private ContentStore store;

    @BeforeEach
    void open() throws IOException {
        store = ContentStore.open(new FileDisk(), directory, LIMIT);
    }

    @Test
    void givesBackWhatWasPutIn() throws IOException {
        Cid cid = store.put(HELLO);
        open();

        assertTrue(store.has(cid));
        assertEquals(HELLO.length, store.size(cid));
        assertArrayEquals(HELLO, store.read(cid));
        try (InputStream in = store.open(cid)) {
            assertEquals('h', in.read());
            assertEquals(0, in.read(new byte[1], 0, 0));
            assertArrayEquals("ello world".getBytes(UTF_8), in.readAllBytes());
            assertEquals(-1, in.read());
        }
    }

    /** The layout of the directory is that of every version. */
    @Test
    void liesInTheDirectoryOfTheThirdAndSecondLetterFromItsEnd() throws IOException {
        store.put(HELLO);

        assertArrayEquals(
                HELLO,
                Files.readAllBytes(
                        directory
                                .resolve("n5")
                                .resolve(
                                        "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e")));
    }

    @Test
    void leavesNoFileOpen() throws IOException {
        OpenFiles files = new OpenFiles(new FileDisk());
        ContentStore counted = ContentStore.open(files, directory, LIMIT);
        Cid cid = counted.put(HELLO);
        assertEquals(cid, counted.put(HELLO));
        counted.size(cid);
        counted.read(cid);
        try (InputStream in = counted.open(cid)) {
            assertEquals('h', in.read());
        }
        assertThrows(ContentTooLarge.class, () -> counted.put(new byte[LIMIT + 1]));

        assertEquals(List.of(), files.open());
    }

    @Test
    void keepsNothingOfAContentThatCouldNotBePut() throws IOException {
        Path place = Path.of("/content");
        for (long call = 1; call <= 4; call++) {
            SimulatedDisk disk = new SimulatedDisk(call);
            ContentStore failing = ContentStore.open(disk, place, LIMIT);
            disk.failAtCall(disk.calls() + call, SimulatedDisk.Failure.ERROR);
            assertThrows(IOException.class, () -> failing.put(HELLO), "call " + call);
            assertEquals(List.of(), disk.list(place.resolve("staged")), "call " + call);
            assertArrayEquals(HELLO, failing.read(failing.put(HELLO)));
        }
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        Cid cid = store.put(HELLO);

        assertEquals(cid, store.put(HELLO));
        assertEquals(cid, store.put(new ByteArrayInputStream(HELLO)));
        assertEquals(1, Folders.files(directory).size());
    }

    @Test
    void takesLongContentsUpToItsLimit() throws IOException {
        byte[] longest = new byte[LIMIT];
        longest[LIMIT - 1] = 7;

        assertArrayEquals(longest, store.read(store.put(longest)));
        assertThrows(ContentTooLarge.class, () -> store.put(new byte[LIMIT + 1]));
        assertEquals(1, Folders.files(directory).size());
    }

    @Test
    void showsNothingThatIsOnlyStaged() throws IOException {
        ContentStore.Staged staged = store.stage(new ByteArrayInputStream(HELLO));

        assertFalse(store.has(staged.cid()));
        assertEquals(HELLO.length, staged.lengthBytes());
        assertEquals(staged.cid(), staged.promote());
        assertTrue(store.has(staged.cid()));
    }

    @Test
    void leavesNothingOfWhatIsDiscardedOrWasLeftBehind() throws IOException {
        store.stage(new ByteArrayInputStream(HELLO)).discard();
        assertEquals(List.of(), Folders.files(directory));

        store.stage(new ByteArrayInputStream(HELLO));
        assertEquals(1, Folders.files(directory).size());
        open();
        assertEquals(List.of(), Folders.files(directory));
    }

    @Test
    void leavesNothingOfAStreamThatFailed() throws IOException {
        InputStream failing =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("on purpose");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new IOException("on purpose");
                    }
                };

        assertThrows(IOException.class, () -> store.put(failing));
        assertEquals(List.of(), Folders.files(directory));
    }

    @Test
    void saysWhenAContentIsDamagedOrMissing() throws IOException {
        Cid cid = store.put(HELLO);
        byte[] bytes = HELLO.clone();
        bytes[3] ^= 1;
        Files.write(Folders.files(directory).getFirst(), bytes);

        assertThrows(DamagedContent.class, () -> store.read(cid));
        assertThrows(NoSuchContent.class, () -> store.read(ContentStore.cidOf(new byte[1])));
    }

    @Test
    void healsAContentThatLostItsEnd() throws IOException {
        Cid cid = store.put(HELLO);
        Files.write(Folders.files(directory).getFirst(), new byte[3]);

        store.put(HELLO);

        assertArrayEquals(HELLO, store.read(cid));
    }

    /** It was put before, but nobody made its name durable; what is seen would be gone. */
    @Test
    void isNotContentWithANameThatOnlyTheMachinesMemoryHas() throws IOException {
        Path place = Path.of("/data/content");
        for (int seed = 0; seed < 50; seed++) {
            for (boolean fromStream : new boolean[] {false, true}) {
                SimulatedDisk disk = new SimulatedDisk(seed);
                ContentStore before = ContentStore.open(disk, place, LIMIT);
                // Made, written, forced, renamed; then its directory is forced.
                disk.failAtCall(5, SimulatedDisk.Failure.ERROR);
                assertThrows(IOException.class, () -> before.put(HELLO));
                ContentStore later = ContentStore.open(disk, place, LIMIT);
                Cid cid =
                        fromStream ? later.put(new ByteArrayInputStream(HELLO)) : later.put(HELLO);
                ContentStore after = ContentStore.open(disk.crash(), place, LIMIT);
                assertArrayEquals(HELLO, after.read(cid), "seed " + seed);
            }
        }
    }

    @Test
    void canBeReadBesideAnotherThatStages() throws IOException {
        Cid one = store.put(new byte[] {1});
        Cid two = store.put(new byte[] {2});
        ContentStore.Staged staged = store.stage(new ByteArrayInputStream(new byte[] {3}));

        ContentStore reader = ContentStore.openToRead(new FileDisk(), directory);
        assertEquals(Set.of(one, two), Set.copyOf(reader.all()));
        Path none = directory.resolve("none");
        assertEquals(List.of(), ContentStore.openToRead(new FileDisk(), none).all());

        Cid three = staged.promote();
        assertEquals(Set.of(one, two, three), Set.copyOf(reader.all()));
    }
}
