package alchemist.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeAlchemistTest {
    @Test
    void storesTheSameEventsThatItsPeersAreGiven(@TempDir Path folder) throws Exception {
        List<byte[]> events = EncodedEvents.of(300);
        List<byte[]> read = new ArrayList<>();
        try (WholeAlchemist whole = WholeAlchemist.begin(folder)) {
            whole.append(events.subList(0, 1));
            whole.append(events.subList(1, events.size()));
            whole.settle();
            whole.read(read::add);
        }
        assertEquals(events.size(), read.size());
        for (int i = 0; i < read.size(); i++) {
            assertArrayEquals(events.get(i), read.get(i), "event " + i);
        }
    }
}
