package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells who knows a file or folder. */
@Command(
        name = "owners",
        description = "Say who knows a file or folder, by who changed it and how lately.")
final class OwnersCommand implements Callable<Integer> {
    @Mixin private final HistoryOptions options = new HistoryOptions();

    @Parameters(
            paramLabel = "PATH",
            description = "the file or folder in the repository, or its id")
    private String path = "";

    @Option(
            names = "--half-life",
            paramLabel = "DAYS",
            defaultValue = "180",
            description =
                    "a change counts half as much as one so many days later (${DEFAULT-VALUE})")
    private int halfLifeDays;

    @Override
    public Integer call() throws Exception {
        return options.answer(
                asking -> "/nodes/" + asking.node(path) + "/owners?halfLifeDays=" + halfLifeDays,
                OwnersCommand::tell);
    }

    private static void tell(Properties answer) {
        List<Properties> owners = Fields.objects(answer, "owners");
        if (owners.isEmpty()) {
            System.out.println(
                    Fields.number(answer, "commits") > 0
                            ? "Only accounts of programs changed it."
                            : "No commit that is known changed it.");
            return;
        }
        System.out.printf("%6s %8s %8s  %-10s  person%n", "share", "commits", "files", "last");
        for (Properties one : owners) {
            System.out.printf(
                    "%5.1f%% %,8d %,8d  %s  %s%n",
                    100 * HistoryOptions.real(one, "share"),
                    Fields.number(one, "commits"),
                    Fields.number(one, "files"),
                    HistoryOptions.day(one, "lastAt"),
                    HistoryOptions.called(one, "person"));
        }
        HistoryOptions.more(owners, Fields.number(answer, "total"));
    }
}
