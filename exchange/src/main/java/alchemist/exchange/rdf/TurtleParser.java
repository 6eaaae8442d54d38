package alchemist.exchange.rdf;

import alchemist.exchange.ReadingFailed;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads Turtle by recursive descent.
 *
 * @see <a href="https://www.w3.org/TR/turtle/">RDF 1.1 Turtle</a>
 */
final class TurtleParser {
    private static final int MAX_DEPTH = 200;
    private static final String FIRST = Vocabulary.RDF + "first";
    private static final String REST = Vocabulary.RDF + "rest";
    private static final Term NIL = new Term.Iri(Vocabulary.RDF + "nil");

    private final TurtleScanner in;
    private final Vocabulary vocabulary;
    private final RdfGraph graph;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private String base = Vocabulary.BASE;
    private int blanks;
    private int depth;

    TurtleParser(String text, String where, Vocabulary vocabulary, RdfGraph graph) {
        this.in = new TurtleScanner(text, where);
        this.vocabulary = vocabulary;
        this.graph = graph;
    }

    void parse() throws ReadingFailed {
        for (in.space(); !in.atEnd(); in.space()) {
            if (in.peek() == '@') {
                directive();
            } else if (in.takeKeyword("PREFIX")) {
                prefix();
            } else if (in.takeKeyword("BASE")) {
                in.space();
                base = iri();
            } else {
                statement();
                in.expect('.');
            }
        }
    }

    private void directive() throws ReadingFailed {
        if (in.take("@prefix")) {
            prefix();
        } else if (in.take("@base")) {
            in.space();
            base = iri();
        } else {
            throw in.error("'@prefix' or '@base' is expected");
        }
        in.expect('.');
    }

    private void prefix() throws ReadingFailed {
        in.space();
        String name = in.prefix();
        if (!in.take(":")) {
            throw in.error("':' is expected behind the prefix '" + name + "'");
        }
        in.space();
        String namespace = iri();
        prefixes.put(name, namespace);
        vocabulary.declare(name, namespace);
    }

    private void statement() throws ReadingFailed {
        char c = in.peek();
        if (c == '[') {
            Term subject = blankProperties();
            in.space();
            if (!in.atEnd() && in.peek() != '.') {
                predicates(subject);
            }
        } else {
            predicates(c == '(' ? collection() : resource());
        }
    }

    private void predicates(Term subject) throws ReadingFailed {
        while (true) {
            in.space();
            String predicate = predicate();
            do {
                graph.add(subject, predicate, object());
                in.space();
            } while (in.skip(','));
            boolean more = false;
            while (in.skip(';')) {
                more = true;
                in.space();
            }
            if (!more || in.atEnd() || ".]".indexOf(in.peek()) >= 0) {
                return;
            }
        }
    }

    private String predicate() throws ReadingFailed {
        if (in.left() > 1 && in.takeWord("a")) {
            return Vocabulary.TYPE;
        }
        if (resource() instanceof Term.Iri(String iri)) {
            return iri;
        }
        throw in.error("a blank node is no property");
    }

    private Term object() throws ReadingFailed {
        in.space();
        if (in.atEnd()) {
            throw in.error("a value is expected, and the text ends");
        }
        char c = in.peek();
        if (c == '[') {
            return blankProperties();
        }
        if (c == '(') {
            return collection();
        }
        if (c == '"' || c == '\'') {
            return literal();
        }
        if (c == '+' || c == '-' || c == '.' || (c >= '0' && c <= '9')) {
            return number();
        }
        for (String flag : new String[] {"true", "false"}) {
            if (in.takeWord(flag)) {
                return new Term.Literal(flag, Vocabulary.XSD + "boolean", "");
            }
        }
        return resource();
    }

    private Term resource() throws ReadingFailed {
        if (in.atEnd()) {
            throw in.error("a resource is expected, and the text ends");
        }
        if (in.sees("<<")) {
            throw in.error("statements about statements (RDF-star) are not read");
        }
        if (in.peek() == '<') {
            return new Term.Iri(iri());
        }
        if (in.take("_:")) {
            return new Term.Blank(label(in.localName()));
        }
        int from = in.position();
        String prefix = in.prefix();
        // a dot may stand within a prefix, never at its end
        if (!in.take(":")) {
            in.moveTo(from);
            throw in.error("a resource is expected, not " + in.shown());
        }
        String namespace = prefixes.get(prefix);
        if (namespace == null) {
            in.moveTo(from);
            throw in.error("the prefix '" + prefix + ":' is declared nowhere");
        }
        return new Term.Iri(namespace + in.localName());
    }

    /** The labels of a file and those that are made up must not meet. */
    private String label(String named) {
        return labels.computeIfAbsent(named, name -> "n-" + name);
    }

    private Term blankProperties() throws ReadingFailed {
        deeper();
        in.expect('[');
        Term blank = new Term.Blank("b" + blanks++);
        in.space();
        if (!in.skip(']')) {
            predicates(blank);
            in.expect(']');
        }
        depth--;
        return blank;
    }

    private Term collection() throws ReadingFailed {
        deeper();
        in.expect('(');
        Term first = NIL;
        Term last = NIL;
        in.space();
        while (!in.skip(')')) {
            Term item = object();
            Term cell = new Term.Blank("b" + blanks++);
            graph.add(cell, FIRST, item);
            if (last.equals(NIL)) {
                first = cell;
            } else {
                graph.add(last, REST, cell);
            }
            last = cell;
            in.space();
        }
        if (!last.equals(NIL)) {
            graph.add(last, REST, NIL);
        }
        depth--;
        return first;
    }

    private void deeper() throws ReadingFailed {
        if (++depth > MAX_DEPTH) {
            throw in.error("nested deeper than " + MAX_DEPTH);
        }
    }

    private Term number() throws ReadingFailed {
        String digits = in.number();
        boolean exponent = digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
        String type = exponent ? "double" : digits.indexOf('.') >= 0 ? "decimal" : "integer";
        return new Term.Literal(digits, Vocabulary.XSD + type, "");
    }

    private Term literal() throws ReadingFailed {
        String value = in.quoted();
        if (in.peek() == '@') {
            return new Term.Literal(value, Vocabulary.RDF + "langString", in.language());
        }
        if (in.take("^^")) {
            in.space();
            if (resource() instanceof Term.Iri(String type)) {
                return new Term.Literal(value, type, "");
            }
            throw in.error("a blank node is no type");
        }
        return new Term.Literal(value, Vocabulary.STRING, "");
    }

    private String iri() throws ReadingFailed {
        String iri = in.iriReference();
        if (Vocabulary.isAbsolute(iri)) {
            return iri;
        }
        try {
            // Java drops the last part of the base for an empty reference, against the rules
            String plain = base.indexOf('#') < 0 ? base : base.substring(0, base.indexOf('#'));
            return iri.isEmpty() || iri.startsWith("#")
                    ? plain + iri
                    : URI.create(base).resolve(iri).toString();
        } catch (IllegalArgumentException e) {
            return base + iri;
        }
    }
}
