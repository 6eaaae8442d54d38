package alchemist.logfile;

import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.testkit.disk.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** A disk with a file of any bytes where a log should be, and nothing else. */
final class FuzzedDisk {
    static final String SEGMENT = SegmentHeader.name(1);
    private static final Script SCRIPT = new Script(6);

    private FuzzedDisk() {}

    /** What a file of the script's log really holds. */
    static byte[] bytes(String name) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        SCRIPT.run(disk);
        return disk.bytes(Script.DIRECTORY.resolve(name));
    }

    static SimulatedDisk with(String name, byte[] bytes) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        disk.createDirectories(Script.DIRECTORY);
        try (DiskFile out = disk.open(Script.DIRECTORY.resolve(name), Disk.Mode.CREATE)) {
            out.writeFully(ByteBuffer.wrap(bytes), 0);
            out.force(true);
        }
        disk.forceDirectory(Script.DIRECTORY);
        return disk;
    }

    /** Lets the checksum in the last four of these bytes hold. */
    static void sign(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length - 4);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length - 4, (int) crc.getValue());
    }
}
