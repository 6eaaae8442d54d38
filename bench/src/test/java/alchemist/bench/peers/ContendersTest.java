package alchemist.bench.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContendersTest {
    private static final int SEED = 7;

    static Stream<Contender> embedded() {
        return Contenders.embedded().stream();
    }

    @ParameterizedTest
    @MethodSource("embedded")
    void givesBackTheBytesThatWereAppendedInOrder(Contender contender, @TempDir Path folder)
            throws Exception {
        List<byte[]> events = events(500);
        List<byte[]> read = new ArrayList<>();
        try (Peer peer = open(contender, folder)) {
            peer.append(events.subList(0, 1));
            peer.append(events.subList(1, 101));
            peer.append(events.subList(101, events.size()));
            peer.settle();
            peer.read(read::add);
            assertTrue(peer.bytesOnDisk() > 0, "it takes room");
        }
        assertEquals(events.size(), read.size());
        for (int i = 0; i < read.size(); i++) {
            assertArrayEquals(events.get(i), read.get(i));
        }
    }

    @Test
    void aUnitThatIsLongerThanABlockIsWrittenAsSeveral(@TempDir Path folder) throws Exception {
        byte[] event = new byte[1_000];
        List<byte[]> events = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            events.add(event);
        }
        List<byte[]> read = new ArrayList<>();
        try (Peer log = AlchemistLog.begin(folder)) {
            log.append(events);
            log.read(read::add);
        }
        assertEquals(events.size(), read.size());
    }

    @Test
    void saysWhatItNeedsWhenAServerIsAbsent(@TempDir Path folder) {
        Programs programs = new Programs(folder.resolve("nothing"));
        Absent absent = assertThrows(Absent.class, () -> programs.find("no-such-server"));
        assertTrue(String.valueOf(absent.getMessage()).contains("no-such-server"));
    }

    private static Peer open(Contender contender, Path folder) throws Exception {
        try {
            return contender.opener().open(folder);
        } catch (Absent e) {
            return abort("needs " + e.getMessage());
        }
    }

    private static List<byte[]> events(int count) {
        Random random = new Random(SEED);
        List<byte[]> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] event = new byte[1 + random.nextInt(300)];
            random.nextBytes(event);
            events.add(event);
        }
        return events;
    }
}
