package alchemist.exchange.git;

import alchemist.exchange.PathText;
import alchemist.exchange.ReadingFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the {@code git} command in one folder, only to read. Nothing that a repository's own
 * configuration says is carried out: no hooks, filters, aliases, pagers, external diffs or
 * monitors, nothing is fetched, no lock is taken, and what is printed does not depend on the
 * machine's language or on anybody's settings.
 */
final class Git {
    /** Settings of a repository or a person that would change what is printed, or run programs. */
    private static final List<String> SETTINGS =
            List.of(
                    "core.quotePath=false",
                    "core.fsmonitor=false",
                    "core.hooksPath=/dev/null",
                    "core.attributesFile=/dev/null",
                    "core.untrackedCache=false",
                    // A third of the usual, and as quick: three of them run beside each other.
                    "core.deltaBaseCacheLimit=32m",
                    "color.ui=false",
                    "diff.orderFile=/dev/null",
                    "diff.ignoreSubmodules=none",
                    "log.showSignature=false",
                    "log.showRoot=true",
                    "log.mailmap=true",
                    "log.follow=false",
                    "mailmap.file=/dev/null",
                    "protocol.allow=never",
                    "submodule.recurse=false");

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /** Where it runs. */
    Path folder() {
        return folder;
    }

    /**
     * Starts a command whose output is then read, and which must be closed.
     *
     * @throws ReadingFailed when there is no git
     */
    GitOutput start(String... arguments) throws ReadingFailed {
        List<String> command = new ArrayList<>(64);
        command.add("git");
        command.add("--no-pager");
        command.add("--no-replace-objects");
        command.add("--literal-pathspecs");
        for (String setting : SETTINGS) {
            command.add("-c");
            command.add(setting);
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("LC_ALL", "C");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_ATTR_NOSYSTEM", "1");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_ALLOW_PROTOCOL", "none");
        try {
            return new GitOutput(builder.start(), arguments[0], PathText.of(folder));
        } catch (IOException e) {
            throw new ReadingFailed(
                    "the command 'git' cannot be run: install Git to read repositories", e);
        }
    }

    /**
     * The whole output of a command, as bytes.
     *
     * @throws ReadingFailed when it fails
     */
    byte[] bytes(String... arguments) throws ReadingFailed {
        try (GitOutput output = start(arguments)) {
            output.noInput();
            byte[] bytes = output.allBytes();
            output.end();
            return bytes;
        }
    }

    /**
     * The whole output of a command, as text without the line's end.
     *
     * @throws ReadingFailed when it fails
     */
    String text(String... arguments) throws ReadingFailed {
        return PathText.of(bytes(arguments)).stripTrailing();
    }

    /** The output of a command as text without the line's end, empty where it fails. */
    String textOrNothing(String... arguments) throws ReadingFailed {
        try (GitOutput output = start(arguments)) {
            output.noInput();
            byte[] bytes = output.allBytes();
            return output.exitCode() == 0 ? PathText.of(bytes).stripTrailing() : "";
        }
    }
}
