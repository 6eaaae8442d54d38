package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one thing: what is stated of it by whom, what it is connected to, and why. */
@Command(
        name = "show",
        description =
                "Show a node: what is stated of it, by whom, and what it is connected to; or why a property is what it is.")
final class ShowCommand implements Callable<Integer> {
    private static final int MOST_NEIGHBORS = 1000;

    @Mixin private final HistoryOptions options = new HistoryOptions();

    @Parameters(
            paramLabel = "NODE",
            description = "its name, its path in the repository, or its id")
    private String node = "";

    @Option(names = "--type", paramLabel = "TYPE", description = "which of those of one name")
    private String type = "";

    @Option(
            names = "--why",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "PROPERTY",
            description = "the events and sources behind a property; without one, behind the name")
    private @Nullable String why;

    @Override
    public Integer call() throws Exception {
        String property = why;
        if (property != null) {
            return options.gather(
                    asking -> asking.asOf(path(asking) + "/why?property=" + Api.encoded(property)),
                    answer -> System.out.print(NodeText.ofWhy(property, answer, options.limit())));
        }
        return options.gather(
                this::shown, answer -> System.out.print(NodeText.of(answer, options.limit())));
    }

    /** The node, and neighbours of it at the same position. */
    private Properties shown(HistoryOptions.Asking asking) throws IOException, Failure {
        String path = path(asking);
        Properties answer = asking.asOf(path);
        HistoryOptions.Asking there = asking.at(answer);
        Properties neighbors = there.asOf(path + "/neighbors?limit=" + MOST_NEIGHBORS);
        // One more than are told of, so that it can be told that there are more.
        Properties members = there.asOf(path + "/members?limit=" + (options.limit() + 1));
        return answer.with("neighbors", Fields.list(neighbors, "neighbors"))
                .with("members", Fields.list(members, "nodes"));
    }

    private String path(HistoryOptions.Asking asking) throws IOException, Failure {
        return "/nodes/" + new NamedNode(asking, type).find(node);
    }
}
