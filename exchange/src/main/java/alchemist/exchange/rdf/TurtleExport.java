package alchemist.exchange.rdf;

import alchemist.exchange.GraphCopy;
import alchemist.exchange.graphfile.ShownGraph;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a graph as it is shown as Turtle: nodes are resources, under the IRI that they are known
 * by or one of this program.
 */
public final class TurtleExport {
    /** The first line, by which an export is known. */
    static final String HEADER = "# alchemist.graph 1\n";

    private final Writer out;

    private TurtleExport(Writer out) {
        this.out = out;
    }

    /** Writes a graph. */
    public static void write(GraphCopy graph, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new TurtleExport(writer).write(new ShownGraph(graph));
        writer.flush();
    }

    private void write(ShownGraph graph) throws IOException {
        out.write(HEADER);
        out.write("@prefix rdfs: " + bracketed(Vocabulary.RDFS) + " .\n");
        out.write("@prefix xsd: " + bracketed(Vocabulary.XSD) + " .\n");
        for (Map.Entry<String, String> one :
                new java.util.TreeMap<>(RdfSubject.vocabulary(graph).declared()).entrySet()) {
            if (!Vocabulary.isKnown(one.getKey())
                    && one.getKey().matches("[a-zA-Z][a-zA-Z0-9_-]*|")) {
                out.write("@prefix " + one.getKey() + ": " + bracketed(one.getValue()) + " .\n");
            }
        }
        RdfSubject.each(graph, (subject, _) -> write(subject));
    }

    private void write(RdfSubject subject) throws IOException {
        List<String> lines = new ArrayList<>();
        if (!subject.types().isEmpty()) {
            lines.add(
                    "a "
                            + String.join(
                                    ", ",
                                    subject.types().stream()
                                            .map(TurtleExport::bracketed)
                                            .toList()));
        }
        subject.statements()
                .forEach(
                        (predicate, terms) ->
                                lines.add(
                                        named(predicate)
                                                + " "
                                                + String.join(
                                                        ", ",
                                                        terms.stream()
                                                                .map(TurtleExport::text)
                                                                .toList())));
        out.write("\n" + bracketed(subject.iri()) + "\n    ");
        out.write(String.join(" ;\n    ", lines) + " .\n");
    }

    private static String named(String iri) {
        return iri.equals(Vocabulary.LABEL) ? "rdfs:label" : bracketed(iri);
    }

    private static String text(Term term) {
        return switch (term) {
            case Term.Iri(String iri) -> bracketed(iri);
            case Term.Blank(String label) -> "_:" + label;
            case Term.Literal(String text, String datatype, String language) ->
                    quoted(text)
                            + (!language.isEmpty()
                                    ? "@" + language
                                    : datatype.isEmpty() || datatype.equals(Vocabulary.STRING)
                                            ? ""
                                            : "^^" + type(datatype));
        };
    }

    private static String type(String datatype) {
        return datatype.startsWith(Vocabulary.XSD)
                ? "xsd:" + datatype.substring(Vocabulary.XSD.length())
                : bracketed(datatype);
    }

    private static String bracketed(String iri) {
        StringBuilder escaped = new StringBuilder("<");
        for (int i = 0; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) {
                escaped.append(String.format("\\u%04X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.append('>').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format("\\u%04X", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
