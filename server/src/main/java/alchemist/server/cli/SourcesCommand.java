package alchemist.server.cli;

import static alchemist.server.cli.Fields.flag;
import static alchemist.server.cli.Fields.number;
import static alchemist.server.cli.Fields.objects;
import static alchemist.server.cli.Fields.text;

import alchemist.kernel.value.Properties;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists where the content of a workspace comes from. */
@Command(
        name = "sources",
        description =
                "List where the content of a workspace comes from: who reads it, how much it states,"
                        + " how much it is trusted, and its latest reading.")
final class SourcesCommand implements Callable<Integer> {
    @Mixin private final AnswerOptions options = new AnswerOptions();

    @Override
    public Integer call() throws Exception {
        return options.answer((api, path) -> api.get(path + "/sources"), SourcesCommand::tell);
    }

    private static void tell(Properties answer) {
        List<Properties> sources = objects(answer, "sources");
        if (sources.isEmpty()) {
            System.out.println("nothing was read yet; begin with: alchemist open PATH");
        }
        for (Properties source : sources) {
            System.out.print(told(source));
        }
    }

    private static String told(Properties source) {
        List<Properties> imports = objects(source, "imports");
        String last =
                imports.isEmpty()
                        ? ""
                        : ", last read "
                                + text(imports.getLast(), "startedAt")
                                + " ("
                                + text(imports.getLast(), "state")
                                + ")";
        return String.format(
                "%s  %s, %s%n    %s%n    %,d nodes, %,d edges; trust %d%s%s%n",
                text(source, "id"),
                text(source, "label"),
                text(source, "reader"),
                text(source, "location"),
                number(source, "nodes"),
                number(source, "edges"),
                number(source, "trust"),
                last,
                flag(source, "forgotten") ? ", forgotten" : "");
    }
}
