package alchemist.exchange.cypher;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.cypher.CypherLexer.Kind;
import alchemist.exchange.cypher.CypherLexer.Token;
import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what stands for values: literals, what variables hold, and functions that make times. */
final class CypherValues {
    private static final int MAX_DEPTH = 100;

    private final CypherLexer lexer;
    private int depth;

    CypherValues(CypherLexer lexer) {
        this.lexer = lexer;
    }

    /** The value that comes next, where variables hold what a row says. */
    Value value(Map<String, Object> row) throws ReadingFailed, Unread {
        if (++depth > MAX_DEPTH) {
            throw lexer.error("values nest deeper than " + MAX_DEPTH, lexer.peek());
        }
        try {
            Value value = single(row);
            while (lexer.peek().is("+") || lexer.peek().is("[")) {
                if (lexer.peek().is("[")) {
                    throw new Unread("elements of lists", lexer.peek());
                }
                Token plus = lexer.take();
                value = sum(value, single(row), plus);
            }
            return value;
        } finally {
            depth--;
        }
    }

    /** Properties in braces, where they come next; else none. */
    SortedMap<String, Value> properties(Map<String, Object> row) throws ReadingFailed, Unread {
        SortedMap<String, Value> properties = new TreeMap<>();
        if (lexer.peek().is("{")) {
            properties.putAll(map(row));
        } else if (lexer.peek().is("$")) {
            throw new Unread("parameters", lexer.peek());
        }
        return properties;
    }

    private static Value sum(Value one, Value other, Token plus) throws Unread {
        if (one instanceof Value.Text(String a) && other instanceof Value.Text(String b)) {
            return Value.text(a + b);
        }
        throw new Unread("sums of anything but texts", plus);
    }

    private Value single(Map<String, Object> row) throws ReadingFailed, Unread {
        Token token = lexer.peek();
        switch (token.kind()) {
            case TEXT -> {
                return Value.text(lexer.take().text());
            }
            case NUMBER -> {
                return number("", lexer.take());
            }
            case WORD, QUOTED_NAME -> {
                return word(row);
            }
            case SIGN -> {
                if (lexer.skip("-")) {
                    return number("-", lexer.take());
                }
                if (token.is("[")) {
                    return list(row);
                }
                if (token.is("{")) {
                    return new Value.MapOf(Properties.of(map(row)));
                }
                if (token.is("$")) {
                    throw new Unread("parameters", token);
                }
                if (token.is("(")) {
                    throw new Unread("expressions in brackets", token);
                }
            }
            case END -> {
                // cut off
            }
        }
        throw lexer.error("a value is expected, not " + CypherLexer.shown(token), token);
    }

    private Value number(String sign, Token token) throws ReadingFailed {
        if (token.kind() != Kind.NUMBER) {
            throw lexer.error("a number is expected, not " + CypherLexer.shown(token), token);
        }
        String digits = token.text();
        try {
            if (digits.startsWith("0x") || digits.startsWith("0X")) {
                return Value.integer(Long.parseLong(sign + digits.substring(2), 16));
            }
            boolean whole = digits.chars().allMatch(c -> c >= '0' && c <= '9');
            return whole
                    ? Value.integer(Long.parseLong(sign + digits))
                    : new Value.Real(Double.parseDouble(sign + digits));
        } catch (NumberFormatException e) {
            throw lexer.error("the number " + digits + " has more than 64 bits", token);
        }
    }

    private Value list(Map<String, Object> row) throws ReadingFailed, Unread {
        lexer.expect("[");
        List<Value> values = new ArrayList<>();
        while (!lexer.skip("]")) {
            values.add(value(row));
            if (!lexer.peek().is("]")) {
                lexer.expect(",");
            }
        }
        return new Value.ListOf(values);
    }

    private SortedMap<String, Value> map(Map<String, Object> row) throws ReadingFailed, Unread {
        lexer.expect("{");
        SortedMap<String, Value> map = new TreeMap<>();
        while (!lexer.skip("}")) {
            String key = lexer.peek().kind() == Kind.TEXT ? lexer.take().text() : lexer.name();
            lexer.expect(":");
            map.put(key, value(row));
            if (!lexer.peek().is("}")) {
                lexer.expect(",");
            }
        }
        return map;
    }

    private Value word(Map<String, Object> row) throws ReadingFailed, Unread {
        Token token = lexer.take();
        if (token.kind() == Kind.WORD) {
            switch (token.text().toLowerCase(Locale.ROOT)) {
                case "true" -> {
                    return Value.flag(true);
                }
                case "false" -> {
                    return Value.flag(false);
                }
                case "null" -> {
                    return Value.NULL;
                }
                default -> {
                    if (lexer.peek().is("(")) {
                        return function(token, row);
                    }
                }
            }
        }
        @Nullable Object held = row.get(token.text());
        if (held == null) {
            throw new Unread("'" + token.text() + "', which holds nothing here", token);
        }
        while (lexer.skip(".")) {
            held = field(held, lexer.name());
        }
        if (held instanceof Value value) {
            return value;
        }
        throw new Unread("'" + token.text() + "' as a value", token);
    }

    private static Object field(Object held, String name) {
        @Nullable Value value =
                switch (held) {
                    case Thing thing -> thing.properties().get(name);
                    case Link link -> link.properties().get(name);
                    case Value.MapOf(Properties entries) -> entries.find(name);
                    default -> null;
                };
        return value == null ? Value.NULL : value;
    }

    private Value function(Token name, Map<String, Object> row) throws ReadingFailed, Unread {
        lexer.expect("(");
        List<Value> arguments = new ArrayList<>();
        while (!lexer.skip(")")) {
            arguments.add(value(row));
            if (!lexer.peek().is(")")) {
                lexer.expect(",");
            }
        }
        @Nullable Value made =
                arguments.size() == 1
                        ? made(name.text().toLowerCase(Locale.ROOT), arguments.getFirst())
                        : null;
        if (made == null) {
            throw new Unread("the function " + name.text() + " of this", name);
        }
        return made;
    }

    private static @Nullable Value made(String function, Value of) {
        if (function.equals("point") && of instanceof Value.MapOf(Properties map)) {
            return point(map);
        }
        if (!(of instanceof Value.Text(String text))) {
            return null;
        }
        return switch (function) {
            case "date", "time", "duration" -> TypedText.value(function, text);
            case "localtime" -> TypedText.value("localTime", text);
            case "localdatetime" -> TypedText.value("localDateTime", text);
            case "datetime" -> TypedText.value("dateTime", text);
            case "tofloat" -> TypedText.value(TypedText.DOUBLE, text);
            case "tointeger" -> TypedText.value(TypedText.LONG, text);
            case "toboolean" -> TypedText.value(TypedText.BOOLEAN, text);
            case "tostring" -> of;
            default -> null;
        };
    }

    private static @Nullable Value point(Properties map) {
        boolean earth = map.find("latitude") != null;
        Double x = real(map.find(earth ? "longitude" : "x"));
        Double y = real(map.find(earth ? "latitude" : "y"));
        Double height = real(map.find(earth && map.find("z") == null ? "height" : "z"));
        if (x == null || y == null) {
            return null;
        }
        int srid = earth ? (height == null ? 4326 : 4979) : height == null ? 7203 : 9157;
        if (map.find("srid") instanceof Value.Int(long told)) {
            srid = (int) told;
        }
        try {
            return new Value.Point(srid, x, y, height == null ? 0 : height);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Double real(@Nullable Value value) {
        return switch (value) {
            case Value.Int(long number) -> (double) number;
            case Value.Real(double number) -> number;
            case null, default -> null;
        };
    }
}
