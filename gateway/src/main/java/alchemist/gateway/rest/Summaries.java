package alchemist.gateway.rest;

import alchemist.domain.graph.GraphEvent;
import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.GraphPolicyAdopted;
import alchemist.domain.graph.GraphEvent.GroupDissolved;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodeRetired;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesDisconnected;
import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconnected;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.domain.graph.GraphEvent.ThingReverted;
import alchemist.domain.graph.PropertyStated;
import alchemist.domain.ontology.OntologyEvent;
import alchemist.domain.ontology.OntologyEvent.ConstraintLifted;
import alchemist.domain.ontology.OntologyEvent.PropertyConstrained;
import alchemist.domain.ontology.OntologyEvent.TermDescribed;
import alchemist.domain.ontology.OntologyEvent.TermRenamed;
import alchemist.domain.ontology.OntologyEvent.TypeAccepted;
import alchemist.domain.ontology.OntologyEvent.TypeProposed;
import alchemist.domain.ontology.OntologyEvent.TypeRejected;
import alchemist.domain.sources.SourcesEvent;
import alchemist.domain.sources.SourcesEvent.ImportApplied;
import alchemist.domain.sources.SourcesEvent.ImportReverted;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.domain.sources.SourcesEvent.ReversalAdvanced;
import alchemist.domain.sources.SourcesEvent.ReversalStarted;
import alchemist.domain.sources.SourcesEvent.SourceForgotten;
import alchemist.domain.sources.SourcesEvent.SourceTrusted;
import alchemist.domain.sources.SourcesEvent.StatementRefused;
import alchemist.graph.At;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.read.EdgeRead;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an event did, in a few words for people, without a subject: what comes before is who did it.
 * Names are those that were shown then.
 */
final class Summaries {
    private static final int SHOWN_CHARS = 80;
    private static final int SHOWN_CHANGES = 3;

    private final GraphView view;
    private final Shown shown;

    Summaries(GraphView view, Shown shown) {
        this.view = view;
        this.shown = shown;
    }

    /** The words for an event. */
    String of(Envelope envelope) {
        return switch (envelope.event()) {
            case GraphEvent e -> of(e, envelope);
            case OntologyEvent e -> of(e);
            case SourcesEvent e -> of(e);
            default -> envelope.event().schema().name();
        };
    }

    private String of(GraphEvent event, Envelope at) {
        return switch (event) {
            case NodeAdded e -> "added " + ofTypes(e.types()) + text(e.name());
            case NodeRenamed e when e.name().isNull() ->
                    "states no name any more" + was(e.previous());
            case NodeRenamed e ->
                    "renamed from "
                            + (e.previous().isNull() ? before(e.node(), at) : text(e.previous()))
                            + " to "
                            + text(e.name());
            case NodeClassified e -> "is a " + quoted(e.type());
            case NodeDeclassified e ->
                    (e.denied() ? "is no " : "is not said any more to be a ") + quoted(e.type());
            case NodeDescribed e -> changes(e.changes());
            case NodeRetired _ -> "retired";
            case NodeRestored e -> e.asserted() ? "restored" : "is not said any more to be there";
            case NodeWithdrawn e -> "states nothing of it any more" + was(e.name());
            case NodesConnected e ->
                    "connected "
                            + name(e.from(), at)
                            + " → "
                            + name(e.to(), at)
                            + relation(e.type());
            case EdgeDescribed e -> edge(e.edge(), at) + ": " + changes(e.changes());
            case NodesDisconnected e -> "disconnected " + edge(e.edge(), at);
            case NodesReconnected e ->
                    e.asserted()
                            ? "reconnected " + edge(e.edge(), at)
                            : "says nothing any more of " + edge(e.edge(), at);
            case EdgeWithdrawn e -> "states nothing any more of " + edge(e.edge(), at);
            case GroupFormed e -> "formed the group " + text(e.name());
            case NodeGrouped e when e.denied() ->
                    "took " + name(e.node(), at) + " out of its group";
            case NodeGrouped e when e.group().isNone() ->
                    "says nothing any more of the group of " + name(e.node(), at);
            case NodeGrouped e -> "put " + name(e.node(), at) + " into " + name(e.group(), at);
            case GroupDissolved _ -> "dissolved the group";
            case NodesMerged e ->
                    "merged " + before(e.absorbed(), at) + " into " + before(e.survivor(), at);
            case NodesUnmerged e ->
                    "took "
                            + name(e.absorbed(), at)
                            + " apart from "
                            + name(e.survivor(), at)
                            + " again";
            case NodesKeptApart e ->
                    "said that "
                            + name(e.one(), at)
                            + " and "
                            + name(e.other(), at)
                            + " are not the same thing";
            case NodesReconsidered e ->
                    "took back that "
                            + name(e.one(), at)
                            + " and "
                            + name(e.other(), at)
                            + " are not the same thing";
            case ThingReverted e ->
                    e.to() == 0
                            ? "took back all that was stated"
                            : "put back what was stated at position " + e.to();
            case GraphPolicyAdopted e ->
                    "decided: self-loops "
                            + allowed(e.refuseSelfLoops())
                            + ", parallel edges "
                            + allowed(e.refuseParallelEdges());
        };
    }

    private String of(OntologyEvent event) {
        return switch (event) {
            case TypeProposed e -> "proposed " + kind(e.relation()) + quoted(e.term());
            case TypeAccepted e -> "accepted " + kind(e.relation()) + quoted(e.term());
            case TypeRejected e -> "declined " + kind(e.relation()) + quoted(e.term());
            case TermRenamed e ->
                    "shows "
                            + kind(e.relation())
                            + quoted(e.term())
                            + (e.label().isEmpty()
                                    ? " by its own name"
                                    : " as " + quoted(e.label()));
            case TermDescribed e when e.description().isEmpty() ->
                    "says nothing any more of " + kind(e.relation()) + quoted(e.term());
            case TermDescribed e ->
                    "says of "
                            + kind(e.relation())
                            + quoted(e.term())
                            + ": "
                            + cut(e.description());
            case PropertyConstrained e ->
                    "constrained "
                            + quoted(e.property())
                            + " of "
                            + quoted(e.term())
                            + (e.kind().isEmpty() ? "" : " to be " + e.kind())
                            + (e.mandatory() ? ", it must be there" : "");
            case ConstraintLifted e ->
                    "lifted the constraint of " + quoted(e.property()) + " of " + quoted(e.term());
        };
    }

    private static String of(SourcesEvent event) {
        return switch (event) {
            case ImportStarted e ->
                    "began to read "
                            + quoted(e.label().isEmpty() ? e.location() : e.label())
                            + " by "
                            + e.reader();
            case ImportApplied _ -> "finished the import";
            case StatementRefused e -> "left out, " + e.code() + ": " + cut(e.reason());
            case ReversalStarted e ->
                    e.importId().isNone()
                            ? "began to forget the source"
                            : "began to take back the import";
            case ReversalAdvanced _ -> "went on taking back";
            case ImportReverted e -> e.cancelled() ? "cancelled the import" : "reverted the import";
            case SourceForgotten _ -> "forgot the source";
            case SourceTrusted e -> "trusts the source " + e.trust() + ", no more " + e.previous();
        };
    }

    private String changes(List<PropertyStated> changes) {
        String first =
                changes.stream()
                        .limit(SHOWN_CHANGES)
                        .map(this::change)
                        .collect(Collectors.joining(", "));
        int more = changes.size() - SHOWN_CHANGES;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private String change(PropertyStated change) {
        if (change.denied()) {
            return "denied " + change.key();
        }
        if (change.value().isNull()) {
            return "states no " + change.key() + " any more";
        }
        return change.key()
                + ": "
                + (change.previous().isNull() ? "" : text(change.previous()) + " → ")
                + text(change.value());
    }

    private String was(Value previous) {
        return previous.isNull() ? "" : ", it was " + text(previous);
    }

    private String text(Value value) {
        return value instanceof Value.Null ? "nothing" : quoted(shown.text(value));
    }

    private static String ofTypes(List<String> types) {
        return types.isEmpty() ? "" : cut(types.getFirst()) + " ";
    }

    private static String relation(String type) {
        return type.isEmpty() ? "" : " (" + cut(type) + ")";
    }

    private static String kind(boolean relation) {
        return relation ? "the relation " : "the type ";
    }

    private static String allowed(boolean refused) {
        return refused ? "are refused" : "are allowed";
    }

    /** The name of a node as it was shown after an event. */
    private String name(Id id, Envelope at) {
        return named(id, view.at(At.position(at.lastOfCommand())));
    }

    /** The name of a node as it was shown before the command of an event. */
    private String before(Id id, Envelope at) {
        return named(id, view.at(At.position(at.firstOfCommand() - 1)));
    }

    private static String named(Id id, Graph graph) {
        Optional<NodeSummary> node = graph.summary(id);
        return node.isPresent() ? quoted(node.get().name().text()) : "a node that is gone";
    }

    private String edge(Id id, Envelope at) {
        Graph graph = view.at(At.position(at.firstOfCommand() - 1));
        Optional<EdgeRead> edge = graph.edge(id);
        if (edge.isEmpty()) {
            edge = view.at(At.position(at.lastOfCommand())).edge(id);
        }
        return edge.map(
                        e ->
                                quoted(e.from().name().text())
                                        + " → "
                                        + quoted(e.to().name().text())
                                        + relation(e.type()))
                .orElse("an edge that is gone");
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "(no name)" : "'" + cut(text) + "'";
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS - 1) + "…";
    }
}
