package alchemist.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints events as JSON, a line each. */
@Command(name = "events", description = "Print the events of a workspace as JSON, a line each.")
final class EventsCommand implements Callable<Integer> {
    private static final String DATA = "data:";
    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = {"-f", "--follow"},
            description = "go on with what comes")
    private boolean follow;

    @Option(
            names = "--subject",
            paramLabel = "S",
            description = "only these: ws.WORKSPACE.CONTEXT.ENTITY.EVENT with * and > as in NATS")
    private @Nullable String subject;

    @Option(
            names = "--from",
            paramLabel = "N",
            defaultValue = "1",
            description = "the first position")
    private long from;

    @Override
    public Integer call() throws Exception {
        try (Session session = Session.of(data.directory())) {
            Api api = session.api();
            String path =
                    workspace.path(api)
                            + "/events?from="
                            + from
                            + (subject == null ? "" : "&subject=" + Api.encoded(subject));
            if (follow) {
                api.stream(path, "text/event-stream", EventsCommand::printData);
            } else {
                api.stream(path, "application/x-ndjson", EventsCommand::copy);
            }
        }
        return 0;
    }

    private static void copy(InputStream body) {
        try {
            body.transferTo(System.out);
            System.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void printData(InputStream body) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    System.out.println(line.substring(DATA.length()).strip());
                    if (!StandardOutput.isTaken()) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
