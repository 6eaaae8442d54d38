package alchemist.bench.large;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A generated repository, kept for the next time.
 *
 * @param path its work tree
 * @param files at HEAD
 * @param commits in all
 */
public record LargeRepository(Path path, int files, int commits) {
    /**
     * The repository of a shape, made where it is not there yet.
     *
     * @param folder where generated repositories are kept
     */
    public static LargeRepository of(Shape shape, Path folder)
            throws IOException, InterruptedException {
        Path path = folder.resolve(shape.name());
        Path made = folder.resolve(shape.name() + ".made");
        if (!Files.exists(made)) {
            if (Files.exists(path)) {
                throw new IOException(path + " was left half made: remove it, and try again");
            }
            Files.createDirectories(path);
            make(shape, path);
            Files.createFile(made);
        }
        int files = git(path, "ls-files").size();
        int commits = Integer.parseInt(git(path, "rev-list", "--count", "--all").getFirst());
        return new LargeRepository(path, files, commits);
    }

    private static void make(Shape shape, Path path) throws IOException, InterruptedException {
        git(path, "init", "--quiet", "--initial-branch=main");
        // Packed as quickly as can be: it is read more often than it is moved.
        git(path, "config", "core.compression", "1");
        git(path, "config", "gc.auto", "0");
        Process process =
                command(path, "fast-import", "--quiet", "--done")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (FastImport out = new FastImport(process.getOutputStream())) {
            new GeneratedHistory(shape, out).write();
        }
        if (process.waitFor() != 0) {
            throw new IOException("git fast-import did not take what was generated");
        }
        git(path, "reset", "--quiet", "--hard", "main");
    }

    private static List<String> git(Path path, String... arguments)
            throws IOException, InterruptedException {
        Process process = command(path, arguments).start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new IOException("git " + String.join(" ", arguments) + " failed in " + path);
        }
        return lines;
    }

    private static ProcessBuilder command(Path path, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(path.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        return builder;
    }
}
