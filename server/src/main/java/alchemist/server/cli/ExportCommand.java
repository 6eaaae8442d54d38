package alchemist.server.cli;

import alchemist.exchange.formats.ExportFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the graph of a workspace to a file. */
@Command(
        name = "export",
        description = {
            "Write the graph of a workspace to a file, as it is now or was at a moment.",
            "ndjson: who states what, to be read back; the others: what is shown, for other programs."
        })
final class ExportCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Mixin private final DataOption data = new DataOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "F",
            required = true,
            description = "ndjson, graphml, dot, gexf, node-link, cypher, turtle or json-ld")
    private String format = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "where to write; - for the standard output")
    private String output = "";

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            description =
                    "as it was at a position (12), a time in the world (2026-01-31T09:30:00Z) or a"
                            + " recorded time (recorded:2026-01-31T09:30:00Z)")
    private String at = "";

    @Option(names = "--force", description = "write over a file that is there")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        if (!ExportFormat.names().contains(format)) {
            throw new Failure(
                    "there is no format '"
                            + format
                            + "', only "
                            + String.join(", ", ExportFormat.names()));
        }
        boolean toFile = !output.equals(STANDARD_OUTPUT);
        Path file = Path.of(output).toAbsolutePath();
        if (toFile) {
            check(file);
        }
        try (Session session = Session.of(data.directory())) {
            Api api = session.api();
            String path =
                    workspace.path(api)
                            + "/export?format="
                            + format
                            + (at.isEmpty() ? "" : "&at=" + Api.encoded(at));
            if (toFile) {
                System.out.print(told(write(api, path, file), file.toString()));
            } else {
                // Not closed: the standard output is everyone's.
                OutputStream out = new BufferedOutputStream(System.out);
                Api.Told told = api.save(path, out);
                out.flush();
                StandardOutput.check();
                System.err.print(told(told, "the standard output"));
            }
        }
        return 0;
    }

    private void check(Path file) throws Failure {
        if (Files.isDirectory(file)) {
            throw new Failure(file + " is a folder; name a file in it");
        }
        if (Files.exists(file) && !force) {
            throw new Failure(file + " is there already; --force writes over it");
        }
    }

    /** Writes beside the file, and gives it its name once all is there. */
    private Api.Told write(Api api, String path, Path file) throws IOException, Failure {
        Path part = beside(file);
        try {
            Api.Told told;
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                told = api.save(path, out);
            } catch (NoSuchFileException e) {
                throw new Failure("there is no folder " + file.getParent() + "; make it first");
            }
            if (force) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                // Not by replacing: somebody may have written it meanwhile.
                Files.move(part, file);
            }
            return told;
        } catch (FileAlreadyExistsException e) {
            throw new Failure(e.getFile() + " came into being meanwhile; --force writes over it");
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    /** What a file is, its name says: one that says something else is not read back. */
    private String endingNote() {
        String ending = "." + ExportFormat.of(format).ending();
        boolean known =
                output.equals(STANDARD_OUTPUT)
                        || output.endsWith(ending)
                        || (!format.contains("-") && output.endsWith("." + format));
        return known ? "" : "To be read back it needs a name that ends in " + ending + ".\n";
    }

    private String told(Api.Told told, String where) {
        return endingNote()
                + String.join(
                        System.lineSeparator(),
                        List.of(
                                "Wrote %s and groups and %s as they were at position %s to %s."
                                        .formatted(
                                                count(told.header("Alchemist-Nodes"), "node"),
                                                count(told.header("Alchemist-Edges"), "edge"),
                                                told.header("Alchemist-Position"),
                                                where),
                                "Not in it, since " + format + " cannot hold it:",
                                "  " + told.header("Alchemist-Left-Out").replace("; ", "\n  "),
                                ""));
    }

    private static String count(String number, String what) {
        return number + " " + what + (number.equals("1") ? "" : "s");
    }
}
