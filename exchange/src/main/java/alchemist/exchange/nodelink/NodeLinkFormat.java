package alchemist.exchange.nodelink;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileText;
import alchemist.exchange.graphfile.GraphFileReader.Claim;
import alchemist.exchange.graphfile.GraphFileReader.Format;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import java.nio.charset.StandardCharsets;

/**
 * Graphs as JSON: node-link data of NetworkX and d3, graphology, Cytoscape.js, PG-JSON, JSON Graph
 * Format, vis.js. They are told apart by their shape.
 */
public final class NodeLinkFormat implements Format {
    @Override
    public String name() {
        return "node-link";
    }

    @Override
    public Claim claim(String fileName) {
        if (fileName.endsWith(".cyjs") || fileName.endsWith(".jgf")) {
            return Claim.SURE;
        }
        return fileName.endsWith(".json") ? Claim.PERHAPS : Claim.NONE;
    }

    @Override
    public boolean looksLike(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean lists = text.contains("\"nodes\"") || text.contains("\"data\"");
        if (!lists || text.contains("\"@context\"")) {
            return false;
        }
        try {
            NodeLinkFile file = NodeLinkFile.read(new JsonReader(FileText.utf8(bytes, "")));
            return file.isGraph();
        } catch (ReadingFailed e) {
            return false;
        } catch (MalformedJson e) {
            // cut off or damaged, but meant to be one
            boolean ends = text.contains("\"source\"") && text.contains("\"target\"");
            boolean edges = text.contains("\"links\"") || text.contains("\"edges\"");
            return text.contains("\"nodes\"") && edges && ends;
        }
    }

    @Override
    public void parse(byte[] bytes, FileGraph graph) throws ReadingFailed {
        JsonReader json = new JsonReader(FileText.utf8(bytes, graph.where()));
        try {
            NodeLinkFile file = NodeLinkFile.read(json);
            if (!file.isGraph()) {
                throw json.error("it has no lists of nodes and of edges");
            }
            new NodeLinkParser(file, json.bytes(), graph).parse();
        } catch (MalformedJson e) {
            throw new ReadingFailed(graph.where() + " is no graph as JSON: " + e.getMessage(), e);
        }
    }
}
