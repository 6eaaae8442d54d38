package alchemist.server.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The two commands that start a server, as they are mostly called. The library that reads command
 * lines takes longer than all the rest of a start, so it is left to those that need it: all other
 * commands, and whatever there is to explain.
 */
final class PlainStart {
    private final List<String> places = new ArrayList<>();
    private @Nullable Path data;
    private @Nullable String workspace;
    private @Nullable Integer port;
    private boolean noBrowser;

    private PlainStart() {}

    /** The command that is called, where it is one of the two and nothing in it is unusual. */
    static Optional<Callable<Integer>> of(String... args) {
        PlainStart start = new PlainStart();
        return args.length > 0 && start.reads(args) ? start.command(args[0]) : Optional.empty();
    }

    private Optional<Callable<Integer>> command(String name) {
        if (name.equals("serve") && places.isEmpty() && workspace == null && !noBrowser) {
            DataOption where = DataOption.of(data);
            return Optional.of(
                    port == null ? new ServeCommand(where) : new ServeCommand(where, port));
        }
        if (name.equals("open") && !places.isEmpty()) {
            return Optional.of(
                    new OpenCommand(
                            DataOption.of(data),
                            WorkspaceOption.of(workspace),
                            places,
                            port,
                            noBrowser));
        }
        return Optional.empty();
    }

    /** Whether all that follows the name of the command is known here. */
    private boolean reads(String[] args) {
        try {
            for (int at = 1; at < args.length; at++) {
                String arg = args[at];
                boolean hasNext = at + 1 < args.length && !args[at + 1].startsWith("-");
                if (arg.equals("--no-browser")) {
                    noBrowser = true;
                } else if (!arg.startsWith("-") && !arg.startsWith("@")) {
                    places.add(arg);
                } else if (!hasNext || !option(arg, args[++at])) {
                    return false;
                }
            }
            return true;
        } catch (NumberFormatException | InvalidPathException _) {
            return false;
        }
    }

    private boolean option(String name, String value) {
        switch (name) {
            case "--data" -> data = Path.of(value);
            case "-w", "--workspace" -> workspace = value;
            case "-p", "--port" -> port = Integer.parseInt(value);
            default -> {
                return false;
            }
        }
        return true;
    }
}
