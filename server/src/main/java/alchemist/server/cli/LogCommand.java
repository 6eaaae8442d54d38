package alchemist.server.cli;

import alchemist.kernel.value.IsoTime;
import alchemist.log.CorruptLog;
import alchemist.log.Log;
import alchemist.log.LogCat;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogGlance;
import alchemist.logfile.LogStat;
import alchemist.logfile.LogVerify;
import alchemist.logfile.ReadOnlyFileLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at a workspace's log as it lies on the disk, also while a server writes it. */
@Command(
        name = "log",
        description = "Check, measure or read the log of a workspace, as it lies on the disk.",
        subcommands = {
            LogCommand.Verify.class,
            LogCommand.Stat.class,
            LogCommand.Cat.class,
            ProveCommand.class,
            VerifyProofCommand.class
        },
        synopsisSubcommandLabel = "(verify | stat | cat | prove | verify-proof)")
final class LogCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Failure {
        throw new Failure("say what to do with the log: verify, stat, cat, prove or verify-proof");
    }

    /** Which log. */
    static final class Which {
        @Mixin private final DataOption data = new DataOption();
        @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

        Path directory() throws IOException, Failure {
            Path all = data.named().path().resolve("workspaces");
            String given = workspace.given();
            if (given != null) {
                return all.resolve(given).resolve("log");
            }
            List<String> names = names(all);
            if (names.size() == 1) {
                return all.resolve(names.getFirst()).resolve("log");
            }
            throw new Failure(
                    names.isEmpty()
                            ? "there is no workspace in " + data.named().path()
                            : "say which workspace with --workspace: " + String.join(", ", names));
        }

        static List<String> names(Path all) throws IOException {
            if (!Files.isDirectory(all)) {
                return List.of();
            }
            try (Stream<Path> workspaces = Files.list(all)) {
                return workspaces
                        .map(path -> String.valueOf(path.getFileName()))
                        .filter(name -> !name.startsWith(".") && isBegun(all.resolve(name)))
                        .sorted()
                        .toList();
            }
        }

        /**
         * A folder without any file of a log is what a founding that failed has left. One that
         * cannot be looked into may have one: whoever then reads it says why it cannot be.
         */
        private static boolean isBegun(Path workspace) {
            try (Stream<Path> files = Files.list(workspace.resolve("log"))) {
                return files.anyMatch(file -> LogGlance.isPart("" + file.getFileName()));
            } catch (NoSuchFileException | NotDirectoryException _) {
                return false;
            } catch (IOException | UncheckedIOException _) {
                return true;
            }
        }
    }

    static Failure told(LogException problem) {
        return new Failure(String.valueOf(problem.getMessage()));
    }

    /** Checks every byte. */
    @Command(
            name = "verify",
            description =
                    "Check every checksum, hash, Merkle root and position; name each damage by file and offset.")
    static final class Verify implements Callable<Integer> {
        @Mixin private final Which which = new Which();

        @Override
        public Integer call() throws Exception {
            try {
                LogVerify.Report report =
                        LogVerify.run(new FileDisk(), which.directory(), (_, _) -> {});
                for (CorruptLog damage : report.damages()) {
                    System.out.println("damaged: " + damage.getMessage());
                }
                report.unfinished()
                        .ifPresent(
                                tail ->
                                        System.out.println(
                                                "unfinished, to be cut when it is opened: "
                                                        + tail.getMessage()));
                System.out.printf(
                        "%,d events in %,d blocks, %,d bytes; head %s%n",
                        report.events(), report.blocks(), report.bytes(), report.head().hash());
                System.out.println(
                        report.damages().isEmpty() ? "The log is whole." : "The log is DAMAGED.");
                return report.damages().isEmpty() ? 0 : CommandLineInterface.FAILED;
            } catch (LogException e) {
                throw told(e);
            }
        }
    }

    /** Measures. */
    @Command(name = "stat", description = "Say how many events, blocks and bytes there are.")
    static final class Stat implements Callable<Integer> {
        @Mixin private final Which which = new Which();

        @Override
        public Integer call() throws Exception {
            try {
                LogStat stat = LogStat.of(new FileDisk(), which.directory());
                System.out.printf("events          %,15d%n", stat.events());
                System.out.printf("blocks          %,15d%n", stat.blocks());
                System.out.printf("bytes           %,15d%n", stat.blockBytes());
                System.out.printf("bytes an event  %15.1f%n", stat.bytesPerEvent());
                System.out.printf(
                        "files           %,15d (%,d bytes on the disk)%n",
                        stat.segments().size(), stat.fileBytes());
                if (stat.events() > 0) {
                    System.out.println(
                            "first recorded  " + IsoTime.instant(stat.firstRecordedAtMicros()));
                    System.out.println(
                            "last recorded   " + IsoTime.instant(stat.head().recordedAtMicros()));
                }
                System.out.println("head            " + stat.head().hash());
                return 0;
            } catch (LogException e) {
                throw told(e);
            }
        }
    }

    /** Reads. */
    @Command(
            name = "cat",
            description = "Print commands and events as they are stored, as JSON, a line each.")
    static final class Cat implements Callable<Integer> {
        @Mixin private final Which which = new Which();

        @Option(
                names = "--from",
                paramLabel = "N",
                defaultValue = "0",
                description = "the first position")
        private long from;

        @Option(
                names = "--to",
                paramLabel = "N",
                defaultValue = "" + Long.MAX_VALUE,
                description = "the last position",
                showDefaultValue = CommandLine.Help.Visibility.NEVER)
        private long to;

        @Override
        public Integer call() throws Exception {
            RecordText text = new RecordText();
            try (Log log = ReadOnlyFileLog.open(new FileDisk(), which.directory());
                    LogCat cat = new LogCat(log, from, to)) {
                while (cat.next()) {
                    System.out.println(text.of(cat));
                }
                return 0;
            } catch (LogException e) {
                throw told(e);
            }
        }
    }
}
