package alchemist.exchange.rdf;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileText;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Turtle by recursive descent.
 *
 * @see <a href="https://www.w3.org/TR/turtle/">RDF 1.1 Turtle</a>
 */
final class TurtleParser {
    private static final int MAX_DEPTH = 200;
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?([0-9]+\\.?[0-9]*[eE][+-]?[0-9]+|\\.[0-9]+([eE][+-]?[0-9]+)?|[0-9]*\\.[0-9]+|[0-9]+)");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]+(-[a-zA-Z0-9]+)*");
    private static final String FIRST = Vocabulary.RDF + "first";
    private static final String REST = Vocabulary.RDF + "rest";
    private static final Term NIL = new Term.Iri(Vocabulary.RDF + "nil");
    private static final String LOCAL_ESCAPES = "_~.-!$&'()*+,;=/?#@%";

    private final String text;
    private final String where;
    private final Vocabulary vocabulary;
    private final RdfGraph graph;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private String base = Vocabulary.BASE;
    private int blanks;
    private int depth;
    private int at;

    TurtleParser(String text, String where, Vocabulary vocabulary, RdfGraph graph) {
        this.text = text;
        this.where = where;
        this.vocabulary = vocabulary;
        this.graph = graph;
    }

    void parse() throws ReadingFailed {
        for (space(); at < text.length(); space()) {
            if (text.charAt(at) == '@') {
                directive();
            } else if (isKeyword("PREFIX")) {
                at += "PREFIX".length();
                prefix();
            } else if (isKeyword("BASE")) {
                at += "BASE".length();
                space();
                base = iriReference();
            } else {
                statement();
                expect('.');
            }
        }
    }

    private void directive() throws ReadingFailed {
        if (text.startsWith("@prefix", at)) {
            at += "@prefix".length();
            prefix();
        } else if (text.startsWith("@base", at)) {
            at += "@base".length();
            space();
            base = iriReference();
        } else {
            throw error("'@prefix' or '@base' is expected");
        }
        expect('.');
    }

    private void prefix() throws ReadingFailed {
        space();
        int from = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(from, at);
        if (at >= text.length() || text.charAt(at) != ':') {
            throw error("':' is expected behind the prefix '" + name + "'");
        }
        at++;
        space();
        String namespace = iriReference();
        prefixes.put(name, namespace);
        vocabulary.declare(name, namespace);
    }

    private void statement() throws ReadingFailed {
        char c = text.charAt(at);
        if (c == '[') {
            Term subject = blankProperties();
            space();
            if (at < text.length() && text.charAt(at) != '.') {
                predicates(subject);
            }
        } else {
            predicates(c == '(' ? collection() : resource());
        }
    }

    private void predicates(Term subject) throws ReadingFailed {
        while (true) {
            space();
            String predicate = predicate();
            do {
                graph.add(subject, predicate, object());
                space();
            } while (skip(','));
            boolean more = false;
            while (skip(';')) {
                more = true;
                space();
            }
            if (!more || at >= text.length() || ".]".indexOf(text.charAt(at)) >= 0) {
                return;
            }
        }
    }

    private String predicate() throws ReadingFailed {
        if (at + 1 < text.length()
                && text.charAt(at) == 'a'
                && !isNamePart(text.charAt(at + 1))
                && text.charAt(at + 1) != ':') {
            at++;
            return Vocabulary.TYPE;
        }
        if (resource() instanceof Term.Iri(String iri)) {
            return iri;
        }
        throw error("a blank node is no property");
    }

    private Term object() throws ReadingFailed {
        space();
        if (at >= text.length()) {
            throw error("a value is expected, and the text ends");
        }
        char c = text.charAt(at);
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
            int end = at + flag.length();
            if (text.startsWith(flag, at)
                    && (end == text.length()
                            || (!isNamePart(text.charAt(end)) && text.charAt(end) != ':'))) {
                at = end;
                return new Term.Literal(flag, Vocabulary.XSD + "boolean", "");
            }
        }
        return resource();
    }

    private Term resource() throws ReadingFailed {
        if (at >= text.length()) {
            throw error("a resource is expected, and the text ends");
        }
        if (text.startsWith("<<", at)) {
            throw error("statements about statements (RDF-star) are not read");
        }
        if (text.charAt(at) == '<') {
            return new Term.Iri(iriReference());
        }
        if (text.startsWith("_:", at)) {
            at += 2;
            return new Term.Blank(label(localName()));
        }
        int from = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        // a dot may stand within a prefix, never at its end
        if (at >= text.length() || text.charAt(at) != ':') {
            at = from;
            throw error("a resource is expected, not " + shown());
        }
        String prefix = text.substring(from, at++);
        String namespace = prefixes.get(prefix);
        if (namespace == null) {
            at = from;
            throw error("the prefix '" + prefix + ":' is declared nowhere");
        }
        return new Term.Iri(namespace + localName());
    }

    /** The labels of a file and those that are made up must not meet. */
    private String label(String named) {
        return labels.computeIfAbsent(named, name -> "n-" + name);
    }

    private Term blankProperties() throws ReadingFailed {
        deeper();
        at++;
        Term blank = new Term.Blank("b" + blanks++);
        space();
        if (!skip(']')) {
            predicates(blank);
            expect(']');
        }
        depth--;
        return blank;
    }

    private Term collection() throws ReadingFailed {
        deeper();
        at++;
        Term first = NIL;
        Term last = NIL;
        space();
        while (!skip(')')) {
            Term item = object();
            Term cell = new Term.Blank("b" + blanks++);
            graph.add(cell, FIRST, item);
            if (last.equals(NIL)) {
                first = cell;
            } else {
                graph.add(last, REST, cell);
            }
            last = cell;
            space();
        }
        if (!last.equals(NIL)) {
            graph.add(last, REST, NIL);
        }
        depth--;
        return first;
    }

    private void deeper() throws ReadingFailed {
        if (++depth > MAX_DEPTH) {
            throw error("nested deeper than " + MAX_DEPTH);
        }
    }

    private Term number() throws ReadingFailed {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw error("a number is expected, not " + shown());
        }
        at = number.end();
        String digits = number.group();
        boolean exponent = digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
        String type = exponent ? "double" : digits.indexOf('.') >= 0 ? "decimal" : "integer";
        return new Term.Literal(digits, Vocabulary.XSD + type, "");
    }

    private Term literal() throws ReadingFailed {
        String value = quoted();
        if (at < text.length() && text.charAt(at) == '@') {
            Matcher language = LANGUAGE.matcher(text).region(at + 1, text.length());
            if (!language.lookingAt()) {
                throw error("a language is expected behind '@'");
            }
            at = language.end();
            return new Term.Literal(value, Vocabulary.RDF + "langString", language.group());
        }
        if (text.startsWith("^^", at)) {
            at += 2;
            space();
            if (resource() instanceof Term.Iri(String type)) {
                return new Term.Literal(value, type, "");
            }
            throw error("a blank node is no type");
        }
        return new Term.Literal(value, Vocabulary.STRING, "");
    }

    private String quoted() throws ReadingFailed {
        int from = at;
        char quote = text.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, at);
        at += isLong ? 3 : 1;
        StringBuilder read = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isLong ? text.startsWith(three, at) : c == quote) {
                at += isLong ? 3 : 1;
                // of a long one, quotation marks may stand right before its end
                while (isLong && at < text.length() && text.charAt(at) == quote) {
                    read.append(quote);
                    at++;
                }
                return read.toString();
            }
            if (!isLong && (c == '\n' || c == '\r')) {
                break;
            }
            at++;
            if (c == '\\') {
                escape(read);
            } else {
                read.append(c);
            }
        }
        at = from;
        throw error("a text without end");
    }

    private void escape(StringBuilder read) throws ReadingFailed {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        switch (c) {
            case 't' -> read.append('\t');
            case 'b' -> read.append('\b');
            case 'n' -> read.append('\n');
            case 'r' -> read.append('\r');
            case 'f' -> read.append('\f');
            case '"', '\'', '\\' -> read.append(c);
            case 'u', 'U' -> read.appendCodePoint(code(c == 'u' ? 4 : 8));
            default -> throw error("an escape that Turtle does not know");
        }
    }

    private int code(int digits) throws ReadingFailed {
        try {
            int code = Integer.parseInt(text, at, at + digits, 16);
            if (!Character.isValidCodePoint(code)) {
                throw error("an escape that is no character");
            }
            at += digits;
            return code;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw error(digits + " hexadecimal digits are expected");
        }
    }

    private String iriReference() throws ReadingFailed {
        if (at >= text.length() || text.charAt(at) != '<') {
            throw error("an IRI in angle brackets is expected");
        }
        int from = at++;
        StringBuilder iri = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '>') {
                return resolved(iri.toString());
            }
            if (c == '\\') {
                char kind = at < text.length() ? text.charAt(at++) : ' ';
                if (kind != 'u' && kind != 'U') {
                    throw error("an escape that no IRI has");
                }
                iri.appendCodePoint(code(kind == 'u' ? 4 : 8));
            } else if (c <= ' ' || "<\"{}|^`".indexOf(c) >= 0) {
                at--;
                throw error("an IRI has no such character: " + shown());
            } else {
                iri.append(c);
            }
        }
        at = from;
        throw error("an IRI without end");
    }

    private String resolved(String iri) {
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

    private String localName() throws ReadingFailed {
        StringBuilder name = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                char escaped = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
                if (LOCAL_ESCAPES.indexOf(escaped) < 0) {
                    throw error("an escape that no name has");
                }
                name.append(escaped);
                at += 2;
            } else if (isNamePart(c) || c == ':' || c == '%') {
                name.append(c);
                at++;
            } else {
                break;
            }
        }
        // A dot at the end ends the statement.
        while (!name.isEmpty()
                && name.charAt(name.length() - 1) == '.'
                && text.charAt(at - 1) == '.'
                && (at < 2 || text.charAt(at - 2) != '\\')) {
            name.setLength(name.length() - 1);
            at--;
        }
        return name.toString();
    }

    private boolean isKeyword(String word) {
        int end = at + word.length();
        return text.regionMatches(true, at, word, 0, word.length())
                && end < text.length()
                && (text.charAt(end) <= ' ' || text.charAt(end) == '<');
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || c == '-'
                || c == '.'
                || c == '\u00B7'
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private boolean skip(char c) throws ReadingFailed {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws ReadingFailed {
        if (!skip(c)) {
            throw error("'" + c + "' is expected, not " + shown());
        }
    }

    private void space() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                at++;
            } else {
                return;
            }
        }
    }

    private String shown() {
        return at < text.length()
                ? "'" + Character.toString(text.codePointAt(at)) + "'"
                : "the end";
    }

    private ReadingFailed error(String what) {
        return new ReadingFailed(
                where + " is no Turtle: " + what + " (" + FileText.place(text, at) + ")");
    }
}
