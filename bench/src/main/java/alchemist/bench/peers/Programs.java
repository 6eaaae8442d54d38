package alchemist.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the programs of servers: those that were put aside for the benchmark first, then those of
 * the system.
 *
 * @param aside a folder; it may be missing
 */
record Programs(Path aside) {
    private static final int DEPTH = 5;
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /**
     * The program of a name.
     *
     * @throws Absent when there is none
     */
    Path find(String name) throws IOException, Absent {
        List<Path> found = new ArrayList<>(under(aside, name));
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                found.add(program.toRealPath());
            }
        }
        found.addAll(under(DEBIAN, name));
        if (found.isEmpty()) {
            throw new Absent(
                    "the program " + name + ", see 'Repeat it' in docs/reference/peers.md");
        }
        return found.getFirst();
    }

    private static List<Path> under(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files =
                Files.find(
                        folder, DEPTH, (file, as) -> as.isRegularFile() && file.endsWith(name))) {
            return files.filter(Files::isExecutable).sorted().toList();
        }
    }
}
