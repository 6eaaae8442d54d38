package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.CURSOR;
import static alchemist.gateway.answers.Answers.name;
import static alchemist.gateway.answers.Answers.position;
import static alchemist.gateway.answers.Answers.written;
import static alchemist.gateway.answers.StatementAnswers.PROPERTY;
import static alchemist.gateway.answers.StatementAnswers.SOURCE_REF;
import static alchemist.gateway.answers.StatementAnswers.STATEMENT;

import alchemist.graph.read.GroupRef;
import alchemist.graph.read.NeighborCount;
import alchemist.graph.read.NodePage;
import alchemist.graph.read.NodeRead;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Nodes and groups as the API shows them. */
public final class NodeAnswers {
    private NodeAnswers() {}

    /** The group that something is in. */
    public static final Schema<GroupRef> GROUP_REF =
            written(
                    name(
                            Schema.<GroupRef>record("group-ref", 1, "The group that a thing is in")
                                    .id(1, "id", "the group", GroupRef::id)
                                    .required(),
                            2,
                            GroupRef::name));

    /** A node or group in short. */
    public static final Schema<NodeSummary> SUMMARY =
            written(
                    name(
                                    Schema.<NodeSummary>record(
                                                    "node-summary", 1, "A node or group in short")
                                            .id(1, "id", "the node", NodeSummary::id)
                                            .required(),
                                    2,
                                    NodeSummary::name)
                            .texts(
                                    4,
                                    "types",
                                    "its types as they are shown, the one stated first in front",
                                    NodeSummary::types)
                            .required()
                            .flag(5, "isGroup", "it is a group", NodeSummary::isGroup)
                            .required()
                            .record(
                                    6,
                                    "group",
                                    "the group that it is in",
                                    GROUP_REF,
                                    NodeSummary::group));

    /**
     * All of a node, with when it was added.
     *
     * @param addedAt when the first event that stated it was recorded, µs since 1970
     */
    public record Node(NodeRead read, long addedAt) {}

    /** All of a node or group. */
    public static final Schema<Node> NODE =
            written(
                    name(
                                    Schema.<Node>record("node", 1, "All of a node or group")
                                            .id(
                                                    1,
                                                    "id",
                                                    "the node as which it is shown",
                                                    n -> n.read.id())
                                            .required(),
                                    2,
                                    (Node n) -> n.read.name())
                            .texts(4, "types", "its types as they are shown", n -> n.read.types())
                            .required()
                            .flag(5, "isGroup", "it is a group", n -> n.read.isGroup())
                            .required()
                            .record(
                                    6,
                                    "group",
                                    "the group that it is in",
                                    GROUP_REF,
                                    (Function<Node, @Nullable GroupRef>) n -> n.read.group())
                            .ids(
                                    7,
                                    "mergedFrom",
                                    "the nodes that it absorbed",
                                    n -> n.read.mergedFrom())
                            .required()
                            .records(
                                    8,
                                    "properties",
                                    "by key; those that are denied are among them, with a null value",
                                    PROPERTY,
                                    n -> n.read.properties())
                            .required()
                            .records(
                                    9,
                                    "nameStatements",
                                    "what is stated of its name, the shown one first",
                                    STATEMENT,
                                    n -> n.read.nameStatements())
                            .required()
                            .records(
                                    10,
                                    "typeStatements",
                                    "what is stated of each type, as sources call it",
                                    PROPERTY,
                                    n -> n.read.typeStatements())
                            .required()
                            .records(
                                    11,
                                    "groupStatements",
                                    "what is stated of its group; values are ids",
                                    STATEMENT,
                                    n -> n.read.groupStatements())
                            .required()
                            .records(
                                    12,
                                    "existenceStatements",
                                    "who states that it is there, or denies it",
                                    STATEMENT,
                                    n -> n.read.existenceStatements())
                            .required()
                            .records(
                                    13,
                                    "sources",
                                    "all who state that it is there",
                                    SOURCE_REF,
                                    n -> n.read.sources())
                            .required()
                            .time(
                                    14,
                                    "addedAt",
                                    "when the first event that stated it was recorded",
                                    Node::addedAt,
                                    Long.MIN_VALUE)
                            .required()
                            .count(
                                    15,
                                    "addedPosition",
                                    "the position of that event",
                                    n -> n.read.addedAt())
                            .required()
                            .time(
                                    16,
                                    "effectiveFrom",
                                    "when it began to be there",
                                    n -> n.read.effectiveFrom(),
                                    Long.MIN_VALUE)
                            .required()
                            .time(
                                    17,
                                    "effectiveTo",
                                    "when it ceased to be; absent while it is there",
                                    n -> n.read.effectiveTo(),
                                    Long.MAX_VALUE)
                            .properties(
                                    18,
                                    "neighborCounts",
                                    "how many edges it has, by relation and direction, such as"
                                            + " 'changes →' or '← changes'",
                                    n -> counts(n.read.neighborCounts()))
                            .required());

    private static Properties counts(List<NeighborCount> counts) {
        TreeMap<String, Value> byName = new TreeMap<>();
        for (NeighborCount count : counts) {
            String relation = count.relation();
            String name =
                    switch (count.direction()) {
                        case OUT -> relation.isEmpty() ? "→" : relation + " →";
                        case IN -> relation.isEmpty() ? "←" : "← " + relation;
                        case BOTH -> relation;
                    };
            byName.put(name, new Value.Int(count.count()));
        }
        return Properties.of(byName);
    }

    /** A node at a position. */
    public record NodeAnswer(long position, Node node) {}

    /** A node at a position. */
    public static final Schema<NodeAnswer> NODE_ANSWER =
            written(
                    position(
                                    Schema.<NodeAnswer>record("node-answer", 1, "A node"),
                                    NodeAnswer::position)
                            .record(2, "node", "the node", NODE, NodeAnswer::node)
                            .required());

    /**
     * Nodes at a position.
     *
     * @param nodes a part of them
     * @param cursor what to ask with for the next part; empty when this is the last
     * @param by what they have to do with the name that was asked for, if one was
     */
    public record NodesAnswer(
            long position, List<NodeSummary> nodes, String cursor, NodePage.By by) {}

    /** Nodes at a position. */
    public static final Schema<NodesAnswer> NODES_ANSWER =
            written(
                    position(
                                    Schema.<NodesAnswer>record(
                                            "nodes-answer", 1, "Nodes and groups"),
                                    NodesAnswer::position)
                            .records(2, "nodes", "this part of them", SUMMARY, NodesAnswer::nodes)
                            .required()
                            .text(3, "cursor", CURSOR, NodesAnswer::cursor)
                            .flag(
                                    4,
                                    "fuzzy",
                                    "no name is as asked for; these are spelt nearly so",
                                    answer -> answer.by() == NodePage.By.SPELLING)
                            .flag(
                                    5,
                                    "described",
                                    "no name is as asked for; these have all its words in their"
                                            + " descriptions or names",
                                    answer -> answer.by() == NodePage.By.DESCRIPTION));
}
