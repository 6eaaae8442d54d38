package alchemist.exchange.graphml;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.GraphFileReader.Claim;
import alchemist.exchange.graphfile.GraphFileReader.Format;
import alchemist.exchange.graphfile.XmlIn;

/** GraphML, also as yEd, NetworkX, Gephi, igraph and Neo4j write it. */
public final class GraphMlFormat implements Format {
    @Override
    public String name() {
        return "graphml";
    }

    @Override
    public Claim claim(String fileName) {
        if (fileName.endsWith(".graphml")) {
            return Claim.SURE;
        }
        return fileName.endsWith(".xml") ? Claim.PERHAPS : Claim.NONE;
    }

    @Override
    public boolean looksLike(byte[] bytes) {
        return XmlIn.isRoot(bytes, "graphml");
    }

    @Override
    public void parse(byte[] bytes, FileGraph graph) throws ReadingFailed {
        new GraphMlParser(new XmlIn(bytes, graph, "GraphML"), graph).parse();
    }
}
