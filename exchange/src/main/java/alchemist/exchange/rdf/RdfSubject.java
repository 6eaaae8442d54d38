package alchemist.exchange.rdf;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.graphfile.ShownGraph;
import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What RDF states of a node.
 *
 * @param iri of the node
 * @param types IRIs, in order
 * @param statements what is stated, by the IRI of the property
 */
record RdfSubject(String iri, Set<String> types, Map<String, List<Term>> statements) {
    private static final Pattern LANGUAGE =
            Pattern.compile("(?s)(.+)@([a-zA-Z]+(?:-[a-zA-Z0-9]++)*+)");

    /** Takes subjects, one after the other. */
    @FunctionalInterface
    interface Sink {
        void subject(RdfSubject subject, Vocabulary vocabulary) throws IOException;
    }

    /** An edge as RDF can hold it. */
    private record Leaving(String type, Id to) {}

    /** All that a file declares: the prefixes that its nodes use. */
    static Vocabulary vocabulary(ShownGraph graph) throws IOException {
        Vocabulary all = new Vocabulary();
        graph.eachNode(node -> prefixes(node).forEach(all::declare));
        return all;
    }

    static void each(ShownGraph graph, Sink sink) throws IOException {
        Map<Id, List<Leaving>> leaving = new HashMap<>();
        graph.eachEdge(
                (EdgeStatement edge) ->
                        leaving.computeIfAbsent(edge.from(), _ -> new ArrayList<>())
                                .add(new Leaving(edge.type(), edge.to())));
        graph.eachNode(
                node -> {
                    Vocabulary vocabulary = new Vocabulary();
                    prefixes(node).forEach(vocabulary::declare);
                    Map<String, Set<String>> joined = new TreeMap<>();
                    for (Leaving edge : leaving.getOrDefault(node.node(), List.of())) {
                        joined.computeIfAbsent(vocabulary.iri(edge.type), _ -> new TreeSet<>())
                                .add(iri(graph.node(edge.to)));
                    }
                    if (!node.group().isNone()) {
                        joined.computeIfAbsent(Vocabulary.GROUP, _ -> new TreeSet<>())
                                .add(groupIri(graph, node.group()));
                    }
                    sink.subject(of(node, joined, vocabulary), vocabulary);
                });
    }

    private static String groupIri(ShownGraph graph, Id group) {
        try {
            return iri(graph.node(group));
        } catch (IllegalArgumentException e) {
            return Vocabulary.OWN_NODE + group;
        }
    }

    private static Map<String, String> prefixes(NodeStatement node) {
        Map<String, String> prefixes = new TreeMap<>();
        if (node.properties().find(RdfGraph.PREFIXES) instanceof Value.MapOf(Properties told)) {
            for (int i = 0; i < told.size(); i++) {
                if (told.value(i) instanceof Value.Text(String namespace)
                        && Vocabulary.isAbsolute(namespace)) {
                    prefixes.put(told.key(i), namespace);
                }
            }
        }
        return prefixes;
    }

    private static String iri(NodeStatement node) {
        return isKnown(node)
                ? TypedText.of(node.properties().toMap().getOrDefault(RdfGraph.IRI, Value.NULL))
                : Vocabulary.OWN_NODE + node.node();
    }

    /** Whether a node is known by the IRI that it has. */
    private static boolean isKnown(NodeStatement node) {
        return node.properties().find(RdfGraph.IRI) instanceof Value.Text(String iri)
                && Id.of("iri", iri).equals(node.node());
    }

    private static RdfSubject of(
            NodeStatement node, Map<String, Set<String>> joined, Vocabulary vocabulary) {
        Set<String> types = new TreeSet<>();
        for (String type : node.types()) {
            types.add(vocabulary.iri(type));
        }
        if (node.formsGroup()) {
            types.add(Vocabulary.IS_GROUP);
        }
        String iri = iri(node);
        Map<String, List<Term>> statements = new TreeMap<>();
        String name = TypedText.name(node.name());
        // What follows from the IRI need not be said, unless something else would be taken for it.
        boolean follows =
                isKnown(node)
                        && name.equals(Vocabulary.localName(iri))
                        && node.properties().keys().stream().noneMatch(RdfGraph::isName);
        if (!name.isEmpty() && !follows) {
            add(Vocabulary.LABEL, Literals.of(Value.text(name)), statements);
        }
        Properties properties = node.properties();
        for (int i = 0; i < properties.size(); i++) {
            String key = properties.key(i);
            Value value = properties.value(i);
            boolean said =
                    (key.equals(RdfGraph.IRI) && isKnown(node))
                            || (key.equals(RdfGraph.PREFIXES) && value instanceof Value.MapOf);
            if (!said && !value.isNull()) {
                add(key, value, vocabulary, statements);
            }
        }
        joined.forEach(
                (predicate, ends) ->
                        ends.forEach(end -> add(predicate, new Term.Iri(end), statements)));
        if (types.isEmpty() && statements.isEmpty()) {
            types.add(Vocabulary.IS_NODE);
        }
        return new RdfSubject(iri, types, statements);
    }

    private static void add(
            String key, Value value, Vocabulary vocabulary, Map<String, List<Term>> statements) {
        List<Value> values =
                value instanceof Value.ListOf(List<Value> several) && RdfGraph.isTold(value)
                        ? several
                        : List.of(value);
        Matcher tagged = LANGUAGE.matcher(key);
        boolean texts = values.stream().allMatch(one -> one instanceof Value.Text);
        if (tagged.matches() && texts) {
            String predicate = vocabulary.iri(tagged.group(1));
            for (Value one : values) {
                add(
                        predicate,
                        new Term.Literal(TypedText.of(one), "", tagged.group(2)),
                        statements);
            }
        } else {
            String predicate = vocabulary.iri(key);
            values.forEach(one -> add(predicate, Literals.of(one), statements));
        }
    }

    private static void add(String predicate, Term term, Map<String, List<Term>> statements) {
        List<Term> terms = statements.computeIfAbsent(predicate, _ -> new ArrayList<>());
        if (!terms.contains(term)) {
            terms.add(term);
        }
    }
}
