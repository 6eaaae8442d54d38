package alchemist.exchange.formats;

import alchemist.exchange.GraphCopy;
import alchemist.exchange.cypher.CypherExport;
import alchemist.exchange.dot.DotExport;
import alchemist.exchange.gexf.GexfExport;
import alchemist.exchange.graphml.GraphMlExport;
import alchemist.exchange.ndjson.NdjsonExport;
import alchemist.exchange.nodelink.NodeLinkExport;
import alchemist.exchange.rdf.JsonLdExport;
import alchemist.exchange.rdf.TurtleExport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** The formats in which a graph is written. */
public enum ExportFormat {
    /** Lines of JSON: who states what, to be read back. */
    NDJSON(
            "ndjson",
            "application/x-ndjson",
            "the past; the ontology; which nodes are merged; what people deny or retired; of two who"
                    + " differ and are trusted alike, who spoke last"),

    /** GraphML: what is shown, for other programs. */
    GRAPHML(
            "graphml",
            "application/graphml+xml",
            Losses.SHOWN + "; what XML cannot hold, as U+FFFD"),

    /** DOT: what is shown, to be drawn by Graphviz. */
    DOT("dot", "text/vnd.graphviz", "gv", Losses.SHOWN),

    /** GEXF: what is shown, for Gephi. */
    GEXF("gexf", "application/xml", Losses.SHOWN + "; what XML cannot hold, as U+FFFD"),

    /** Node-link JSON: what is shown, for NetworkX, d3 and others. */
    NODE_LINK("node-link", "application/json", "json", Losses.SHOWN),

    /** Cypher: what is shown, as a script for graph databases. */
    CYPHER("cypher", "application/x-cypher-query", Losses.SHOWN),

    /** Turtle: what is shown, as RDF. */
    TURTLE("turtle", "text/turtle", "ttl", Losses.SHOWN + Losses.RDF),

    /** JSON-LD: what is shown, as RDF. */
    JSON_LD("json-ld", "application/ld+json", "jsonld", Losses.SHOWN + Losses.RDF);

    /** What several formats cannot hold. */
    private static final class Losses {
        static final String SHOWN =
                "the past; the ontology; who states what, and what is stated but not shown; that"
                        + " names and values are personal";
        static final String RDF =
                "; properties of edges; edges of one type between the same nodes but one";
    }

    private final String text;
    private final String mediaType;
    private final String ending;
    private final String losses;

    ExportFormat(String text, String mediaType, String losses) {
        this(text, mediaType, text, losses);
    }

    ExportFormat(String text, String mediaType, String ending, String losses) {
        this.text = text;
        this.mediaType = mediaType;
        this.ending = ending;
        this.losses = losses;
    }

    /** What stands behind the dot in the names of its files. */
    public String ending() {
        return ending;
    }

    /** Its name. */
    public String text() {
        return text;
    }

    /** The media type of what is written. */
    public String mediaType() {
        return mediaType;
    }

    /** What of a graph it cannot hold, for people. */
    public String losses() {
        return losses;
    }

    /** Whether it holds who states what, rather than what is shown. */
    public boolean isOfStatements() {
        return this == NDJSON;
    }

    /** The names of all. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ExportFormat::text).toList();
    }

    /** The one of a name that is among {@link #names}. */
    public static ExportFormat of(String name) {
        for (ExportFormat format : values()) {
            if (format.text.equals(name)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                "'" + name + "' is none of " + String.join(", ", names()));
    }

    /** Writes a graph. Holds the ids of its things in memory, never all of them. */
    public void write(GraphCopy graph, OutputStream out) throws IOException {
        switch (this) {
            case NDJSON -> NdjsonExport.write(graph, out);
            case GRAPHML -> GraphMlExport.write(graph, out);
            case DOT -> DotExport.write(graph, out);
            case GEXF -> GexfExport.write(graph, out);
            case NODE_LINK -> NodeLinkExport.write(graph, out);
            case CYPHER -> CypherExport.write(graph, out);
            case TURTLE -> TurtleExport.write(graph, out);
            case JSON_LD -> JsonLdExport.write(graph, out);
        }
    }
}
