package alchemist.exchange.gexf;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.GraphFileReader.Claim;
import alchemist.exchange.graphfile.GraphFileReader.Format;
import alchemist.exchange.graphfile.XmlIn;

/** GEXF 1.2 and 1.3, with hierarchy and dynamics. */
public final class GexfFormat implements Format {
    @Override
    public String name() {
        return "gexf";
    }

    @Override
    public Claim claim(String fileName) {
        if (fileName.endsWith(".gexf")) {
            return Claim.SURE;
        }
        return fileName.endsWith(".xml") ? Claim.PERHAPS : Claim.NONE;
    }

    @Override
    public boolean looksLike(byte[] bytes) {
        return XmlIn.isRoot(bytes, "gexf");
    }

    @Override
    public void parse(byte[] bytes, FileGraph graph) throws ReadingFailed {
        new GexfParser(new XmlIn(bytes, graph, "GEXF"), graph).parse();
    }
}
