package alchemist.domain.graph;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/**
 * All that a source states of a node or group.
 *
 * @param node its id
 * @param name the display name: a text, personal text, or list of texts some of which are personal;
 *     null: none
 * @param types its types
 * @param properties its properties
 * @param group the group that it is in, NONE for none
 * @param formsGroup it is a group itself
 */
public record NodeStatement(
        Id node,
        Value name,
        List<String> types,
        Properties properties,
        Id group,
        boolean formsGroup) {

    /** How the statement is stored and shown. */
    public static final Schema<NodeStatement> SCHEMA =
            Schema.<NodeStatement>record(
                            "node-statement", 1, "All that a source states of a node or group")
                    .id(1, "node", "the node", NodeStatement::node)
                    .required()
                    .value(2, "name", "the display name", NodeStatement::name)
                    .texts(3, "types", "its types", NodeStatement::types)
                    .properties(4, "properties", "its properties", NodeStatement::properties)
                    .id(5, "group", "the group it is in", NodeStatement::group)
                    .flag(6, "formsGroup", "it is a group itself", NodeStatement::formsGroup)
                    .make(
                            s ->
                                    new NodeStatement(
                                            s.id(1),
                                            s.value(2),
                                            s.list(3),
                                            s.properties(4),
                                            s.id(5),
                                            s.flag(6)));
}
