package alchemist.exchange;

import alchemist.exchange.graphml.GraphMlExport;
import alchemist.exchange.ndjson.NdjsonExport;
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
            "the past; the ontology; who states what, and what is stated but not shown; that times,"
                    + " lists, maps and points are no texts; what XML cannot hold, as U+FFFD");

    private final String text;
    private final String mediaType;
    private final String losses;

    ExportFormat(String text, String mediaType, String losses) {
        this.text = text;
        this.mediaType = mediaType;
        this.losses = losses;
    }

    /** Its name, also that of its files behind the dot. */
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
        }
    }
}
