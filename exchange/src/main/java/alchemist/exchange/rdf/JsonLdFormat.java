package alchemist.exchange.rdf;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileText;
import alchemist.exchange.graphfile.GraphFileReader.Claim;
import alchemist.exchange.graphfile.GraphFileReader.Format;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import java.nio.charset.StandardCharsets;

/** RDF as JSON-LD; contexts that are elsewhere are never fetched. */
public final class JsonLdFormat implements Format {
    @Override
    public String name() {
        return "json-ld";
    }

    @Override
    public Claim claim(String fileName) {
        if (fileName.endsWith(".jsonld")) {
            return Claim.SURE;
        }
        return fileName.endsWith(".json") ? Claim.PERHAPS : Claim.NONE;
    }

    @Override
    public boolean looksLike(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("\"@context\"")
                && (text.contains("\"@id\"")
                        || text.contains("\"@type\"")
                        || text.contains("\"@graph\""));
    }

    @Override
    public void parse(byte[] bytes, FileGraph graph) throws ReadingFailed {
        byte[] utf8 = FileText.utf8(bytes, graph.where());
        try {
            // Says where it is malformed, and keeps what nests without end from who reads it.
            JsonReader json = new JsonReader(utf8);
            json.skip();
            json.end();
        } catch (MalformedJson e) {
            throw new ReadingFailed(graph.where() + " is no JSON-LD: " + e.getMessage(), e);
        }
        new JsonLdReading(utf8, graph).read();
        if (graph.things().isEmpty()
                && !new String(utf8, StandardCharsets.UTF_8).startsWith(JsonLdExport.HEADER)) {
            graph.warn("", "it states nothing: no name in it has a meaning by its @context");
        }
    }
}
