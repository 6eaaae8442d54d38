package alchemist.exchange.formats;

import alchemist.exchange.Reader;
import alchemist.exchange.architecture.ArchitectureReader;
import alchemist.exchange.arrows.ArrowsReader;
import alchemist.exchange.code.CodeReader;
import alchemist.exchange.code.Parsers;
import alchemist.exchange.cypher.CypherFormat;
import alchemist.exchange.dot.DotFormat;
import alchemist.exchange.folder.FolderReader;
import alchemist.exchange.gexf.GexfFormat;
import alchemist.exchange.git.GitReader;
import alchemist.exchange.git.Histories;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.graphfile.GraphFileReader;
import alchemist.exchange.graphml.GraphMlFormat;
import alchemist.exchange.markdown.MarkdownReader;
import alchemist.exchange.ndjson.NdjsonReader;
import alchemist.exchange.nodelink.NodeLinkFormat;
import alchemist.exchange.rdf.JsonLdFormat;
import alchemist.exchange.rdf.TurtleFormat;
import alchemist.exchange.tables.TablesReader;
import java.util.List;

/** The readers that there are. */
public final class Readers {
    private Readers() {}

    /**
     * New readers for one run, which share what they find out about repositories, in the order in
     * which they read a place.
     *
     * @param parsers that outline files of code
     */
    public static List<Reader> ofOneRun(Parsers parsers) {
        return ofOneRun(parsers, new Histories());
    }

    /**
     * The same, that need not wait for what was begun before.
     *
     * @param histories of repositories, that are gone through already
     */
    public static List<Reader> ofOneRun(Parsers parsers, Histories histories) {
        Repositories repositories = new Repositories(histories);
        return List.of(
                new GitReader(repositories),
                new FolderReader(repositories),
                new MarkdownReader(repositories),
                new CodeReader(repositories, parsers),
                new ArchitectureReader(repositories),
                new ArrowsReader(repositories),
                new NdjsonReader(),
                new TablesReader(repositories),
                new GraphFileReader(new GraphMlFormat(), repositories),
                new GraphFileReader(new DotFormat(), repositories),
                new GraphFileReader(new GexfFormat(), repositories),
                new GraphFileReader(new NodeLinkFormat(), repositories),
                new GraphFileReader(new CypherFormat(), repositories),
                new GraphFileReader(new TurtleFormat(), repositories),
                new GraphFileReader(new JsonLdFormat(), repositories));
    }
}
