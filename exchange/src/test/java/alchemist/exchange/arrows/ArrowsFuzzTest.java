package alchemist.exchange.arrows;

import alchemist.exchange.FileKeys;
import alchemist.exchange.ReaderFuzz;
import java.util.List;

/** Diagrams of arrows.app. */
final class ArrowsFuzzTest extends ReaderFuzz {
    ArrowsFuzzTest() {
        super(new ArrowsReader(FileKeys.BY_PATH), "a.json");
    }

    @Override
    protected List<byte[]> seeds() {
        String graph =
                """
                {"nodes": [
                  {"id": "n0", "caption": "Ann", "labels": ["Person"],
                   "position": {"x": 1.5, "y": -2e3}, "properties": {"age": "41"},
                   "style": {"node-color": "#ff0000"}},
                  {"id": "n1", "position": {"x": 0, "y": 0}, "caption": "",
                   "labels": [], "properties": {}, "style": {}}],
                 "relationships": [
                  {"id": "r0", "fromId": "n0", "toId": "n1", "type": "KNOWS",
                   "properties": {"since": "1999"}, "style": {}}],
                 "style": {"font-family": "sans-serif"}}
                """;
        String kept =
                "{\"graph\": "
                        + graph
                        + ", \"gangs\": [{\"id\": \"g0\", \"initialPosition\": {\"x\": 1, \"y\":"
                        + " 2}, \"caption\": \"g\", \"type\": \"cluster\", \"members\":"
                        + " [{\"nodeId\": \"n0\", \"position\": {\"x\": 1, \"y\": 2}}]}]}";
        return List.of(bytes(graph), bytes(kept), bytes("{\"nodes\":[],\"relationships\":[]}"));
    }
}
