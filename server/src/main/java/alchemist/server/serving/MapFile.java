package alchemist.server.serving;

import alchemist.graph.map.MapView;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;

/**
 * Where things stood on a workspace's map, between two runs of the server. It holds ids and
 * numbers, and losing it costs nothing but the look of things.
 *
 * <pre>
 * what the map wrote | u32 CRC-32C of that, little-endian
 * </pre>
 */
final class MapFile {
    private static final System.Logger LOGGER = System.getLogger(MapFile.class.getName());
    private static final int CRC_BYTES = 4;

    private final Path file;

    MapFile(Path file) {
        this.file = file;
    }

    /** Lets a map begin with where things stood; from nothing, where that is not known. */
    void load(MapView map) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length - CRC_BYTES;
            if (length < 0 || new Input(bytes, length, CRC_BYTES).fixed32() != crc(bytes, length)) {
                throw new MalformedBytes("its sum does not hold");
            }
            map.load(new Input(bytes, 0, length));
        } catch (NoSuchFileException e) {
            // Nothing was placed yet.
        } catch (IOException | MalformedBytes e) {
            LOGGER.log(Level.DEBUG, file + " cannot be read: all is placed from nothing", e);
        }
    }

    /** Keeps where things stand on a map, as soon as they stand somewhere. */
    void save(MapView map) {
        Output out = new Output(1 << 16);
        if (!map.save(out)) {
            return;
        }
        out.fixed32(crc(out.bytes(), out.size()));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, out.toBytes());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, file + " cannot be written", e);
        }
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
