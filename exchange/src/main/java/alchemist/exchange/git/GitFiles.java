package alchemist.exchange.git;

import alchemist.exchange.FileState;
import alchemist.exchange.Look;
import alchemist.exchange.ReadingFailed;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The files in which Git keeps what it answers of a repository: while none of them changes, it need
 * not be asked again. Only of the plain case, where they are all in one folder and the settings
 * include no other files.
 */
final class GitFiles {
    private static final List<String> NAMES =
            List.of(
                    "HEAD",
                    "config",
                    "config.worktree",
                    "packed-refs",
                    "shallow",
                    "info/attributes",
                    "info/grafts");

    private GitFiles() {}

    /** Their state, or an empty text where it tells nothing. */
    static String state(Path workTree, Look look) throws ReadingFailed {
        Path git = workTree.resolve(".git");
        if (!Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)
                || Files.exists(git.resolve("commondir"))) {
            return "";
        }
        List<Path> files = new ArrayList<>();
        NAMES.forEach(name -> files.add(git.resolve(name)));
        files.add(workTree.resolve(".mailmap"));
        files.add(workTree.resolve(RepositoryPrint.ATTRIBUTES));
        for (String file : Repositories.listed(workTree, look)) {
            if (file.endsWith("/" + RepositoryPrint.ATTRIBUTES)) {
                files.add(workTree.resolve(file));
            }
        }
        try {
            files.addAll(settings());
            addAll(git.resolve("refs"), files);
            addAll(git.resolve("reftable"), files);
            return state(files, look);
        } catch (IOException e) {
            return ""; // so Git is asked
        }
    }

    private static String state(List<Path> files, Look look) throws IOException {
        StringBuilder text = new StringBuilder();
        // Commits of the future count as of now, which only their year tells.
        text.append(
                Instant.ofEpochSecond(look.nowMicros() / 1_000_000)
                        .atOffset(ZoneOffset.UTC)
                        .getYear());
        for (Path file : files) {
            text.append('\n').append(file);
            try {
                FileState state = FileState.of(file);
                if (!state.isSettled(look.nowMicros())) {
                    return "";
                }
                text.append(' ').append(state.text());
            } catch (NoSuchFileException e) {
                text.append(" none");
            }
            boolean settings = file.endsWith("config") || file.endsWith(".gitconfig");
            if (settings
                    && Files.isRegularFile(file)
                    && Files.readString(file).contains("[include")) {
                return "";
            }
        }
        return text.toString();
    }

    /** Where Git keeps the settings of the person and of the machine. */
    private static List<Path> settings() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String own = System.getenv("XDG_CONFIG_HOME");
        Path settings = own == null || own.isEmpty() ? home.resolve(".config") : Path.of(own);
        return List.of(
                home.resolve(".gitconfig"),
                settings.resolve("git/config"),
                settings.resolve("git/attributes"),
                Path.of("/etc/gitconfig"));
    }

    private static void addAll(Path folder, List<Path> files) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes known) {
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
