package alchemist.exchange.cypher;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.cypher.CypherGraph.LinkPattern;
import alchemist.exchange.cypher.CypherGraph.NodePattern;
import alchemist.exchange.cypher.CypherGraph.Path;
import alchemist.exchange.cypher.CypherLexer.Token;
import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates paths, and finds them again, from what rows bind. */
final class CypherPaths {
    private final CypherGraph graph;

    CypherPaths(CypherGraph graph) {
        this.graph = graph;
    }

    /**
     * Creates what a path has and the row does not bind, and binds it.
     *
     * @param at where the script is
     */
    void create(Path path, Map<String, Object> row, Token at) throws ReadingFailed, Unread {
        List<Thing> things = new ArrayList<>();
        for (NodePattern pattern : path.nodes()) {
            Object known = row.get(pattern.variable());
            if (known instanceof Thing thing) {
                things.add(thing);
            } else if (known != null) {
                throw new Unread("'" + pattern.variable() + "' as a node", at);
            } else {
                Thing thing = graph.create(pattern);
                things.add(thing);
                bind(pattern.variable(), thing, row);
            }
        }
        for (int i = 0; i < path.links().size(); i++) {
            LinkPattern pattern = path.links().get(i);
            boolean turned = pattern.from() && !pattern.to();
            Thing from = things.get(turned ? i + 1 : i);
            Thing to = things.get(turned ? i : i + 1);
            bind(pattern.variable(), graph.create(pattern, from, to), row);
        }
    }

    private static void bind(String variable, Object held, Map<String, Object> row) {
        if (!variable.isEmpty()) {
            row.put(variable, held);
        }
    }

    /** The rows in which a path is there, each with what it binds. */
    List<Map<String, Object>> matches(Path path, Map<String, Object> row) {
        List<Map<String, Object>> partial = new ArrayList<>();
        List<Thing> ends = new ArrayList<>();
        NodePattern first = path.nodes().getFirst();
        for (Thing thing :
                row.get(first.variable()) instanceof Thing bound
                        ? List.of(bound)
                        : graph.candidates(first)) {
            if (CypherGraph.fits(thing, first)) {
                Map<String, Object> extended = new HashMap<>(row);
                bind(first.variable(), thing, extended);
                partial.add(extended);
                ends.add(thing);
            }
        }
        for (int i = 0; i < path.links().size(); i++) {
            LinkPattern pattern = path.links().get(i);
            NodePattern next = path.nodes().get(i + 1);
            List<Map<String, Object>> longer = new ArrayList<>();
            List<Thing> further = new ArrayList<>();
            for (int j = 0; j < partial.size() && longer.size() < CypherScript.MAX_ROWS; j++) {
                for (Link link : graph.links(ends.get(j), pattern)) {
                    Thing other = link.from().equals(ends.get(j)) ? link.to() : link.from();
                    Object bound = partial.get(j).get(next.variable());
                    if (CypherGraph.fits(other, next) && (bound == null || bound.equals(other))) {
                        Map<String, Object> extended = new HashMap<>(partial.get(j));
                        bind(next.variable(), other, extended);
                        bind(pattern.variable(), link, extended);
                        longer.add(extended);
                        further.add(other);
                    }
                }
            }
            partial = longer;
            ends = further;
        }
        return partial;
    }
}
