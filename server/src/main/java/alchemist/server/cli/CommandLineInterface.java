package alchemist.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, and how their failures are told. */
@Command(
        name = "alchemist",
        description =
                "One living graph from what a team already has: repositories, documents, tables, diagrams.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            OpenCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            EventsCommand.class,
            FindCommand.class,
            ShowCommand.class,
            StatsCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            SourcesCommand.class,
            ForgetCommand.class,
            SameCommand.class,
            DiffCommand.class,
            CheckCommand.class,
            HotSpotsCommand.class,
            OwnersCommand.class,
            CoChangesCommand.class,
            ReleasesCommand.class,
            LogCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            VersionCommand.class,
            WarmupCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Also, by the launcher itself:",
            "  build                    build what has changed; the others do it themselves",
            "  test [--long]            everything that the continuous integration runs",
            "  bench [NAME...]          benchmarks, with peers side by side",
            "",
            "Begin with:  alchemist open ."
        })
public final class CommandLineInterface implements Runnable {
    /** The exit status of a command that failed for a reason it told. */
    static final int FAILED = 1;

    /** The exit status of one that was wrongly called, so that it could tell nothing. */
    static final int WRONG = 2;

    private CommandLineInterface() {}

    /** Runs a command; returns the exit status: 0 done, 1 failed, 2 wrongly called. */
    public static int run(String... args) {
        int status = done(args);
        try {
            StandardOutput.check();
            return status;
        } catch (IOException e) {
            tell(e, line());
            return status == 0 ? FAILED : status;
        }
    }

    private static int done(String... args) {
        Optional<Callable<Integer>> start = PlainStart.of(args);
        if (start.isPresent()) {
            try {
                return start.get().call();
            } catch (Exception e) {
                return tell(e, line());
            }
        }
        return line().execute(args);
    }

    private static CommandLine line() {
        CommandLine line = new CommandLine(new CommandLineInterface());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        answerHelp(line);
        answerVersion(line);
        line.setExecutionExceptionHandler((problem, called, _) -> tell(problem, called));
        return line;
    }

    /** Lets a command be asked for its help by an option, too, as most programs can be. */
    private static void answerHelp(CommandLine line) {
        line.getSubcommands().values().forEach(CommandLineInterface::answerHelp);
        // The command 'help' has these options of its own.
        if (line.getCommandSpec().findOption("--help") == null) {
            line.getCommandSpec()
                    .addOption(
                            OptionSpec.builder("-h", "--help")
                                    .usageHelp(true)
                                    .hidden(true)
                                    .description("say this")
                                    .build());
        }
    }

    private static void answerVersion(CommandLine line) {
        line.getCommandSpec()
                .version(VersionCommand.TEXT)
                .addOption(
                        OptionSpec.builder("-V", "--version")
                                .versionHelp(true)
                                .hidden(true)
                                .description("say which version this is")
                                .build());
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    private static int tell(Exception problem, CommandLine line) {
        AtEnd.orAwait();
        if (problem instanceof Failure || problem instanceof IOException) {
            line.getErr().println(Ansi.AUTO.string("@|red alchemist:|@ ") + said(problem));
        } else {
            line.getErr()
                    .println(
                            "alchemist: this is a defect of the program; please report it with what follows:");
            problem.printStackTrace(line.getErr());
        }
        return line.getCommandSpec().exitCodeOnExecutionException();
    }

    /** The message; for some failures at a file that is its name and nothing more. */
    private static String said(Exception problem) {
        if (!(problem instanceof FileSystemException at) || at.getReason() != null) {
            return String.valueOf(problem.getMessage());
        }
        return switch (at) {
            case NoSuchFileException _ -> "there is no " + at.getMessage();
            case AccessDeniedException _ -> "this user may not read or write " + at.getMessage();
            case FileAlreadyExistsException _ -> at.getMessage() + " is there already";
            case NotDirectoryException _ -> at.getMessage() + " is no folder";
            default -> "this cannot be read or written: " + at.getMessage();
        };
    }
}
