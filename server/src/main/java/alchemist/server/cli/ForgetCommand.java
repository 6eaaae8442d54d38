package alchemist.server.cli;

import static alchemist.server.cli.Fields.flag;
import static alchemist.server.cli.Fields.number;
import static alchemist.server.cli.Fields.objects;
import static alchemist.server.cli.Fields.text;

import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Properties;
import java.io.Console;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back all that a source states. */
@Command(
        name = "forget",
        description = {
            "Take back all that a source states, and nothing that others state. The log keeps that"
                    + " it was stated; reading the source again states it again.",
            "To erase a person's data instead, see docs/how-to/erase-a-person.md."
        })
final class ForgetCommand implements Callable<Integer> {
    private static final long POLL_MS = 100;

    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            paramLabel = "SOURCE",
            description =
                    "its id, its place, or its label, as 'alchemist sources' lists them; all of that place or label")
    private String source = "";

    @Option(
            names = "--reader",
            paramLabel = "R",
            description = "of several readers of one place, only this one, such as code")
    private String reader = "";

    @Option(names = "--yes", description = "do not ask first")
    private boolean yes;

    @Override
    public Integer call() throws Exception {
        try (Session session = Session.of(data.directory())) {
            Api api = session.api();
            String root = workspace.path(api);
            List<Properties> found =
                    objects(api.get(root + "/sources"), "sources").stream()
                            .filter(this::isMeant)
                            .toList();
            if (found.isEmpty()) {
                throw new Failure(
                        "there is no source '"
                                + source
                                + "'"
                                + (reader.isEmpty() ? "" : " of the reader " + reader)
                                + "; 'alchemist sources' lists them");
            }
            for (Properties one : found) {
                System.out.printf(
                        "%s, %s: %,d nodes and %,d edges%n",
                        text(one, "location"),
                        text(one, "reader"),
                        number(one, "nodes"),
                        number(one, "edges"));
            }
            if (!yes && !isConfirmed()) {
                System.out.println("Nothing was forgotten.");
                return CommandLineInterface.FAILED;
            }
            for (Properties one : found) {
                forget(api, root, text(one, "id"));
            }
            System.out.println("Forgotten; what others state of the same things is still there.");
        }
        return 0;
    }

    private boolean isMeant(Properties one) {
        return (text(one, "id").equals(source)
                        || text(one, "label").equals(source)
                        || text(one, "location").equals(source))
                && (reader.isEmpty() || text(one, "reader").equals(reader))
                && !flag(one, "forgotten");
    }

    private static boolean isConfirmed() throws Failure {
        Console console =
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .orElseThrow(
                                () ->
                                        new Failure(
                                                "say --yes to forget it where nobody can be asked"));
        String answer = console.readLine("Forget what it states? [y/N] ");
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    /** Asks for it, and waits: a large source is forgotten step by step. */
    private static void forget(Api api, String root, String id)
            throws IOException, Failure, InterruptedException {
        api.post(
                root + "/commands",
                new JsonWriter()
                        .object()
                        .field("type", "sources.forget-source")
                        .name("data")
                        .object()
                        .field("source", id)
                        .endObject()
                        .endObject()
                        .toString());
        boolean done = false;
        while (!done) {
            Thread.sleep(POLL_MS);
            done =
                    objects(api.get(root + "/sources"), "sources").stream()
                            .anyMatch(one -> text(one, "id").equals(id) && flag(one, "forgotten"));
        }
    }
}
