package alchemist.server.data;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What a running server tells the command line.
 *
 * @param pid its process
 * @param port where it listens, on the loopback
 * @param version of the program
 */
public record ServerFile(long pid, int port, String version) {
    /** Reads the file; nothing where there is none, or none of ours. */
    static Optional<ServerFile> read(Path file) {
        try {
            Properties fields = ValueJson.readProperties(new JsonReader(Files.readAllBytes(file)));
            if (fields.find("pid") instanceof Value.Int(long pid)
                    && fields.find("port") instanceof Value.Int(long port)
                    && fields.find("version") instanceof Value.Text(String version)) {
                return Optional.of(new ServerFile(pid, (int) port, version));
            }
            return Optional.empty();
        } catch (IOException | MalformedJson _) {
            return Optional.empty();
        }
    }

    /** Writes the file whole, or not at all. */
    public void write(Path file) throws IOException {
        JsonWriter json = new JsonWriter().object().field("pid", pid).field("port", port);
        json.field("version", version).endObject();
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.write(partial, json.toBytes());
        Files.move(
                partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether the process is there. */
    public boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
