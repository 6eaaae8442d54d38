package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is in a workspace. */
@Command(
        name = "stats",
        description = "Say how many nodes and edges there are, by type, relation and source.")
final class StatsCommand implements Callable<Integer> {
    @Mixin private final AnswerOptions options = new AnswerOptions();

    @Override
    public Integer call() throws Exception {
        return options.answer((api, path) -> api.get(path + "/stats"), StatsCommand::tell);
    }

    private static void tell(Properties stats) {
        for (String name :
                new String[] {
                    "position", "nodes", "edges", "groups", "disagreements", "violations", "parked"
                }) {
            if (stats.find(name) instanceof Value.Int(long number)) {
                System.out.printf("%-14s %,12d%n", name, number);
            }
        }
        counts("types", Fields.object(stats, "types"));
        counts("relations", Fields.object(stats, "relations"));
    }

    private static void counts(String title, Properties counts) {
        if (!counts.isEmpty()) {
            System.out.println(title);
            for (int i = 0; i < counts.size(); i++) {
                if (counts.value(i) instanceof Value.Int(long number)) {
                    String name = counts.key(i).isEmpty() ? "(none)" : counts.key(i);
                    System.out.printf("  %-24s %,12d%n", name, number);
                }
            }
        }
    }
}
