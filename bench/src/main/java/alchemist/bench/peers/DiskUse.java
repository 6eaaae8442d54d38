package alchemist.bench.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a folder takes on its disk: of files with holes, only what is filled. */
final class DiskUse {
    private DiskUse() {}

    static long of(Path folder) throws IOException, InterruptedException {
        try {
            Process du =
                    new ProcessBuilder("du", "-sk", folder.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            du.waitFor();
            return Long.parseLong(said.split("\\s", 2)[0]) * 1024;
        } catch (IOException _) {
            return lengths(folder); // a system without du
        }
    }

    private static long lengths(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
