package alchemist.exchange.mermaid;

import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads entity relationship diagrams. */
final class EntityDiagram {
    /** A sign of how many, and what it says; where one begins another, the longer comes first. */
    private record Many(String sign, String says) {}

    private static final String ZERO_OR_ONE = "zero or one";
    private static final String ZERO_OR_MORE = "zero or more";
    private static final String ONE_OR_MORE = "one or more";
    private static final String EXACTLY_ONE = "exactly one";

    private static final List<Many> CARDINALITIES =
            List.of(
                    new Many("one or zero", ZERO_OR_ONE),
                    new Many("one or more", ONE_OR_MORE),
                    new Many("one or many", ONE_OR_MORE),
                    new Many("1+", ONE_OR_MORE),
                    new Many("|o", ZERO_OR_ONE),
                    new Many("zero or one", ZERO_OR_ONE),
                    new Many("zero or more", ZERO_OR_MORE),
                    new Many("zero or many", ZERO_OR_MORE),
                    new Many("0+", ZERO_OR_MORE),
                    new Many("}o", ZERO_OR_MORE),
                    new Many("many(0)", ZERO_OR_MORE),
                    new Many("many(1)", ONE_OR_MORE),
                    new Many("many", ZERO_OR_MORE),
                    new Many("}|", ONE_OR_MORE),
                    new Many("only one", EXACTLY_ONE),
                    new Many("one", EXACTLY_ONE),
                    new Many("1", EXACTLY_ONE),
                    new Many("||", EXACTLY_ONE),
                    new Many("o|", ZERO_OR_ONE),
                    new Many("o{", ZERO_OR_MORE),
                    new Many("|{", ONE_OR_MORE),
                    new Many("u", "parent"));

    private final Cursor cursor;
    private final Draft draft;

    EntityDiagram(Cursor cursor, Draft draft) {
        this.cursor = cursor;
        this.draft = draft;
    }

    void read() {
        for (cursor.skipBlank(); !cursor.atEnd(); cursor.skipBlank()) {
            statement();
        }
    }

    private void statement() {
        if (cursor.sees("%%") || passedOver()) {
            cursor.takeLine();
        } else if (!CommonLines.take(cursor, draft)) {
            entity();
        }
    }

    private boolean passedOver() {
        for (String word : List.of("style", "classDef", "class", "direction")) {
            if (cursor.seesKeyword(word)) {
                return true;
            }
        }
        return false;
    }

    private void entity() {
        int line = cursor.line();
        Sketch first = name(line);
        if (first == null) {
            return;
        }
        cursor.skipSpaces();
        styles();
        String near = cardinality();
        if (near != null) {
            relationship(first, near, line);
            return;
        }
        if (cursor.take("[")) {
            String alias = FlowText.take(cursor, "]");
            if (alias == null) {
                draft.unreadable("']' behind the name that is shown", cursor);
                return;
            }
            first.label = Labels.of(alias);
            cursor.skipSpaces();
            styles();
        }
        if (cursor.take("{")) {
            attributes(first, line);
        } else {
            restOfLine();
        }
    }

    private @Nullable Sketch name(int line) {
        String name;
        if (cursor.peek() == '"') {
            name = cursor.takeQuoted();
        } else {
            int start = cursor.position();
            while (isName(cursor.peek())) {
                cursor.skip(1);
            }
            name = Labels.asWritten(cursor.between(start, cursor.position()));
        }
        if (name == null || name.isEmpty()) {
            draft.unreadable("an entity", cursor);
            return null;
        }
        return draft.node(Labels.of(name), "Entity", line);
    }

    private boolean isName(char c) {
        return switch (c) {
            case '-' -> cursor.peek(1) != '-';
            case '.' -> cursor.peek(1) != '.';
            case '*' -> true;
            default -> Cursor.isWord(c) || (c >= 0x80 && !Cursor.isBlank(c));
        };
    }

    /** Passes over {@code :::class,other}. */
    private void styles() {
        if (cursor.take(":::")) {
            do {
                cursor.skipSpaces();
                while (isName(cursor.peek())) {
                    cursor.skip(1);
                }
            } while (cursor.take(","));
            cursor.skipSpaces();
        }
    }

    /**
     * Takes a cardinality, and what is behind it; null and unmoved where none is followed by a
     * line.
     */
    private @Nullable String cardinality() {
        int start = cursor.position();
        for (Many many : CARDINALITIES) {
            if (seesIgnoringCase(many.sign())) {
                cursor.skip(many.sign().length());
                if (lineAhead()) {
                    return many.says();
                }
                cursor.moveTo(start);
            }
        }
        return null;
    }

    private boolean lineAhead() {
        int here = cursor.position();
        boolean line = identifying() != null;
        cursor.moveTo(here);
        return line;
    }

    /** Takes the line between two entities; null where there is none. */
    private @Nullable Boolean identifying() {
        cursor.skipSpaces();
        if (cursor.take("--")) {
            return true;
        }
        if (cursor.take("..") || cursor.take(".-") || cursor.take("-.")) {
            return false;
        }
        if (seesIgnoringCase("to") && !Cursor.isWord(cursor.peek(2))) {
            cursor.skip(2);
            return true;
        }
        if (seesIgnoringCase("optionally to") && !Cursor.isWord(cursor.peek(13))) {
            cursor.skip(13);
            return false;
        }
        return null;
    }

    private boolean seesIgnoringCase(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase(cursor.peek(i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void relationship(Sketch first, String near, int line) {
        boolean identifying = Boolean.TRUE.equals(identifying());
        cursor.skipSpaces();
        String far = "";
        for (Many many : CARDINALITIES) {
            if (seesIgnoringCase(many.sign())) {
                cursor.skip(many.sign().length());
                far = many.says();
                break;
            }
        }
        if (far.isEmpty()) {
            draft.unreadable("how many", cursor);
            return;
        }
        cursor.skipSpaces();
        Sketch second = name(line);
        if (second == null) {
            return;
        }
        cursor.skipSpaces();
        styles();
        String label = "";
        if (cursor.take(":")) {
            cursor.skipSpaces();
            String quoted = cursor.peek() == '"' ? cursor.takeQuoted() : null;
            label = Labels.of(quoted == null ? cursor.takeLine() : quoted);
        }
        SortedMap<String, Value> properties =
                Draft.texts("fromCardinality", near, "toCardinality", far);
        properties.put("identifying", new Value.Bool(identifying));
        draft.link(first.id, second.id, Draft.relation(label, "relates to"), properties, line);
        restOfLine();
    }

    private void attributes(Sketch entity, int line) {
        while (true) {
            cursor.skipBlank();
            if (cursor.atEnd()) {
                draft.problem(line, "the attributes of '" + entity.id + "' have no end '}'");
                return;
            }
            if (cursor.take("}")) {
                return;
            }
            if (cursor.sees("%%")) {
                cursor.takeLine();
            } else {
                attribute(entity);
            }
        }
    }

    private void attribute(Sketch entity) {
        int line = cursor.line();
        String type = word();
        cursor.skipSpaces();
        String name = word();
        if (type.isEmpty() || name.isEmpty()) {
            draft.problem(line, "an attribute needs a type and a name");
            if (cursor.peek() == '"') {
                cursor.skip(1);
            } else if (cursor.peek() != '}') {
                cursor.takeLine();
            }
            return;
        }
        List<Value> keys = keys();
        SortedMap<String, Value> attribute =
                Draft.texts("name", name, "type", ClassMember.generics(type));
        if (!keys.isEmpty()) {
            attribute.put("keys", new Value.ListOf(keys));
        }
        cursor.skipSpaces();
        String comment = cursor.peek() == '"' ? cursor.takeQuoted() : null;
        if (comment != null && !comment.isBlank()) {
            attribute.put("comment", new Value.Text(Labels.of(comment)));
        }
        entity.add("attributes", new Value.MapOf(Properties.of(attribute)));
    }

    /** A word of an attribute, which may hold blanks between {@code ~} and {@code ~}. */
    private String word() {
        int start = cursor.position();
        boolean generic = false;
        while (!cursor.atLineEnd() && "}\"".indexOf(cursor.peek()) < 0) {
            char c = cursor.peek();
            if (c == '~' && !generic) {
                generic = true;
                cursor.moveTo(lastTilde());
            } else if (Cursor.isBlank(c)) {
                break;
            }
            cursor.skip(1);
        }
        return Labels.asWritten(cursor.between(start, cursor.position()));
    }

    /** Where the last {@code ~} of the line stands, before its comment. */
    private int lastTilde() {
        int last = 0;
        for (int i = 0; cursor.peek(i) != '\n' && cursor.peek(i) != '"'; i++) {
            if (cursor.peek(i) == '~') {
                last = i;
            } else if (cursor.peek(i) == Cursor.END) {
                break;
            }
        }
        return cursor.position() + last;
    }

    private List<Value> keys() {
        List<Value> keys = new ArrayList<>();
        while (true) {
            cursor.skipSpaces();
            String key = "";
            for (String known : List.of("PK", "FK", "UK")) {
                if (seesIgnoringCase(known.toLowerCase(Locale.ROOT))
                        && !Cursor.isWord(cursor.peek(2))) {
                    key = known;
                }
            }
            if (key.isEmpty()) {
                return keys;
            }
            keys.add(new Value.Text(key));
            cursor.skip(2);
            cursor.skipSpaces();
            if (!cursor.take(",")) {
                return keys;
            }
        }
    }

    private void restOfLine() {
        cursor.skipSpaces();
        if (!cursor.atLineEnd() && !cursor.sees("%%") && !cursor.take(";")) {
            draft.problem(cursor.line(), "not understood: '" + cursor.glimpse() + "'");
        }
        cursor.takeLine();
    }
}
