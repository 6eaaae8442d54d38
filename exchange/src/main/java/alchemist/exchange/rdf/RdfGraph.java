package alchemist.exchange.rdf;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Statements of RDF as nodes and edges: resources are nodes, literals their properties, what joins
 * resources edges. What a property is told in a language of stands under its name, {@code @} and
 * the language; several values are a list.
 */
final class RdfGraph {
    /** The property that holds a resource's IRI. */
    static final String IRI = "iri";

    /** The property that tells what the prefixes in a node's names stand for. */
    static final String PREFIXES = "prefixes";

    /** By what people call resources, the best first. */
    private static final List<String> NAMES =
            List.of(
                    Vocabulary.LABEL,
                    "http://www.w3.org/2004/02/skos/core#prefLabel",
                    "http://schema.org/name",
                    "https://schema.org/name",
                    "http://xmlns.com/foaf/0.1/name",
                    "http://purl.org/dc/terms/title",
                    "http://purl.org/dc/elements/1.1/title",
                    "http://www.w3.org/2006/vcard/ns#fn");

    private static final Vocabulary KNOWN = new Vocabulary();

    private final FileGraph graph;
    private final Vocabulary vocabulary;
    private final Set<String> joined = new HashSet<>();
    private final Map<Thing, Map<String, String>> names = new HashMap<>();
    private final Map<Thing, Map<String, Value>> prefixes = new LinkedHashMap<>();

    RdfGraph(FileGraph graph, Vocabulary vocabulary) {
        this.graph = graph;
        this.vocabulary = vocabulary;
    }

    void add(Term subject, String predicate, Term object) throws ReadingFailed {
        Thing thing = thing(subject);
        if (predicate.equals(Vocabulary.TYPE) && object instanceof Term.Iri(String type)) {
            type(thing, type);
        } else if (object instanceof Term.Literal literal) {
            literal(thing, predicate, literal);
        } else if (predicate.equals(Vocabulary.GROUP)) {
            thing.putInto(thing(object));
        } else {
            Thing other = thing(object);
            if (joined.add(thing.key() + "\0" + predicate + "\0" + other.key())) {
                graph.join("", thing, other).type(name(thing, predicate));
            }
        }
    }

    private void type(Thing thing, String type) {
        switch (type) {
            case Vocabulary.IS_GROUP -> thing.becomeGroup();
            case Vocabulary.IS_NODE -> {
                // it is there, and that is all
            }
            default -> thing.types().add(name(thing, type));
        }
        if (type.equals(Vocabulary.RDF + "Statement")) {
            graph.warn("", "statements about statements are read as nodes");
        }
    }

    private void literal(Thing thing, String predicate, Term.Literal literal) {
        String language = literal.language();
        String key = name(thing, predicate) + (language.isEmpty() ? "" : "@" + language);
        Value value = Literals.value(literal, graph);
        if (NAMES.contains(predicate) && value instanceof Value.Text(String text)) {
            Map<String, String> known = names.computeIfAbsent(thing, _ -> new HashMap<>());
            known.putIfAbsent(predicate + "@" + language, text);
            known.putIfAbsent(predicate + "@*", text);
        }
        thing.properties().merge(key, value, RdfGraph::both);
    }

    /** Two values of one property; the same one twice is one. */
    private static Value both(Value known, Value more) {
        List<Value> values = new ArrayList<>();
        if (known instanceof Value.ListOf(List<Value> several)) {
            values.addAll(several);
        } else {
            values.add(known);
        }
        if (values.contains(more)) {
            return known;
        }
        values.add(more);
        return new Value.ListOf(values);
    }

    private String name(Thing thing, String iri) {
        String prefix = vocabulary.prefix(iri);
        if (!prefix.equals("\0") && !Vocabulary.isKnown(prefix)) {
            prefixes.computeIfAbsent(thing, _ -> new TreeMap<>())
                    .put(prefix, Value.text(vocabulary.namespace(prefix)));
        }
        return vocabulary.name(iri);
    }

    private Thing thing(Term term) throws ReadingFailed {
        if (term instanceof Term.Iri(String iri)) {
            String own =
                    iri.startsWith(Vocabulary.OWN_NODE)
                            ? iri.substring(Vocabulary.OWN_NODE.length())
                            : "";
            if (Id.isId(own)) {
                return graph.thing(own);
            }
            Thing thing = graph.thing("<" + iri);
            if (!iri.startsWith(Vocabulary.BASE)) {
                thing.knownAs(iri);
                thing.properties().put(IRI, Value.text(iri));
            }
            return thing;
        }
        return graph.thing("_:" + ((Term.Blank) term).label());
    }

    /** Names everything, when all was told. */
    void end() {
        for (Thing thing : graph.things()) {
            Map<String, Value> used = prefixes.get(thing);
            if (used != null) {
                thing.properties().putIfAbsent(PREFIXES, new Value.MapOf(Properties.of(used)));
            }
            String name = told(thing);
            if (name.isEmpty() && thing.key().startsWith("<")) {
                name = Vocabulary.localName(thing.key().substring(1));
            } else if (name.isEmpty() && thing.key().startsWith("_:") && !thing.types().isEmpty()) {
                String type = thing.types().iterator().next();
                name = type.substring(type.indexOf(':') + 1);
            }
            thing.call(name);
            // A plain label is the name, and nothing beside it.
            if (Value.text(name).equals(thing.properties().get("rdfs:label"))) {
                thing.properties().remove("rdfs:label");
            }
        }
    }

    private String told(Thing thing) {
        Map<String, String> known = names.getOrDefault(thing, Map.of());
        // What was exported from here is called by its label, or has no name.
        boolean own = Id.isId(thing.key());
        for (String predicate : own ? List.of(Vocabulary.LABEL) : NAMES) {
            for (String language : List.of("", "en", "*")) {
                String name = known.get(predicate + "@" + language);
                if (name != null && !name.isBlank()) {
                    return name;
                }
            }
        }
        return "";
    }

    /** Whether a property may name what has it. */
    static boolean isName(String key) {
        int at = key.indexOf('@');
        return NAMES.contains(KNOWN.iri(at < 0 ? key : key.substring(0, at)));
    }

    /** What a list of values would be told as: one by one, or in one. */
    static boolean isTold(Value value) {
        if (!(value instanceof Value.ListOf(List<Value> values))
                || !TypedText.kind(value).equals(TypedText.JSON)) {
            return false;
        }
        return values.size() > 1
                && new HashSet<>(values).size() == values.size()
                && values.stream()
                        .noneMatch(
                                one ->
                                        one.isNull()
                                                || one instanceof Value.ListOf
                                                || one instanceof Value.Personal
                                                || one instanceof Value.Erased);
    }
}
