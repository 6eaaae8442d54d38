package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what changes together with a file or folder. */
@Command(
        name = "co-changes",
        description = "Say which files change together with a file or folder.")
final class CoChangesCommand implements Callable<Integer> {
    @Mixin private final HistoryOptions options = new HistoryOptions();

    @Parameters(
            paramLabel = "PATH",
            description = "the file or folder in the repository, or its id")
    private String path = "";

    @Option(
            names = "--least",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "only what changed together in at least so many commits (${DEFAULT-VALUE})")
    private int least;

    @Option(
            names = "--most-files",
            paramLabel = "N",
            defaultValue = "50",
            description = "commits of more files are left out (${DEFAULT-VALUE})")
    private int mostFiles;

    @Override
    public Integer call() throws Exception {
        return options.answer(
                asking ->
                        "/nodes/"
                                + asking.node(path)
                                + "/co-changes?least="
                                + least
                                + "&mostFiles="
                                + mostFiles,
                CoChangesCommand::tell);
    }

    private static void tell(Properties answer) {
        List<Properties> found = Fields.objects(answer, "coChanges");
        System.out.printf(
                "%,d commits changed it; %,d more were left out, for they changed too many files%n",
                Fields.number(answer, "commits"), Fields.number(answer, "leftOut"));
        if (found.isEmpty()) {
            System.out.println("Nothing changed together with it often enough.");
            return;
        }
        System.out.printf("%9s %11s %8s  file%n", "together", "confidence", "weight");
        for (Properties one : found) {
            System.out.printf(
                    "%,9d %10.1f%% %8.2f  %s%n",
                    Fields.number(one, "together"),
                    100 * HistoryOptions.real(one, "confidence"),
                    HistoryOptions.real(one, "weight"),
                    HistoryOptions.called(one, "file"));
        }
        HistoryOptions.more(found, Fields.number(answer, "total"));
    }
}
