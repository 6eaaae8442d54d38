package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.ACTOR;
import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.exchange.Batch;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.git.TestRepository;
import alchemist.graph.read.Statistics;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into what a server has: engine, rules, keys and graph. */
final class RealWorkspaceTest {
    @TempDir Path folder;
    private RealWorkspace workspace;
    private TestRepository repository;

    @BeforeEach
    void open() throws Exception {
        workspace = new RealWorkspace(folder.resolve("data"));
        repository = TestRepository.create(folder.resolve("project"));
        repository
                .write("src/App.java", "class App {}\n")
                .write(
                        "docs/d.json",
                        "{\"nodes\":[{\"id\":\"n0\",\"caption\":\"A\"},{\"id\":\"n1\"}],"
                                + "\"relationships\":[{\"id\":\"n0\",\"fromId\":\"n0\",\"toId\":\"n1\"}]}")
                .commit("Begin");
        repository.move("src/App.java", "src/Main.java").commit("Rename, says Ada Lovelace");
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    @Test
    void anUnchangedPlaceLeavesNoTraceTheSecondTime() throws Exception {
        ImportRun run = read();
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(List.of(), run.warnings());
        Statistics statistics = workspace.graph().statistics();
        assertEquals(2, statistics.types().get("Commit"));
        assertEquals(1, statistics.types().get("Person"));
        assertEquals(2, statistics.types().get("File"));
        assertEquals(0, statistics.disagreements());
        long position = workspace.position();
        assertEquals(ImportState.UNCHANGED, read().state());
        assertEquals(position, workspace.position());
    }

    @Test
    void onlyWhatIsNewIsRecorded() throws Exception {
        read();
        long position = workspace.position();
        repository.write("README.md", "Hi\n").commit("Greet");
        ImportRun run = read();
        assertEquals(run.events(), workspace.position() - position);
        // Two imports' starts and ends, the commit with three edges, the branch with its old and
        // new edge, the file by two sources and as the folder knows it.
        assertEquals(
                List.of(
                        "folder APPLIED",
                        "markdown APPLIED",
                        "code UNCHANGED",
                        "architecture UNCHANGED",
                        "arrows UNCHANGED",
                        "git APPLIED"),
                run.parts().stream().map(p -> p.reader() + " " + p.state()).toList());
        assertTrue(run.events() < 25, run.events() + " events");
    }

    @Test
    void whoIsErasedStaysErasedThroughImports() throws Exception {
        read();
        Id ada = workspace.keys().pseudonym("person", "ada@example.org");
        workspace.keys().erase(ada);
        long position = workspace.position();
        assertEquals(ImportState.UNCHANGED, read().state());
        assertEquals(position, workspace.position());
        repository.write("a.txt", "a\n").commit("Ada Lovelace was here");
        assertEquals(ImportState.APPLIED, read().state());
        assertEquals(ImportState.UNCHANGED, read().state());
        assertTrue(workspace.keys().isErased(ada));
    }

    @Test
    void aRevertedImportLeavesTheGraphAsItWas() throws Exception {
        read();
        Statistics before = workspace.graph().statistics();
        repository.delete("src/Main.java").write("x/y/z.txt", "z\n").commit("Another way");
        Imports imports = imports();
        ImportRun run = imports.start(Place.at(repository.path()), all());
        assertEquals(ImportState.APPLIED, run.ended().join());
        assertFalse(before.equals(workspace.graph().statistics()));
        assertEquals(Optional.empty(), imports.revert(run.id(), ACTOR));
        assertEquals(before, workspace.graph().statistics());
        assertEquals(ImportState.REVERTED, run.state());
        assertEquals(ImportState.APPLIED, read().state());
    }

    @Test
    void aCancelledImportOfThousandsOfThingsIsTakenBackInSteps() throws Exception {
        Reader endless = new Endless();
        Imports imports = new Imports(workspace.workplace(), () -> List.of(endless));
        ImportRun run = imports.start(Place.at(repository.path()), all());
        while (run.events() < 5000) {
            Thread.onSpinWait();
        }
        assertTrue(imports.cancel(run.id()));
        assertEquals(ImportState.CANCELLED, run.ended().join(), () -> run.error().toString());
        assertEquals(0, workspace.graph().statistics().nodes());
        assertEquals(ImportState.CANCELLED, workspace.imports().getFirst().state());
    }

    @Test
    void whatACrashLeftRunningIsCancelledWhenItIsOpenedAgain() throws Exception {
        Id left = Id.of("import", "left");
        var client = Pipeline.envelope(left, ACTOR);
        Id source = Id.of("source", "x");
        Submitter submitter = workspace.workplace().submitter();
        submitter
                .submit(new Submission(client, new StartImport(left, source, "x", "/x", "x")))
                .join();
        submitter
                .submit(
                        new Submission(
                                client,
                                new StateBatch(
                                        left, List.of(Endless.node(0)), List.of(), List.of())))
                .join();
        workspace.close();
        workspace = new RealWorkspace(folder.resolve("data"));
        assertEquals(1, workspace.graph().statistics().nodes());
        assertEquals(1, imports().cancelLeftovers(ACTOR));
        assertEquals(0, workspace.graph().statistics().nodes());
        assertEquals(0, imports().cancelLeftovers(ACTOR));
    }

    /** States one thing after another until it is stopped. */
    private record Endless() implements Reader {
        @Override
        public String name() {
            return "endless";
        }

        @Override
        public boolean reads(Place place) {
            return true;
        }

        @Override
        public void read(Place place, Reading reading) {
            for (int i = 0; ; ) {
                List<NodeStatement> nodes = new ArrayList<>();
                for (int end = i + 100; i < end; i++) {
                    nodes.add(node(i));
                }
                reading.state(Batch.of(Batch.WHEN_RECORDED, nodes, List.of()));
            }
        }

        static NodeStatement node(int number) {
            return new NodeStatement(
                    Id.of("endless", Integer.toString(number)),
                    Value.text("node " + number),
                    List.of("Endless"),
                    Properties.NONE,
                    Id.NONE,
                    false);
        }
    }

    private Imports imports() {
        return new Imports(workspace.workplace(), ParsersTesting::readers);
    }

    private ImportRun read() throws Exception {
        ImportRun run = imports().start(Place.at(repository.path()), all());
        run.ended().join();
        return run;
    }
}
