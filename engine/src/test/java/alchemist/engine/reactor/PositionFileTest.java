package alchemist.engine.reactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.log.Disk.Mode;
import alchemist.log.DiskFile;
import alchemist.testkit.disk.SimulatedDisk;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How far a reactor is, or nothing: never another position than was written. */
final class PositionFileTest {
    private static final Path DIRECTORY = Path.of("/reactors");
    private static final Path PATH = DIRECTORY.resolve("tithe.position");

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final PositionFile file = new PositionFile(disk, DIRECTORY, "tithe");

    @Test
    void isWhatWasWrittenLast() throws Exception {
        assertEquals(OptionalLong.empty(), file.read());
        for (long position : new long[] {0, 12_837, Long.MAX_VALUE, 3}) {
            file.write(position);
            assertEquals(OptionalLong.of(position), file.read());
        }
        assertEquals(List.of("tithe.position"), disk.list(DIRECTORY));
    }

    @Test
    void isLostWhereABitOfItIsAnother() throws Exception {
        file.write(12_837);
        int length = disk.bytes(PATH).length;
        for (int bit = 0; bit < 8 * length; bit++) {
            disk.flip(PATH, bit / 8, 1 << bit % 8);
            assertEquals(OptionalLong.empty(), file.read(), "bit " + bit);
            disk.flip(PATH, bit / 8, 1 << bit % 8);
        }
        assertEquals(OptionalLong.of(12_837), file.read());
    }

    @Test
    void isLostWhereItIsLongerOrShorter() throws Exception {
        file.write(12_837);
        int length = disk.bytes(PATH).length;
        for (int other : new int[] {length + 1, length - 1, 0}) {
            try (DiskFile out = disk.open(PATH, Mode.WRITE)) {
                out.truncate(Math.min(other, length));
                if (other > length) {
                    out.writeFully(ByteBuffer.wrap(new byte[1]), length);
                }
            }
            assertEquals(OptionalLong.empty(), file.read(), other + " bytes");
            file.write(12_837);
        }
    }

    @Test
    void isWrittenAlsoWhereOneWasBrokenOff() throws Exception {
        file.write(1);
        try (DiskFile left = disk.open(DIRECTORY.resolve("tithe.position.tmp"), Mode.CREATE)) {
            left.writeFully(ByteBuffer.wrap(new byte[30]), 0);
        }
        assertEquals(OptionalLong.of(1), file.read());

        file.write(3);

        assertEquals(OptionalLong.of(3), file.read());
        assertEquals(List.of("tithe.position"), disk.list(DIRECTORY));
    }
}
