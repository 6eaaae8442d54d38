package alchemist.domain.workspace;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.GraphCommand;
import alchemist.domain.graph.GraphState;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.graph.Stated;
import alchemist.domain.graph.Stated.Fact;
import alchemist.domain.graph.Stated.Told;
import alchemist.domain.ontology.OntologyCommand;
import alchemist.domain.sources.SourcesCommand;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A workspace on which commands drawn from a seed are tried; few things and sources, so that they
 * meet often.
 */
final class RandomHistory {
    static final Id ANN = Id.of("person", "ann");
    static final Id BOB = Id.of("person", "bob");
    static final Id GIT = Id.of("source", "git");
    static final Id SHEET = Id.of("source", "sheet");

    final WorkspaceDecider decider = new WorkspaceDecider();
    WorkspaceState state = decider.initial();
    final List<Event> events = new ArrayList<>();
    private final Random random;

    /** What was stated at a position, to which no event has come since. */
    private SortedMap<Fact, Told> last = new TreeMap<>();

    private long lookedAt = -1;
    private int imports;
    private SourcesCommand.StateBatch lastBatch =
            new SourcesCommand.StateBatch(Id.NONE, List.of(), List.of(), List.of());

    RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    /** Decides and folds; the events pass through their stored form, as they do in a log. */
    Decision<? extends Event> submit(Id actor, Command command) {
        if (state.position() != lookedAt) {
            last = stated();
            lookedAt = state.position();
        }
        Decision<? extends Event> decision =
                decider.decide(new Submission(CommandEnvelope.of(actor, actor), command), state);
        if (!stated().equals(last)) {
            throw new AssertionError("deciding " + command + " changed the state");
        }
        fold(decision);
        return decision;
    }

    Decided<Event> decided(Id actor, Command command) {
        long first = state.position() + 1;
        Decision<? extends Event> decision = submit(actor, command);
        List<Event> made =
                decision instanceof Decision.Accepted<? extends Event> accepted
                        ? List.copyOf(accepted.events())
                        : List.of();
        return new Decided<>(command, first, made);
    }

    Decision<? extends Event> undo(Id actor, Decided<Event> original) {
        Submission undoing = new Submission(CommandEnvelope.of(actor, actor), original.command());
        Decision<? extends Event> decision = decider.undo(original, undoing, state);
        fold(decision);
        return decision;
    }

    private void fold(Decision<? extends Event> decision) {
        if (decision instanceof Decision.Accepted<? extends Event> accepted) {
            for (Event event : accepted.events()) {
                Output out = new Output(64);
                Contract.write(event, out);
                Event stored = WorkspaceDecider.CONTRACT.readEvent(new Input(out.toBytes()));
                if (!stored.equals(event)) {
                    throw new AssertionError(event + " was read back as " + stored);
                }
                events.add(stored);
                state = decider.evolve(state, stored);
            }
        }
    }

    GraphState graph() {
        return state.graph;
    }

    SortedMap<Fact, Told> stated() {
        return Stated.all(state.graph);
    }

    SortedMap<Fact, Told> stated(Predicate<Id> sources) {
        return Stated.by(state.graph, sources);
    }

    boolean chance() {
        return random.nextBoolean();
    }

    Id person() {
        return random.nextBoolean() ? ANN : BOB;
    }

    Id source() {
        return random.nextBoolean() ? GIT : SHEET;
    }

    /** Some commands of people and whole imports. */
    void live(int steps) {
        for (int i = 0; i < steps; i++) {
            if (random.nextInt(6) == 0) {
                importInto(source());
            } else {
                submit(person(), command());
            }
        }
    }

    /** Starts, states some batches, and finishes. */
    Id importInto(Id source) {
        Id importId = startInto(source);
        submit(source, new SourcesCommand.FinishImport(importId));
        return importId;
    }

    SourcesCommand.StateBatch lastBatch() {
        return lastBatch;
    }

    Id startInto(Id source) {
        Id importId = Id.of("import", "" + imports++);
        submit(source, new SourcesCommand.StartImport(importId, source, "test", "", ""));
        for (int batches = 1 + random.nextInt(3); batches > 0; batches--) {
            lastBatch = batch(importId);
            submit(source, lastBatch);
        }
        return importId;
    }

    private SourcesCommand.StateBatch batch(Id importId) {
        Map<Id, NodeStatement> nodes = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Id node = node();
            nodes.put(
                    node,
                    new NodeStatement(node, text(), types(), properties(), maybeGroup(), false));
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            Id formed = group();
            nodes.put(
                    formed,
                    new NodeStatement(formed, text(), List.of(), properties(), Id.NONE, true));
        }
        Map<Id, EdgeStatement> edges = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int edge = random.nextInt(8);
            edges.put(
                    edge(edge),
                    new EdgeStatement(
                            edge(edge), end(edge, 3), end(edge, 5), "r" + edge % 2, properties()));
        }
        List<Id> withdrawn = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Id thing = random.nextBoolean() ? node() : edge(random.nextInt(8));
            if (!nodes.containsKey(thing)
                    && !edges.containsKey(thing)
                    && !withdrawn.contains(thing)) {
                withdrawn.add(thing);
            }
        }
        return new SourcesCommand.StateBatch(
                importId, List.copyOf(nodes.values()), List.copyOf(edges.values()), withdrawn);
    }

    Command command() {
        int edge = random.nextInt(8);
        return switch (random.nextInt(21)) {
            case 0, 1 ->
                    new GraphCommand.AddNode(node(), text(), types(), properties(), maybeGroup());
            case 2 ->
                    new GraphCommand.RenameNode(random.nextInt(4) == 0 ? group() : node(), text());
            case 3 -> new GraphCommand.ClassifyNode(node(), type());
            case 4 -> new GraphCommand.DeclassifyNode(node(), type());
            case 5, 6 -> new GraphCommand.DescribeNode(node(), described());
            case 7 -> new GraphCommand.RetireNode(node());
            case 8 -> new GraphCommand.RestoreNode(random.nextInt(4) == 0 ? group() : node());
            case 9, 10 ->
                    new GraphCommand.ConnectNodes(
                            edge(edge), end(edge, 3), end(edge, 5), "r" + edge % 2, properties());
            case 11 -> new GraphCommand.DescribeEdge(edge(edge), described());
            case 12 -> new GraphCommand.DisconnectNodes(edge(edge));
            case 13 -> new GraphCommand.ReconnectNodes(edge(edge));
            case 14 -> new GraphCommand.FormGroup(group(), text(), members(), maybeGroup());
            case 15 -> new GraphCommand.GroupNodes(group(), members());
            case 16 -> new GraphCommand.UngroupNodes(members());
            case 17 ->
                    random.nextInt(3) == 0
                            ? new GraphCommand.DissolveGroup(group())
                            : new GraphCommand.WithdrawStatements(
                                    node(), chance(), chance(), List.of("size"), List.of(type()));
            case 18 -> new GraphCommand.MergeNodes(node(), node());
            case 19 -> apartOrTogether();
            default ->
                    random.nextInt(3) == 0
                            ? new GraphCommand.AdoptGraphPolicy(
                                    random.nextInt(4) == 0, random.nextInt(4) == 0)
                            : new GraphCommand.UnmergeNodes(node());
        };
    }

    private Command apartOrTogether() {
        List<Id> ones = List.of(node(), node());
        List<Id> others = List.of(node(), node());
        return switch (random.nextInt(3)) {
            case 0 -> new GraphCommand.MergePairs(ones, others);
            case 1 -> new GraphCommand.KeepNodesApart(ones, others);
            default -> new GraphCommand.ReconsiderNodes(ones, others);
        };
    }

    /** What is asked of types, constraints and sources. */
    Command decree() {
        boolean relation = random.nextInt(4) == 0;
        return switch (random.nextInt(12)) {
            case 0 -> new OntologyCommand.ProposeType(type(), relation);
            case 1 -> new OntologyCommand.AcceptType(type(), relation);
            case 2 -> new OntologyCommand.RejectType(type(), relation);
            case 3 ->
                    random.nextBoolean()
                            ? new OntologyCommand.RenameTerm(type(), relation, "label " + type())
                            : new OntologyCommand.DescribeTerm(
                                    type(), relation, random.nextBoolean() ? "" : "as " + type());
            case 4, 5 ->
                    new OntologyCommand.ConstrainProperty(
                            type(),
                            property(),
                            random.nextBoolean() ? "" : "integer",
                            random.nextInt(8) == 0,
                            random.nextInt(8) == 0);
            case 6, 7 -> new OntologyCommand.LiftConstraint(type(), property());
            case 8 -> new SourcesCommand.TrustSource(source(), random.nextInt(101));
            case 9 -> new SourcesCommand.RevertImport(Id.of("import", "" + (imports - 1)));
            case 10 -> new SourcesCommand.ForgetSource(source());
            default -> new SourcesCommand.ContinueReversal(source());
        };
    }

    private String property() {
        return random.nextBoolean() ? "size" : "colour";
    }

    private Id node() {
        return Id.of("node", "" + random.nextInt(6));
    }

    private Id group() {
        return Id.of("group", "" + random.nextInt(3));
    }

    private static Id edge(int number) {
        return Id.of("edge", "" + number);
    }

    private static Id end(int edge, int factor) {
        return Id.of("node", "" + edge * factor % 6);
    }

    private Id maybeGroup() {
        return random.nextInt(3) == 0 ? group() : Id.NONE;
    }

    private Value text() {
        return Value.text("name " + random.nextInt(4));
    }

    private String type() {
        return "T" + random.nextInt(3);
    }

    private List<String> types() {
        return random.nextBoolean() ? List.of() : List.of(type());
    }

    private Properties properties() {
        return random.nextBoolean()
                ? Properties.NONE
                : Properties.of(
                        "size",
                        Value.integer(random.nextInt(3)),
                        "colour",
                        Value.text("c" + random.nextInt(3)));
    }

    private Properties described() {
        Value size = random.nextInt(3) == 0 ? Value.NULL : Value.integer(random.nextInt(3));
        return random.nextBoolean()
                ? Properties.of("size", size)
                : Properties.of("size", size, "shape", text());
    }

    private List<Id> members() {
        List<Id> members = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Id member = random.nextInt(4) == 0 ? group() : node();
            if (!members.contains(member)) {
                members.add(member);
            }
        }
        return members;
    }
}
