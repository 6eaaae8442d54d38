package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells which files are hot spots. */
@Command(
        name = "hot-spots",
        description = "Say which files change often and are large: changes × complexity.")
final class HotSpotsCommand implements Callable<Integer> {
    @Mixin private final HistoryOptions options = new HistoryOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description = "only those in this folder (all, if left out)")
    private @Nullable String path;

    @Option(
            names = "--by",
            paramLabel = "M",
            defaultValue = "complexity",
            description = "complexity of the code in a file, or lines (${DEFAULT-VALUE})")
    private String measure = "complexity";

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "0",
            description = "only changes within so many days before the last commit")
    private int days;

    @Override
    public Integer call() throws Exception {
        return options.answer(
                asking ->
                        "/hot-spots?measure="
                                + Api.encoded(measure)
                                + "&days="
                                + days
                                + (path == null ? "" : "&within=" + asking.node(path)),
                HotSpotsCommand::tell);
    }

    private static void tell(Properties answer) {
        List<Properties> spots = Fields.objects(answer, "hotSpots");
        String measure = Fields.text(answer, "measure");
        if (spots.isEmpty()) {
            System.out.println("No file that changed has a known size in " + measure + ".");
        } else {
            System.out.printf("%6s %8s %11s %12s  file%n", "rank", "changes", measure, "score");
        }
        for (Properties one : spots) {
            System.out.printf(
                    "%6d %,8d %,11d %,12d  %s%n",
                    Fields.number(one, "rank"),
                    Fields.number(one, "changes"),
                    Fields.number(one, "size"),
                    Fields.number(one, "score"),
                    HistoryOptions.called(one, "file"));
        }
        HistoryOptions.more(spots, Fields.number(answer, "total"));
        long unmeasured = Fields.number(answer, "unmeasured");
        if (unmeasured > 0) {
            System.out.printf(
                    "%,d files that changed are not ranked: nothing states their %s%s.%n",
                    unmeasured,
                    measure,
                    measure.equals("lines") ? "" : "; --by lines ranks what is text");
        }
    }
}
