package alchemist.exchange.cypher;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileText;
import alchemist.exchange.graphfile.GraphFileReader.Claim;
import alchemist.exchange.graphfile.GraphFileReader.Format;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Scripts in Cypher: what they create and merge is read, nothing is carried out. */
public final class CypherFormat implements Format {
    private static final Pattern CREATES =
            Pattern.compile("\\b(CREATE|MERGE)\\s*(\\w+\\s*=\\s*)?\\(", Pattern.CASE_INSENSITIVE);
    private static final int SNIFFED = 1 << 16;

    @Override
    public String name() {
        return "cypher";
    }

    @Override
    public Claim claim(String fileName) {
        if (fileName.endsWith(".cypher") || fileName.endsWith(".cyp")) {
            return Claim.SURE;
        }
        // Cassandra's queries have the same ending.
        return fileName.endsWith(".cql") ? Claim.PERHAPS : Claim.NONE;
    }

    @Override
    public boolean looksLike(byte[] bytes) {
        String head =
                new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.ISO_8859_1);
        return CREATES.matcher(head).find();
    }

    @Override
    public void parse(byte[] bytes, FileGraph graph) throws ReadingFailed {
        String text = FileText.of(bytes, graph.where());
        new CypherScript(new CypherLexer(text, graph.where()), graph).read();
    }
}
