package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.git.TestRepository;
import alchemist.kernel.Id;
import alchemist.log.LogException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A repository that one process reads into one workspace again and again. */
final class RereadPlace implements AutoCloseable {
    final TestRepository repository;
    final Imports imports;

    private final Path folder;
    private final RealWorkspace workspace;
    private int compared;

    RereadPlace(Path folder, Supplier<List<Reader>> readers) throws Exception {
        this.folder = folder;
        this.workspace = new RealWorkspace(folder.resolve("data")).later(3600);
        this.imports = new Imports(workspace.workplace(), readers);
        this.repository = TestRepository.create(folder.resolve("project"));
    }

    ImportRun read() throws Exception {
        return read(imports);
    }

    /** Another workspace that reads the place once holds the same; people are others there. */
    void assertSameAsReadAtOnce() throws Exception {
        ImportRun last = read();
        assertEquals(ImportState.UNCHANGED, last.state());
        try (RealWorkspace fresh =
                new RealWorkspace(folder.resolve("fresh" + compared++)).later(3600)) {
            ImportRun run = read(new Imports(fresh.workplace(), ParsersTesting::readers));
            assertEquals(sums(fresh, run), sums(workspace, run));
            assertEquals(
                    fresh.graph().statistics().nodes(), workspace.graph().statistics().nodes());
            assertEquals(
                    fresh.graph().statistics().edges(), workspace.graph().statistics().edges());
        }
    }

    private ImportRun read(Imports by) throws Exception {
        ImportRun run = by.start(Place.at(repository.path()), all());
        run.ended().join();
        return run;
    }

    private static Map<String, Id> sums(RealWorkspace workspace, ImportRun run) {
        Map<String, Id> sums = new TreeMap<>();
        for (ImportPart part : run.parts()) {
            if (!part.reader().equals("git")) {
                sums.put(part.reader() + " " + part.location(), workspace.sum(part.source()));
            }
        }
        return sums;
    }

    @Override
    public void close() throws IOException, LogException {
        imports.close();
        workspace.close();
    }
}
