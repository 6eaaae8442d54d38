package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.SourceName;
import alchemist.exchange.Stated;
import alchemist.graph.Graph;
import alchemist.graph.read.NodeRead;
import alchemist.graph.read.PropertyRead;
import alchemist.graph.read.SourceRead;
import alchemist.graph.read.StatementRead;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The graph of a real workspace, to be exported. */
public final class RealGraphCopy implements GraphCopy {
    private final RealWorkspace workspace;
    private final Graph graph;
    private final List<Id> people;

    /** A copy with what these people state. */
    public RealGraphCopy(RealWorkspace workspace, List<Id> people) {
        this.workspace = workspace;
        this.graph = workspace.graph();
        this.people = people;
    }

    @Override
    public List<SourceName> sources() {
        List<SourceName> sources = new ArrayList<>();
        for (SourceRead source : graph.sources()) {
            sources.add(
                    new SourceName(
                            source.id(),
                            source.reader(),
                            source.location(),
                            source.label(),
                            source.trust()));
        }
        for (Id person : people) {
            sources.add(SourceName.ofPerson(person, ""));
        }
        return sources;
    }

    @Override
    public Stated stated(SourceName source) {
        for (Id person : people) {
            if (SourceName.ofPerson(person, "").id().equals(source.id())) {
                return ofPerson(person);
            }
        }
        return workspace.stated(source.id());
    }

    @Override
    public Stated shown() {
        Set<Id> nodes = new LinkedHashSet<>();
        Set<Id> edges = new LinkedHashSet<>();
        for (SourceName source : sources()) {
            stated(source).eachNode(nodes::add);
            stated(source).eachEdge(edges::add);
        }
        return new Stated() {
            @Override
            public @Nullable NodeStatement node(Id id) {
                return graph.node(id).map(node -> statement(node)).orElse(null);
            }

            @Override
            public @Nullable EdgeStatement edge(Id id) {
                return graph.edge(id)
                        .map(
                                e ->
                                        new EdgeStatement(
                                                e.id(),
                                                e.from().id(),
                                                e.to().id(),
                                                e.type(),
                                                workspace.open(e.shownProperties())))
                        .orElse(null);
            }

            @Override
            public void eachNode(Consumer<Id> each) {
                nodes.forEach(each);
            }

            @Override
            public void eachEdge(Consumer<Id> each) {
                edges.forEach(each);
            }
        };
    }

    /** What a person states, also of things of which others alone state that they are there. */
    private Stated ofPerson(Id person) {
        Map<Id, NodeStatement> nodes = new TreeMap<>();
        for (SourceRead source : graph.sources()) {
            graph.statementsOf(
                    source.id(),
                    stated -> {
                        NodeStatement own = correction(stated.node(), stated.isGroup(), person);
                        if (own != null) {
                            nodes.put(stated.node(), own);
                        }
                    },
                    _ -> {});
        }
        Stated whole = workspace.stated(person);
        whole.eachNode(id -> nodes.put(id, Objects.requireNonNull(whole.node(id))));
        return new Stated() {
            @Override
            public @Nullable NodeStatement node(Id id) {
                return nodes.get(id);
            }

            @Override
            public @Nullable EdgeStatement edge(Id id) {
                return whole.edge(id);
            }

            @Override
            public void eachNode(Consumer<Id> each) {
                nodes.keySet().forEach(each);
            }

            @Override
            public void eachEdge(Consumer<Id> each) {
                whole.eachEdge(each);
            }
        };
    }

    private @Nullable NodeStatement correction(Id id, boolean isGroup, Id person) {
        NodeRead node = graph.node(id).orElse(null);
        if (node == null) {
            return null;
        }
        Value name = of(person, node.nameStatements());
        TreeMap<String, Value> properties = new TreeMap<>();
        for (PropertyRead property : node.properties()) {
            Value own = of(person, property.statements());
            if (!own.isNull()) {
                properties.put(property.key(), own);
            }
        }
        return name.isNull() && properties.isEmpty()
                ? null
                : new NodeStatement(
                        id, name, List.of(), Properties.of(properties), Id.NONE, isGroup);
    }

    private Value of(Id person, List<StatementRead> statements) {
        for (StatementRead statement : statements) {
            if (statement.source().id().equals(person)) {
                return workspace.open(statement.value());
            }
        }
        return Value.NULL;
    }

    private NodeStatement statement(NodeRead node) {
        TreeMap<String, Value> properties = new TreeMap<>();
        for (PropertyRead property : node.properties()) {
            if (!property.value().isNull()) {
                properties.put(property.key(), workspace.open(property.value()));
            }
        }
        return new NodeStatement(
                node.id(),
                node.name().text().isEmpty() ? Value.NULL : Value.text(node.name().text()),
                node.types(),
                Properties.of(properties),
                node.group() == null ? Id.NONE : node.group().id(),
                node.isGroup());
    }
}
