package alchemist.bench.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackingTest {
    @Test
    void unpacksWhatWasPacked() {
        List<byte[]> events = List.of(new byte[] {1, 2, 3}, new byte[0], new byte[] {-1});
        List<byte[]> unpacked = new ArrayList<>();
        Packing.unpack(Packing.pack(events), unpacked::add);
        assertEquals(events.size(), unpacked.size());
        for (int i = 0; i < events.size(); i++) {
            assertArrayEquals(events.get(i), unpacked.get(i));
        }
    }
}
