package alchemist.domain.graph;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;

/**
 * All that a source states of an edge.
 *
 * @param edge its id
 * @param from the node that it leaves
 * @param to the node that it enters
 * @param type its relation; may be empty
 * @param properties its properties
 */
public record EdgeStatement(Id edge, Id from, Id to, String type, Properties properties) {
    /** How the statement is stored and shown. */
    public static final Schema<EdgeStatement> SCHEMA =
            Schema.<EdgeStatement>record("edge-statement", 1, "All that a source states of an edge")
                    .id(1, "edge", "the edge", EdgeStatement::edge)
                    .required()
                    .id(2, "from", "the node it leaves", EdgeStatement::from)
                    .required()
                    .id(3, "to", "the node it enters", EdgeStatement::to)
                    .required()
                    .text(4, "type", "its relation", EdgeStatement::type)
                    .properties(5, "properties", "its properties", EdgeStatement::properties)
                    .make(
                            s ->
                                    new EdgeStatement(
                                            s.id(1), s.id(2), s.id(3), s.text(4), s.properties(5)));
}
