package alchemist.engine.reactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.engine.reactor.PositionFile.Mark;
import alchemist.log.Disk.Mode;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.testkit.disk.SimulatedDisk;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** How far a reactor is, or nothing: never another position than was written. */
final class PositionFileTest {
    private static final Path DIRECTORY = Path.of("/reactors");
    private static final Path PATH = DIRECTORY.resolve("tithe.position");

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final PositionFile file = new PositionFile(disk, DIRECTORY, "tithe");

    private static Mark at(long position) {
        return new Mark(position, new Hash(position, -2, 3, -position));
    }

    @Test
    void isWhatWasWrittenLast() throws Exception {
        assertEquals(Optional.empty(), file.read());
        for (long position : new long[] {0, 12_837, Long.MAX_VALUE, 3}) {
            file.write(at(position));
            assertEquals(Optional.of(at(position)), file.read());
        }
        assertEquals(List.of("tithe.position"), disk.list(DIRECTORY));
    }

    @Test
    void isLostWhereABitOfItIsAnother() throws Exception {
        file.write(at(12_837));
        int length = disk.bytes(PATH).length;
        for (int bit = 0; bit < 8 * length; bit++) {
            disk.flip(PATH, bit / 8, 1 << bit % 8);
            assertEquals(Optional.empty(), file.read(), "bit " + bit);
            disk.flip(PATH, bit / 8, 1 << bit % 8);
        }
        assertEquals(Optional.of(at(12_837)), file.read());
    }

    @Test
    void isLostWhereItIsLongerOrShorter() throws Exception {
        file.write(at(12_837));
        int length = disk.bytes(PATH).length;
        for (int other : new int[] {length + 1, length - 1, 0}) {
            try (DiskFile out = disk.open(PATH, Mode.WRITE)) {
                out.truncate(Math.min(other, length));
                if (other > length) {
                    out.writeFully(ByteBuffer.wrap(new byte[1]), length);
                }
            }
            assertEquals(Optional.empty(), file.read(), other + " bytes");
            file.write(at(12_837));
        }
    }

    @Test
    void isLostWhereItIsOfATimeWhenTheHashWasNotKept() throws Exception {
        file.write(at(1));
        ByteBuffer old = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        old.putInt(0, 0x50434c41).putLong(4, 12_837);
        CRC32C crc = new CRC32C();
        crc.update(old.array(), 0, 12);
        old.putInt(12, (int) crc.getValue());
        try (DiskFile out = disk.open(PATH, Mode.WRITE)) {
            out.truncate(0);
            out.writeFully(old, 0);
        }
        assertEquals(Optional.empty(), file.read());
    }

    @Test
    void isWrittenAlsoWhereOneWasBrokenOff() throws Exception {
        file.write(at(1));
        try (DiskFile left = disk.open(DIRECTORY.resolve("tithe.position.tmp"), Mode.CREATE)) {
            left.writeFully(ByteBuffer.wrap(new byte[30]), 0);
        }
        assertEquals(Optional.of(at(1)), file.read());

        file.write(at(3));

        assertEquals(Optional.of(at(3)), file.read());
        assertEquals(List.of("tithe.position"), disk.list(DIRECTORY));
    }
}
