package alchemist.exchange.arrows;

import static alchemist.exchange.imports.ImportsTesting.dryRun;
import static alchemist.exchange.imports.ImportsTesting.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.FileKeys;
import alchemist.exchange.Place;
import alchemist.exchange.Shared;
import alchemist.exchange.imports.Diff;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArrowsReaderTest {
    private final ArrowsReader reader = new ArrowsReader(FileKeys.BY_PATH);
    private final SimulatedWorkspace workspace = new SimulatedWorkspace();
    @TempDir Path folder;

    @Test
    void readsARealDiagramWhole() throws IOException {
        Path file = Shared.data("inputs/lender/keco-v6-04012025.json");
        assertEquals(ImportState.APPLIED, run(workspace, file, reader).state());
        Source source = workspace.only();
        assertEquals(108, source.nodes.size());
        assertEquals(145, source.edges.size());
        assertEquals(13, source.edges.values().stream().filter(e -> e.type().isEmpty()).count());
        assertEquals(
                3,
                source.nodes.values().stream()
                        .filter(n -> n.name().equals(Value.text("Borrower")))
                        .count());
    }

    @Test
    void keepsCaptionLabelsPropertiesPositionAndStyle() throws IOException {
        Path file =
                diagram(
                        """
                        {"style": {"font-family": "serif"},
                         "nodes": [
                          {"id": "n0", "position": {"x": 12.5, "y": -3}, "caption": "Order",
                           "labels": ["Aggregate", "Root"],
                           "properties": {"since": "2019", "size": 3, "open": true, "tags": ["a", 1.5]},
                           "style": {"node-color": "#fff", "radius": 50}}],
                         "relationships": []}
                        """);
        run(workspace, file, reader);
        NodeStatement node = workspace.only().nodes.values().iterator().next();
        assertEquals(Value.text("Order"), node.name());
        assertEquals(List.of("Aggregate", "Root"), node.types());
        assertEquals(new Value.Point(7203, 12.5, -3, 0), node.properties().find("position"));
        assertEquals(Value.text("2019"), node.properties().find("since"));
        assertEquals(Value.integer(3), node.properties().find("size"));
        assertEquals(Value.flag(true), node.properties().find("open"));
        assertEquals(
                new Value.ListOf(List.of(Value.text("a"), new Value.Real(1.5))),
                node.properties().find("tags"));
        assertEquals(Value.text("#fff"), node.properties().find("style.node-color"));
        assertEquals(Value.integer(50), node.properties().find("style.radius"));
    }

    @Test
    void keepsNodesAndRelationshipsOfTheSameIdApartAndEveryKindOfEdge() throws IOException {
        Path file =
                diagram(
                        """
                        {"nodes": [{"id": "n1", "caption": "A"}, {"id": "n2", "caption": "A"}],
                         "relationships": [
                          {"id": "n1", "fromId": "n1", "toId": "n2", "type": "to"},
                          {"id": "n2", "fromId": "n1", "toId": "n2", "type": "to"},
                          {"id": "n3", "fromId": "n1", "toId": "n1", "type": "self"},
                          {"id": "n4", "fromId": "n2", "toId": "n1", "type": "",
                           "properties": {"note": "none"}, "style": {"arrow-width": 2}},
                          {"id": "n5", "fromId": "n2", "toId": "n1"}]}
                        """);
        ImportRun run = run(workspace, file, reader);
        Source source = workspace.only();
        assertEquals(2, source.nodes.size());
        assertEquals(5, source.edges.size());
        assertEquals(List.of(), run.warnings());
        EdgeStatement untyped =
                source.edges.values().stream()
                        .filter(e -> e.properties().find("note") != null)
                        .findFirst()
                        .orElseThrow();
        assertEquals("", untyped.type());
        assertEquals(Value.integer(2), untyped.properties().find("style.arrow-width"));
    }

    @Test
    void readsTheFormThatTheAppKeepsForItselfWithClustersAsGroups() throws IOException {
        Path file =
                diagram(
                        """
                        {"graph": {"nodes": [{"id": "n0", "caption": "A", "labels": null},
                                             {"id": 7, "caption": null, "properties": null}],
                                   "relationships": [{"id": "r", "fromId": "n0", "toId": 7}]},
                         "gangs": [{"id": "c0", "caption": "Cluster", "type": "cluster",
                                    "position": {"x": 0, "y": 0},
                                    "members": [{"nodeId": "n0", "position": {"x": 1, "y": 2}}]}]}
                        """);
        assertEquals(List.of(), run(workspace, file, reader).warnings());
        Source source = workspace.only();
        NodeStatement group =
                source.nodes.values().stream()
                        .filter(NodeStatement::formsGroup)
                        .findFirst()
                        .orElseThrow();
        assertEquals(Value.text("Cluster"), group.name());
        NodeStatement member =
                source.nodes.values().stream()
                        .filter(n -> n.name().equals(Value.text("A")))
                        .findFirst()
                        .orElseThrow();
        assertEquals(group.node(), member.group());
        assertEquals(1, source.edges.size());
    }

    @Test
    void anAuthorsOwnPropertyIsNotReplacedByWhereANodeStandsOrHowItLooks() throws IOException {
        Path file =
                diagram(
                        """
                        {"nodes": [{"id": "n0", "position": {"x": 1, "y": 2},
                                    "properties": {"position": "first", "style.color": "mine"},
                                    "style": {"color": "red"}}],
                         "relationships": []}
                        """);
        ImportRun run = run(workspace, file, reader);
        NodeStatement node = workspace.only().nodes.values().iterator().next();
        assertEquals(Value.NULL, node.name());
        assertEquals(Value.text("first"), node.properties().find("position"));
        assertEquals(new Value.Point(7203, 1, 2, 0), node.properties().find("style.position"));
        assertEquals(Value.text("mine"), node.properties().find("style.color"));
        assertEquals(1, run.warnings().size());
    }

    @Test
    void tellsWhatItLeavesOut() throws IOException {
        Path file =
                diagram(
                        """
                        {"nodes": [{"id": "n0", "shape": "round"}],
                         "relationships": [{"id": "r", "fromId": "n0", "toId": "n9"}],
                         "gangs": [{"id": "c", "members": [{"nodeId": "n8"}]}],
                         "zoom": {"level": [1, {"a": null}]}}
                        """);
        ImportRun run = run(workspace, file, reader);
        assertEquals(0, workspace.only().edges.size());
        String told = run.warnings().toString();
        assertTrue(told.contains("nodes[].shape"), told);
        assertTrue(told.contains("'zoom'"), told);
        assertTrue(told.contains("relationships[0]"), told);
        assertTrue(told.contains("'n9'"), told);
        assertTrue(told.contains("'n8'"), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"nodes\": [{\"id\": \"n0\"}, {\"caption\": \"B\"}]}|nodes[1] lacks the field 'id'",
                "{\"nodes\": [{\"id\": \"n0\"}, {\"id\": \"n0\"}]}|nodes[1] has the id 'n0', which nodes[0] has",
                "{\"nodes\": [{\"id\": \"n0\"}, 7]}|nodes[1] must be OBJECT, not NUMBER",
                "{\"nodes\": [{\"id\": \"n0\", \"labels\": \"A\"}]}|nodes[0].labels must be ARRAY",
                "{\"nodes\": [{\"id\": \"n0\", \"labels\": [3]}]}|nodes[0].labels[0] must be TEXT",
                "{\"nodes\": [{\"id\": true}]}|nodes[0].id must be TEXT",
                "{\"nodes\": [{\"id\": \"n0\", \"position\": {\"x\": 1}}]}|nodes[0].position needs two finite",
                "{\"nodes\": [{\"id\": \"n0\", \"position\": {\"x\": 1e999, \"y\": 0}}]}|the number is too large",
                "{\"nodes\": [{\"id\": \"n0\", \"properties\": []}]}|nodes[0].properties must be OBJECT",
                "{\"nodes\": {}, \"relationships\": []}|ARRAY is expected",
                "{\"relationships\": []}|the list 'nodes' is missing",
                "{\"nodes\": [{\"id\": \"n0\"}], \"relationships\": [{\"id\": \"r\", \"fromId\": \"n0\"}]}"
                        + "|relationships[0] lacks the field 'toId'",
                "{\"nodes\": [], \"relationships\": [{\"id\": \"r\", \"fromId\": \"a\", \"toId\": \"b\"},"
                        + "{\"id\": \"r\", \"fromId\": \"a\", \"toId\": \"b\"}]}"
                        + "|relationships[1] has the id 'r', which relationships[0] has",
                "{\"nodes\": [{\"id\": \"n0\", \"caption\": \"cut|a string without end (line 1",
                "{\"nodes\": [{\"id\": \"n0\"}]} x|'x' begins no value",
                "[]|OBJECT is expected",
            })
    void saysWhatIsWrongAndWhere(String json, String message) {
        String error = "";
        try {
            ArrowsDiagram.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "d.json");
        } catch (alchemist.exchange.ReadingFailed e) {
            error = e.what();
        }
        assertTrue(error.startsWith("d.json is no diagram of arrows.app: "), error);
        assertTrue(error.contains(message), error);
    }

    @Test
    void refusesWhatNestsTooDeepAndKeepsNumbersThatAreTooLarge() throws IOException {
        String deep = "[".repeat(4000) + "]".repeat(4000);
        Path file =
                diagram(
                        "{\"nodes\": [{\"id\": \"n\", \"caption\": \"x\", \"position\": {\"x\":0,\"y\":0},"
                                + "\"properties\": {\"p\": "
                                + deep
                                + "}}], \"relationships\": []}");
        ImportRun failed = run(workspace, file, reader);
        assertEquals(ImportState.FAILED, failed.state());
        assertTrue(failed.error().orElseThrow().contains("nested deeper"), failed.error().get());
        assertEquals(List.of(), workspace.commands);

        diagram(
                """
                {"nodes": [{"id": "n", "properties": {
                  "long": 9223372036854775807, "longer": 9223372036854775808, "longest": 1e400,
                  "deep": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],
                  "control": "a\\u0000b\\u001b[31m", "nothing": null}}],
                 "relationships": []}
                """);
        assertEquals(ImportState.APPLIED, run(workspace, file, reader).state());
        NodeStatement node = workspace.only().nodes.values().iterator().next();
        assertEquals(Value.integer(Long.MAX_VALUE), node.properties().find("long"));
        assertEquals(new Value.Real(0x1p63), node.properties().find("longer"));
        assertEquals(Value.text("1e400"), node.properties().find("longest"));
        assertEquals(Value.text("a\u0000b\u001b[31m"), node.properties().find("control"));
        assertFalse(node.properties().keys().contains("nothing"));
        assertNotNull(node.properties().find("deep"));
        assertEquals(ImportState.UNCHANGED, run(workspace, file, reader).state());
    }

    @Test
    void readsTheSameAgainWithoutACommandAndOnlyWhatDiffersAfterAChange() throws IOException {
        Path file = diagram(shop("Order", "places"));
        ImportRun dry = dryRun(workspace, file, reader);
        assertEquals(List.of(), workspace.commands);
        ImportRun first = run(workspace, file, reader);
        assertEquals(dry.diff(), first.diff());
        assertEquals(new Diff.Count(2, 1), first.diff().added());
        int commands = workspace.commands.size();
        ImportRun again = run(workspace, file, reader);
        assertEquals(ImportState.UNCHANGED, again.state());
        assertEquals(commands, workspace.commands.size());

        diagram(shop("Purchase", "places"));
        ImportRun changed = run(workspace, file, reader);
        assertEquals(new Diff.Count(1, 0), changed.diff().changed());
        assertTrue(changed.diff().tree().contains("Purchase"), changed.diff().tree());

        diagram("{\"nodes\": [{\"id\": \"a\", \"caption\": \"Customer\"}], \"relationships\": []}");
        ImportRun less = run(workspace, file, reader);
        assertEquals(new Diff.Count(1, 1), less.diff().withdrawn());
        assertEquals(1, workspace.only().nodes.size());
    }

    @Test
    void knowsDiagramsFromOtherFiles() throws IOException {
        assertTrue(reader.reads(Place.at(diagram(shop("Order", "places")))));
        assertTrue(reader.reads(Place.at(diagram("\uFEFF" + shop("Order", "places")))));
        assertTrue(reader.reads(Place.at(diagram(shop("Order", "x").substring(0, 120)))));
        assertFalse(reader.reads(Place.at(diagram("{\"nodes\": 3, \"relationships\": []}"))));
        assertFalse(reader.reads(Place.at(diagram("{\"nodes\": [], \"edges\": []}"))));
        assertFalse(reader.reads(Place.at(diagram("[{\"nodes\": [], \"relationships\": []}]"))));
        assertFalse(reader.reads(Place.at(diagram("{\"nodes\": [}"))));
        assertFalse(reader.reads(Place.at(diagram(""))));
        assertFalse(reader.reads(Place.at(folder)));
        Path other = Files.writeString(folder.resolve("shop.txt"), shop("Order", "places"));
        assertFalse(reader.reads(Place.at(other)));
    }

    private static String shop(String name, String relation) {
        return """
        {"nodes": [{"id": "a", "position": {"x": 0, "y": 0}, "caption": "Customer"},
                   {"id": "b", "position": {"x": 9, "y": 0}, "caption": "%s"}],
         "relationships": [{"id": "a", "fromId": "a", "toId": "b", "type": "%s"}]}
        """
                .formatted(name, relation);
    }

    private Path diagram(String json) throws IOException {
        return Files.writeString(folder.resolve("diagram.json"), json);
    }
}
