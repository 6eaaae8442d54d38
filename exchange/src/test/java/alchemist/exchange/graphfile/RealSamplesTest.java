package alchemist.exchange.graphfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Shared;
import alchemist.exchange.formats.ExportFormat;
import alchemist.exchange.graphfile.GraphFilesTesting.Read;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of others: what is read of each was counted by other means, which stand beside. */
final class RealSamplesTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        // grep -o '<node\b', '<edge\b'; 'yfiles.foldertype' of yEd; two <graph> are two groups
        "graphml, networkx-osmnx-single-node.graphml, 1, 0, 0",
        "graphml, yed-nested-groups-state-machine.graphml, 15, 11, 4",
        "graphml, two-graphs-attribute-defaults.graphml, 15, 35, 2",
        // pydot: nodes, edges and subgraphs called cluster…
        "dot, from-past-to-future-clusters.dot, 17, 39, 17",
        "dot, module-dependencies-strict-nested-clusters.dot, 3, 2, 9",
        // by hand: a--b, a--c, b--d, c--d and {e f} times {x y}
        "dot, undirected-edge-chains-to-subgraphs.dot, 8, 8, 0",
        // grep -o '<node\b', '<edge\b'; of the hierarchy a, b and e hold others
        "gexf, nested-hierarchy-1.3.gexf, 7, 9, 3",
        "gexf, polinode-survey-1.2.gexf, 10, 20, 0",
        // by hand: at the end node 2 is there no more, with its edges 1 and 3
        "gexf, web-changing-over-time-1.2-dynamic.gexf, 3, 3, 0",
        // Python's json: len(nodes), len(edges); of the compound ones b and e are parents
        "node-link, cytoscape-elements-compound.json, 4, 2, 2",
        "node-link, graphology-les-miserables.json, 77, 254, 0",
        "node-link, pg-json-odd-identifiers.json, 15, 1, 0",
        // grep 'CREATE (x:Y {' and ']->(' but for the MATCH at the end
        "cypher, movies.cypher, 171, 253, 0",
        "cypher, ddl-then-create-tree.cypher, 15, 14, 0",
        // by hand: each variable with a label is a node, each MERGE with an arrow an edge
        "cypher, merge-then-graphql-garbage.cypher, 19, 16, 0",
        // rdflib: resources but for those that are types only; statements that join resources
        "turtle, biogrid-associations.ttl, 192, 331, 0",
        "turtle, nom-recipe-shapes.ttl, 27, 24, 0",
        "turtle, personinfo-ontology.owl.ttl, 343, 649, 0",
        "json-ld, nom-recipe-graph.jsonld, 27, 24, 0",
        "json-ld, organization-data.jsonld, 3, 2, 0",
        // rdflib, with {"@vocab": "https://schema.org/"} in place of the context elsewhere
        "json-ld, pina-colada-recipe.jsonld, 10, 9, 0",
    })
    void everySampleIsReadWhole(String format, String file, int nodes, int edges, int groups)
            throws Exception {
        Read read = GraphFilesTesting.read(format, sample(format, file));
        assertEquals(
                nodes + " nodes, " + edges + " edges, " + groups + " groups",
                read.nodes()
                        + " nodes, "
                        + read.source().edges.size()
                        + " edges, "
                        + read.groups()
                        + " groups",
                () -> read.warnings().toString());
        // What was read can be written, read and written again, and is the same.
        ExportFormat export = ExportFormat.of(format);
        String first = GraphFilesTesting.export(export, read.source());
        Path written = Files.writeString(folder.resolve("again." + export.ending()), first);
        Read again = GraphFilesTesting.read(format, written);
        assertEquals(first, GraphFilesTesting.export(export, again.source()));
    }

    @Test
    void theyAreCalledAsPeopleCallThem() throws Exception {
        Read states = read("graphml", "yed-nested-groups-state-machine.graphml");
        assertEquals("active", states.groupOf("alive"));
        Read past = read("dot", "from-past-to-future-clusters.dot");
        assertEquals("Chaos / Fractals", past.groupOf("Chaos_icon"));
        Read survey = read("gexf", "polinode-survey-1.2.gexf");
        assertTrue(survey.edges().getFirst().startsWith("Alphonso Delarosa"), survey.toString());
        Read people = read("node-link", "graphology-les-miserables.json");
        people.named("Valjean");
        Read movies = read("cypher", "movies.cypher");
        assertTrue(movies.edges().contains("Keanu Reeves -ACTED_IN> The Matrix"));
        Read recipe = read("json-ld", "pina-colada-recipe.jsonld");
        assertTrue(
                recipe.edges().contains("Non-Alcoholic Piña Colada -sdo:author> Mary Stone"),
                recipe.edges().toString());
        Read gene = read("turtle", "nom-recipe-shapes.ttl");
        assertTrue(gene.edges().contains("Pancake -nom:madeFrom> Batter"), gene.edges().toString());
    }

    private static Read read(String format, String file) throws Exception {
        return GraphFilesTesting.read(format, sample(format, file));
    }

    private static Path sample(String format, String file) {
        String within =
                switch (format) {
                    case "node-link" -> "node-link-json";
                    case "cypher" -> "cypher-create";
                    default -> format;
                };
        return Shared.data("inputs/" + within + "/" + file);
    }
}
