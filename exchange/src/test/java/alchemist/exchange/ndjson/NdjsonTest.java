package alchemist.exchange.ndjson;

import static alchemist.exchange.imports.ImportsTesting.ACTOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphCommand.ConnectNodes;
import alchemist.domain.graph.GraphCommand.DescribeNode;
import alchemist.domain.graph.GraphCommand.RenameNode;
import alchemist.exchange.Place;
import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.git.TestRepository;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.Imports;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.RealGraphCopy;
import alchemist.exchange.imports.RealWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NdjsonTest {
    private static final String HEADER = "{\"format\":\"alchemist.graph\",\"version\":1}\n";
    private static final String A = Id.of("n", "a").toString();
    private static final String B = Id.of("n", "b").toString();
    private static final String SOURCE =
            "{\"source\":{\"id\":\"" + Id.of("s", "s") + "\",\"reader\":\"x\"}}\n";
    private static final String END = "{\"end\":{}}\n";

    @TempDir Path folder;

    @Test
    void exportedAndReadBackTheGraphIsExportedTheSameAgain() throws Exception {
        try (RealWorkspace first = new RealWorkspace(folder.resolve("first"));
                RealWorkspace second = new RealWorkspace(folder.resolve("second"))) {
            fill(first);
            byte[] exported = export(new RealGraphCopy(first, List.of(ACTOR)));
            Path file = Files.write(folder.resolve("graph.ndjson"), exported);
            ImportRun run = read(second, file);
            assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
            assertEquals(List.of(), run.warnings());
            byte[] again = export(new RealGraphCopy(second, List.of()));
            assertEquals(text(exported), text(again));
            assertEquals(first.graph().statistics().types(), second.graph().statistics().types());
            assertEquals(
                    first.graph().statistics().relations(),
                    second.graph().statistics().relations());

            long position = second.position();
            assertEquals(ImportState.UNCHANGED, read(second, file).state());
            assertEquals(position, second.position());
            // What a person said still wins over the sources.
            Id app = shownAs(first, "really");
            assertEquals(
                    "What it is really called",
                    second.graph().node(app).orElseThrow().name().text());
        }
    }

    @Test
    void whoWasErasedIsNotInAnExport() throws Exception {
        try (RealWorkspace first = new RealWorkspace(folder.resolve("first"));
                RealWorkspace second = new RealWorkspace(folder.resolve("second"))) {
            fill(first);
            Id ada = first.keys().pseudonym("person", "ada@example.org");
            assertTrue(text(export(new RealGraphCopy(first, List.of()))).contains("Lovelace"));
            first.keys().erase(ada);
            byte[] exported = export(new RealGraphCopy(first, List.of()));
            assertFalse(text(exported).contains("Lovelace"));
            Path file = Files.write(folder.resolve("graph.ndjson"), exported);
            assertEquals(ImportState.APPLIED, read(second, file).state());
            assertEquals(text(exported), text(export(new RealGraphCopy(second, List.of()))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HEADER{\"node\":{\"id\":\"A\"}}\\nEND|line 2: a source stands before",
                "HEADERSOURCE{\"node\":{\"id\":\"x\"}}\\nEND|line 3: 'x' is no id",
                "HEADERSOURCE{\"node\":{\"name\":\"x\"}}\\nEND|line 3: a node needs an 'id'",
                "HEADERSOURCE{\"node\":{\"id\":\"A\",\"color\":1}}\\nEND|the field 'color' is not known",
                "HEADERSOURCE{\"edge\":{\"id\":\"A\",\"from\":\"A\"}}\\nEND|an edge needs",
                "HEADERSOURCE{\"thing\":{}}\\nEND|a line holds a source, group, node, edge or end",
                "HEADERSOURCE{}\\nEND|a line holds a source",
                "HEADERSOURCE{\"node\":{\"id\":\"A\"},\"node\":{\"id\":\"A\"}}\\nEND|a line holds one thing",
                "HEADERSOURCE{\"node\":{\"id\":\"A\"}}\\n|is cut off",
                "HEADERSOURCE{\"node\":{\"id\":\"A\"|',' is expected (column 43)",
                "HEADERSOURCE{\"node\":{\"id\":\"A\"}}\\n{\"end\":{\"nodes\":2}}|should hold 2 nodes but holds 1",
                "HEADEREND{\"node\":{}}|nothing stands behind 'end'",
                "HEADER{\"source\":{\"id\":\"A\"}}\\nEND|a source needs an 'id' and a 'reader'",
                "HEADER{\"source\":{\"id\":\"A\",\"reader\":\"x\",\"trust\":101}}\\nEND|'trust' is 0 to 100",
                "{\"format\":\"alchemist.graph\",\"version\":2}\\n|version 2 of the format is not known",
            })
    void saysWhatIsWrongAndWhere(String template, String message) throws IOException {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        Path file = write(template);
        assertTrue(new NdjsonReader().reads(Place.at(file)), template);
        ImportRun run = ImportsTesting.run(workspace, file, new NdjsonReader());
        assertEquals(ImportState.FAILED, run.state());
        assertTrue(run.error().orElseThrow().contains(message), run.error().get());
        assertTrue(
                workspace.sources.values().stream().allMatch(s -> s.equals(new Source())),
                "something is left");
    }

    @Test
    void readsLinesOfAnyLengthAndEndAndEdgesOfOthersNodes() throws IOException {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        String other = SOURCE.replace(Id.of("s", "s").toString(), Id.of("s", "t").toString());
        String edge =
                "{\"edge\":{\"id\":\"" + Id.of("e", "e") + "\",\"from\":\"A\",\"to\":\"B\"}}\n";
        Path file =
                write(
                        "HEADERSOURCE{\"node\":{\"id\":\"A\",\"properties\":{\"long\":\""
                                + "x".repeat(60_000)
                                + "\"}}}\r\n\r\n\n"
                                + edge
                                + other
                                + "{\"group\":{\"id\":\"B\",\"name\":{\"$erased\":\"A\"}}}\n"
                                + "{\"end\":{\"sources\":2,\"nodes\":2,\"edges\":1}}");
        ImportRun run = ImportsTesting.run(workspace, file, new NdjsonReader());
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(List.of(), run.warnings());
        assertEquals(1, workspace.source(Id.of("s", "s")).edges.size());
        assertEquals(new Value.Erased(Id.parse(A)), name(workspace, "t", B));
        ImportRun dry = ImportsTesting.dryRun(new SimulatedWorkspace(), file, new NdjsonReader());
        assertEquals(run.diff(), dry.diff());
    }

    @Test
    void whatIsSealedElsewhereIsReadAsErased() throws IOException {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        Path file =
                write(
                        "HEADERSOURCE{\"node\":{\"id\":\"A\",\"name\":[\"by \",{\"$sealed\":"
                                + "{\"subject\":\"B\",\"key\":3,\"bytes\":\"AAAA\"}}]}}\nEND");
        ImportRun run = ImportsTesting.run(workspace, file, new NdjsonReader());
        assertEquals(1, run.warnings().size());
        assertEquals(
                new Value.ListOf(List.of(Value.text("by "), new Value.Erased(Id.parse(B)))),
                name(workspace, "s", A));
    }

    @Test
    void readsOnlyWhatIsAnExport() throws IOException {
        NdjsonReader reader = new NdjsonReader();
        assertFalse(reader.reads(Place.at(write("{\"a\":1}\n"))));
        assertFalse(reader.reads(Place.at(write("[1]\n"))));
        assertFalse(reader.reads(Place.at(write("x"))));
        assertFalse(reader.reads(Place.at(folder)));
        Path other = Files.writeString(folder.resolve("graph.txt"), HEADER);
        assertFalse(reader.reads(Place.at(other)));
    }

    private void fill(RealWorkspace workspace) throws Exception {
        TestRepository repository = TestRepository.create(folder.resolve("project"));
        repository
                .write("src/App.java", "class App {}\n")
                .write(
                        "d.json",
                        "{\"nodes\":[{\"id\":\"n0\",\"caption\":\"A\\u2028\",\"position\":{\"x\":1,\"y\":2}},"
                                + "{\"id\":\"n1\",\"properties\":{\"big\":1e300,\"list\":[1,{\"$date\":0}]}}],"
                                + "\"relationships\":[{\"id\":\"n0\",\"fromId\":\"n0\",\"toId\":\"n1\"}]}")
                .commit("Begin, says Ada Lovelace");
        read(workspace, repository.path());
        Id node = shownAs(workspace, "App.java");
        workspace.person(ACTOR, new RenameNode(node, Value.text("What it is really called")));
        workspace.person(
                ACTOR, new DescribeNode(node, Properties.of("note", new Value.Date(20_000))));
        workspace.person(
                ACTOR,
                new ConnectNodes(
                        Id.of("e", "own"), node, node, "is", Properties.of("n", Value.integer(1))));
    }

    private static Id shownAs(RealWorkspace workspace, String name) {
        return workspace.graph().nodes("", name, 10, "").items().getFirst().id();
    }

    private static ImportRun read(RealWorkspace workspace, Path path) throws Exception {
        Imports imports = new Imports(workspace.workplace(), ParsersTesting::readers);
        ImportRun run = imports.start(Place.at(path), ImportsTesting.all());
        run.ended().join();
        return run;
    }

    private static byte[] export(RealGraphCopy copy) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NdjsonExport.write(copy, out);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Value name(SimulatedWorkspace workspace, String source, String node) {
        return Objects.requireNonNull(
                        workspace.source(Id.of("s", source)).nodes.get(Id.parse(node)))
                .name();
    }

    private Path write(String template) throws IOException {
        String text =
                template.replace("HEADER", HEADER)
                        .replace("SOURCE", SOURCE)
                        .replace("END", END)
                        .replace("\"A\"", '"' + A + '"')
                        .replace("\"B\"", '"' + B + '"')
                        .replace("\\n", "\n");
        return Files.writeString(folder.resolve("g.ndjson"), text);
    }
}
