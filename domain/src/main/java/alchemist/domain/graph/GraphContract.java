package alchemist.domain.graph;

import alchemist.kernel.schema.Contract;
import java.util.List;

/** The commands and events of the graph. */
public final class GraphContract {
    /** All of them. */
    public static final Contract CONTRACT =
            new Contract(
                    List.of(
                            GraphCommand.AddNode.SCHEMA,
                            GraphCommand.RenameNode.SCHEMA,
                            GraphCommand.ClassifyNode.SCHEMA,
                            GraphCommand.DeclassifyNode.SCHEMA,
                            GraphCommand.DescribeNode.SCHEMA,
                            GraphCommand.RetireNode.SCHEMA,
                            GraphCommand.RestoreNode.SCHEMA,
                            GraphCommand.ConnectNodes.SCHEMA,
                            GraphCommand.DescribeEdge.SCHEMA,
                            GraphCommand.DisconnectNodes.SCHEMA,
                            GraphCommand.ReconnectNodes.SCHEMA,
                            GraphCommand.WithdrawStatements.SCHEMA,
                            GraphCommand.FormGroup.SCHEMA,
                            GraphCommand.GroupNodes.SCHEMA,
                            GraphCommand.UngroupNodes.SCHEMA,
                            GraphCommand.DissolveGroup.SCHEMA,
                            GraphCommand.MergeNodes.SCHEMA,
                            GraphCommand.UnmergeNodes.SCHEMA,
                            GraphCommand.AdoptGraphPolicy.SCHEMA),
                    List.of(
                            GraphEvent.NodeAdded.SCHEMA,
                            GraphEvent.NodeRenamed.SCHEMA,
                            GraphEvent.NodeClassified.SCHEMA,
                            GraphEvent.NodeDeclassified.SCHEMA,
                            GraphEvent.NodeDescribed.SCHEMA,
                            GraphEvent.NodeRetired.SCHEMA,
                            GraphEvent.NodeRestored.SCHEMA,
                            GraphEvent.NodeWithdrawn.SCHEMA,
                            GraphEvent.NodesConnected.SCHEMA,
                            GraphEvent.EdgeDescribed.SCHEMA,
                            GraphEvent.NodesDisconnected.SCHEMA,
                            GraphEvent.NodesReconnected.SCHEMA,
                            GraphEvent.EdgeWithdrawn.SCHEMA,
                            GraphEvent.GroupFormed.SCHEMA,
                            GraphEvent.NodeGrouped.SCHEMA,
                            GraphEvent.GroupDissolved.SCHEMA,
                            GraphEvent.NodesMerged.SCHEMA,
                            GraphEvent.NodesUnmerged.SCHEMA,
                            GraphEvent.ThingReverted.SCHEMA,
                            GraphEvent.GraphPolicyAdopted.SCHEMA));

    private GraphContract() {}
}
