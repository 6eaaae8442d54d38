package alchemist.domain.graph;

import alchemist.domain.graph.GraphEvent.GroupDissolved;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.kernel.schema.Schema;

/**
 * How what becomes of groups is stored: names and tags are a file format, added and never edited.
 */
final class GroupEventSchemas {
    static final Schema<GroupFormed> GROUP_FORMED =
            Schema.<GroupFormed>record(
                            "graph.group-formed", 1, "A source states that there is a group")
                    .id(1, "group", "the group", GroupFormed::group)
                    .required()
                    .id(
                            2,
                            "source",
                            "the import source or person that states it",
                            GroupFormed::source)
                    .required()
                    .value(3, "name", "the display name", GroupFormed::name)
                    .texts(4, "types", "its types", GroupFormed::types)
                    .properties(5, "properties", "its properties", GroupFormed::properties)
                    .id(6, "within", "the group that it is in", GroupFormed::within)
                    .count(
                            7,
                            "since",
                            "position from which it counts; absent: of this event",
                            GroupFormed::since)
                    .make(
                            s ->
                                    new GroupFormed(
                                            s.id(1),
                                            s.id(2),
                                            s.value(3),
                                            s.list(4),
                                            s.properties(5),
                                            s.id(6),
                                            s.count(7)));

    static final Schema<NodeGrouped> NODE_GROUPED =
            Schema.<NodeGrouped>record(
                            "graph.node-grouped",
                            1,
                            "A source states which group a node or group is in")
                    .id(1, "node", "the node", NodeGrouped::node)
                    .required()
                    .id(
                            2,
                            "source",
                            "the import source or person that states it",
                            NodeGrouped::source)
                    .required()
                    .id(3, "group", "the group; absent: none", NodeGrouped::group)
                    .flag(
                            4,
                            "denied",
                            "that it is in no group is what is stated",
                            NodeGrouped::denied)
                    .id(5, "previous", "the group that it stated before", NodeGrouped::previous)
                    .flag(
                            6,
                            "previousDenied",
                            "it had stated that it is in no group",
                            NodeGrouped::previousDenied)
                    .count(
                            7,
                            "previousSince",
                            "position from which the former statement counted; absent: there was none",
                            NodeGrouped::previousSince)
                    .count(
                            8,
                            "since",
                            "position from which it counts; absent: of this event",
                            NodeGrouped::since)
                    .make(
                            s ->
                                    new NodeGrouped(
                                            s.id(1),
                                            s.id(2),
                                            s.id(3),
                                            s.flag(4),
                                            s.id(5),
                                            s.flag(6),
                                            s.count(7),
                                            s.count(8)));

    static final Schema<GroupDissolved> GROUP_DISSOLVED =
            Schema.<GroupDissolved>record(
                            "graph.group-dissolved",
                            1,
                            "A source states that a group is no more; its members stay")
                    .id(1, "group", "the group", GroupDissolved::group)
                    .required()
                    .id(
                            2,
                            "source",
                            "the import source or person that states it",
                            GroupDissolved::source)
                    .required()
                    .count(
                            3,
                            "previous",
                            "what it stated before: 0 nothing, 1 that it is there, 2 that it is not",
                            GroupDissolved::previous)
                    .count(
                            4,
                            "previousSince",
                            "position from which that counted",
                            GroupDissolved::previousSince)
                    .count(
                            5,
                            "since",
                            "position from which it counts; absent: of this event",
                            GroupDissolved::since)
                    .make(
                            s ->
                                    new GroupDissolved(
                                            s.id(1), s.id(2), s.small(3), s.count(4), s.count(5)));

    private GroupEventSchemas() {}
}
