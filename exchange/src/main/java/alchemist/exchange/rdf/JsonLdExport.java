package alchemist.exchange.rdf;

import alchemist.exchange.GraphCopy;
import alchemist.exchange.graphfile.ShownGraph;
import alchemist.kernel.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a graph as it is shown as JSON-LD, in expanded names: it needs no context to be read. */
public final class JsonLdExport {
    /** How an export begins. */
    static final String HEADER = "{\"@context\":{\"alchemist\":";

    private final OutputStream out;
    private boolean first = true;

    private JsonLdExport(OutputStream out) {
        this.out = out;
    }

    /** Writes a graph. */
    public static void write(GraphCopy graph, OutputStream out) throws IOException {
        new JsonLdExport(out).write(new ShownGraph(graph));
    }

    private void write(ShownGraph graph) throws IOException {
        // The prefixes are for people, and for who reads it back.
        JsonWriter context = new JsonWriter();
        context.object();
        context.field("alchemist", "urn:alchemist:");
        context.field("rdfs", Vocabulary.RDFS);
        for (Map.Entry<String, String> one :
                new java.util.TreeMap<>(RdfSubject.vocabulary(graph).declared()).entrySet()) {
            boolean plain = one.getKey().matches("[a-zA-Z][a-zA-Z0-9_-]*");
            if (plain && !Vocabulary.isKnown(one.getKey())) {
                context.field(one.getKey(), one.getValue());
            } else if (one.getKey().isEmpty()) {
                context.field("@vocab", one.getValue());
            }
        }
        context.endObject();
        text("{\"@context\":" + context + ",\"@graph\":[");
        RdfSubject.each(graph, (subject, _) -> write(subject));
        text("]}\n");
        out.flush();
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(RdfSubject subject) throws IOException {
        JsonWriter json = new JsonWriter();
        json.object().field("@id", subject.iri());
        if (!subject.types().isEmpty()) {
            json.name("@type").array();
            subject.types().forEach(json::text);
            json.endArray();
        }
        subject.statements().forEach((predicate, terms) -> write(predicate, terms, json));
        json.endObject();
        // Each thing stands on a line of its own.
        text(first ? "\n" : ",\n");
        first = false;
        out.write(json.output().bytes(), 0, json.output().size());
    }

    private static void write(String predicate, List<Term> terms, JsonWriter json) {
        json.name(predicate).array();
        for (Term term : terms) {
            switch (term) {
                case Term.Iri(String iri) -> json.object().field("@id", iri).endObject();
                case Term.Blank(String label) ->
                        json.object().field("@id", "_:" + label).endObject();
                case Term.Literal(String text, String datatype, String language) -> {
                    json.object().field("@value", text);
                    if (!language.isEmpty()) {
                        json.field("@language", language);
                    } else if (!datatype.isEmpty() && !datatype.equals(Vocabulary.STRING)) {
                        json.field("@type", datatype);
                    }
                    json.endObject();
                }
            }
        }
        json.endArray();
    }
}
