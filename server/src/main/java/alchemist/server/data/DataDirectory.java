package alchemist.server.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of this installation: workspaces, keys, contents, and which
 * server is running.
 *
 * <pre>
 * workspaces/NAME/   log, snapshots, checkpoints, recollections and paused imports of a workspace,
 *                    and where things stood on its map
 * keys/NAME/         the keys of its subjects, apart from its log and from backups of that
 * places/            what was fetched from elsewhere to be read; it can be fetched again
 * parsers/           native libraries of the parsers, unpacked by those who need them
 * uploads/NAME/      files that were sent into a workspace, to be read
 * content/           immutable contents by their hash
 * server.json        the server that is running, if one is
 * </pre>
 */
public record DataDirectory(Path path) {
    /** Names the folder in the environment. */
    public static final String VARIABLE = "ALCHEMIST_DATA";

    /** The folder that is given, else the environment's, else the platform's usual one. */
    public static DataDirectory of(@Nullable Path given) {
        return of(
                given,
                System.getenv(),
                System.getProperty("os.name", ""),
                System.getProperty("user.home", "."));
    }

    static DataDirectory of(
            @Nullable Path given, Map<String, String> environment, String system, String home) {
        if (given != null) {
            return new DataDirectory(given.toAbsolutePath().normalize());
        }
        String variable = environment.get(VARIABLE);
        Path path =
                variable != null && !variable.isBlank()
                        ? Path.of(variable)
                        : usual(environment, system, Path.of(home));
        return new DataDirectory(path.toAbsolutePath().normalize());
    }

    private static Path usual(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/Alchemist");
        }
        if (name.contains("win")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData/Local") : Path.of(local))
                    .resolve("Alchemist");
        }
        String shared = environment.get("XDG_DATA_HOME");
        return (shared == null || shared.isBlank() ? home.resolve(".local/share") : Path.of(shared))
                .resolve("alchemist");
    }

    /**
     * Makes the folder where it is missing, for its owner alone.
     *
     * @throws IOException when it cannot be made or written; the message says what to do
     */
    public DataDirectory made() throws IOException {
        try {
            Files.createDirectories(path);
            OwnerOnly.protect(path);
        } catch (IOException e) {
            throw new IOException(
                    "the data folder "
                            + path
                            + (Files.isDirectory(path)
                                    ? " cannot be written ("
                                    : " cannot be made (")
                            + e.getMessage()
                            + "); give another with --data",
                    e);
        }
        if (!Files.isWritable(path)) {
            throw new IOException(
                    "the data folder " + path + " cannot be written; give another with --data");
        }
        return this;
    }

    /** What is remembered of places that were read into a workspace; losing it only costs time. */
    public Path recollections(String workspace) {
        return path.resolve("workspaces").resolve(workspace).resolve("recollections");
    }

    /** The imports into a workspace that are paused; without it what they stated is taken back. */
    public Path haltedRuns(String workspace) {
        return path.resolve("workspaces").resolve(workspace).resolve("paused-imports");
    }

    /** Where things stood on the map of a workspace; losing it only costs the look of things. */
    public Path placement(String workspace) {
        return path.resolve("workspaces").resolve(workspace).resolve("placement");
    }

    /** What was fetched from elsewhere to be read; losing it only costs time. */
    public Path places() {
        return path.resolve("places");
    }

    /** Native libraries of the parsers; losing them only costs unpacking them again. */
    public Path parsers() {
        return path.resolve("parsers");
    }

    /** Files that were sent to be read, by workspace; losing them only costs reading them again. */
    public Path uploads() {
        return path.resolve("uploads");
    }

    /** The workspace that was written to last, where there is any. */
    public Optional<String> latestWorkspace() {
        Path workspaces = path.resolve("workspaces");
        if (!Files.isDirectory(workspaces)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(workspaces)) {
            return all.filter(each -> Files.isDirectory(each.resolve("log")))
                    .max(Comparator.comparingLong(DataDirectory::writtenAt))
                    .map(each -> String.valueOf(each.getFileName()));
        } catch (IOException | UncheckedIOException _) {
            return Optional.empty(); // whoever opens one of them is told
        }
    }

    /** When a file of its log was written last, in milliseconds since 1970. */
    private static long writtenAt(Path workspace) {
        try (Stream<Path> files = Files.list(workspace.resolve("log"))) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    /** Where the running server says who it is. */
    public Path serverFile() {
        return path.resolve("server.json");
    }

    /** The server that says it is running here. */
    public Optional<ServerFile> server() {
        return ServerFile.read(serverFile());
    }
}
