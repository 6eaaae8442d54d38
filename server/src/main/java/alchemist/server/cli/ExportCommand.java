package alchemist.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a workspace's graph in a format that others read. */
@Command(name = "export", description = "Write the graph to a file.")
final class ExportCommand implements Callable<Integer> {
    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "F",
            required = true,
            description = "ndjson (whole, can be imported again) or graphml")
    private String format = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to write (else to the terminal)")
    private @Nullable Path output;

    @Option(
            names = "--at",
            paramLabel = "T",
            description = "a position or a time, such as 2024-12-31")
    private @Nullable String at;

    @Override
    public Integer call() throws Exception {
        try (Session session = Session.of(data.directory())) {
            Api api = session.api();
            String path =
                    "/workspaces/"
                            + Api.encoded(workspace.resolve(api))
                            + "/export?format="
                            + Api.encoded(format)
                            + (at == null ? "" : "&at=" + Api.encoded(at));
            api.stream(path, "*/*", this::copy);
        }
        return 0;
    }

    /** A file that is written only in part never takes the place of a whole one. */
    private void copy(InputStream body) {
        try {
            if (output == null) {
                body.transferTo(System.out);
                System.out.flush();
                return;
            }
            Path partial = output.resolveSibling(output.getFileName() + ".partial");
            Files.copy(body, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, output, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
