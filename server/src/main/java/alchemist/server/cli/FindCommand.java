package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks things up by name. */
@Command(name = "find", description = "Look up nodes by name, also by a part of it or misspelt.")
final class FindCommand implements Callable<Integer> {
    @Mixin private final HistoryOptions options = new HistoryOptions();

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "the name, or words of it")
    private List<String> words = List.of();

    @Option(names = "--type", paramLabel = "TYPE", description = "only nodes of this type")
    private String type = "";

    @Override
    public Integer call() throws Exception {
        String name = String.join(" ", words);
        return options.answer(
                _ -> "/nodes?name=" + Api.encoded(name) + "&type=" + Api.encoded(type),
                answer -> tell(name, answer));
    }

    private static void tell(String name, Properties answer) {
        List<Properties> nodes = Fields.objects(answer, "nodes");
        if (nodes.isEmpty()) {
            System.out.println("Nothing is called '" + name + "', or nearly so.");
            return;
        }
        if (Fields.flag(answer, "fuzzy")) {
            System.out.println("Nothing is called '" + name + "'. Spelt nearly so:");
        }
        if (Fields.flag(answer, "described")) {
            System.out.println(
                    "Nothing is called '" + name + "'. Described so, or with these words:");
        }
        System.out.print(NodeLines.of(nodes));
        if (!Fields.text(answer, "cursor").isEmpty()) {
            System.out.println("… and more; --limit shows them");
        }
    }
}
