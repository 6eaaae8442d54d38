package alchemist.exchange.rdf;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileText;
import alchemist.exchange.graphfile.GraphFileReader.Claim;
import alchemist.exchange.graphfile.GraphFileReader.Format;

/** RDF as Turtle, and as N-Triples, which are Turtle as well. */
public final class TurtleFormat implements Format {
    @Override
    public String name() {
        return "turtle";
    }

    @Override
    public Claim claim(String fileName) {
        return fileName.endsWith(".ttl") || fileName.endsWith(".nt") || fileName.endsWith(".turtle")
                ? Claim.SURE
                : Claim.NONE;
    }

    @Override
    public boolean looksLike(byte[] bytes) {
        return true;
    }

    @Override
    public void parse(byte[] bytes, FileGraph graph) throws ReadingFailed {
        String text = FileText.of(bytes, graph.where());
        Vocabulary vocabulary = new Vocabulary();
        RdfGraph rdf = new RdfGraph(graph, vocabulary);
        new TurtleParser(text, graph.where(), vocabulary, rdf).parse();
        rdf.end();
        if (graph.things().isEmpty()) {
            if (text.isBlank()) {
                throw new ReadingFailed(graph.where() + " is no Turtle: it is empty");
            }
            if (!text.contains(TurtleExport.HEADER)) {
                graph.warn("", "it states nothing");
            }
        }
    }
}
