package alchemist.exchange.rdf;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One reading of a document. */
final class JsonLdReading {
    private final byte[] utf8;
    private final FileGraph graph;
    private final Vocabulary vocabulary = new Vocabulary();
    private final RdfGraph rdf;

    JsonLdReading(byte[] utf8, FileGraph graph) {
        this.utf8 = utf8;
        this.graph = graph;
        this.rdf = new RdfGraph(graph, vocabulary);
    }

    void read() throws ReadingFailed {
        try {
            JsonDocument document = JsonDocument.of(new ByteArrayInputStream(utf8));
            document.getJsonContent().ifPresent(this::prefixes);
            JsonLdOptions options = new JsonLdOptions();
            options.setDocumentLoader((url, _) -> elsewhere(url));
            options.setBase(URI.create(Vocabulary.BASE));
            options.setOrdered(false);
            JsonLd.toRdf(document).options(options).provide(new Statements());
            rdf.end();
        } catch (UncheckedIOException e) {
            throw new ReadingFailed(String.valueOf(e.getMessage()), e);
        } catch (JsonLdError | RuntimeException e) {
            throw new ReadingFailed(
                    graph.where() + " is no JSON-LD: " + e.getMessage() + "; check its @context",
                    e);
        }
    }

    /**
     * In place of a context that is elsewhere: its names are taken for names that begin with it.
     */
    private Document elsewhere(URI url) {
        String text = url.toString();
        boolean schema = text.matches("https?://(www\\.)?schema\\.org\\b.*");
        String vocab =
                schema
                        ? text.substring(0, text.indexOf(':')) + "://schema.org/"
                        : text.endsWith("/") || text.endsWith("#") ? text : text + "#";
        graph.warn(
                "",
                "the context "
                        + text
                        + " is elsewhere and not fetched: its names are read as "
                        + vocab
                        + "…, and their values as they stand");
        vocabulary.declare("", schema ? "" : vocab);
        JsonObject context = Json.createObjectBuilder().add("@vocab", vocab).build();
        return JsonDocument.of(Json.createObjectBuilder().add("@context", context).build());
    }

    private void prefixes(JsonStructure json) {
        JsonValue context =
                json instanceof JsonObject object ? object.get("@context") : JsonValue.NULL;
        if (context instanceof JsonObject one) {
            prefixes(one);
        } else if (context instanceof jakarta.json.JsonArray several) {
            for (JsonValue one : several) {
                if (one instanceof JsonObject object) {
                    prefixes(object);
                }
            }
        }
    }

    private void prefixes(JsonObject context) {
        context.forEach(
                (name, value) -> {
                    String iri = value instanceof JsonString text ? text.getString() : "";
                    if (name.equals("@vocab")) {
                        vocabulary.declare("", iri);
                    } else if (!name.startsWith("@")
                            && iri.contains(":")
                            && (iri.endsWith("/") || iri.endsWith("#") || iri.endsWith("_"))) {
                        vocabulary.declare(name, iri);
                    }
                });
    }

    /** Takes statements. */
    private final class Statements implements RdfQuadConsumer {
        @Override
        public RdfQuadConsumer quad(
                String subject,
                String predicate,
                String object,
                @Nullable String datatype,
                @Nullable String language,
                @Nullable String direction,
                @Nullable String named) {
            if (named != null) {
                graph.warn("", "what named graphs state is read as if the file stated it");
            }
            if (direction != null) {
                graph.warn("", "the direction of texts is left out");
            }
            Term stated =
                    datatype == null && language == null
                            ? term(object)
                            : new Term.Literal(
                                    object,
                                    language != null || datatype == null ? "" : datatype,
                                    language == null ? "" : language);
            try {
                rdf.add(term(subject), predicate, stated);
            } catch (ReadingFailed e) {
                throw new UncheckedIOException(e.what(), e);
            }
            return this;
        }

        private static Term term(String text) {
            return text.startsWith("_:") ? new Term.Blank(text.substring(2)) : new Term.Iri(text);
        }
    }
}
