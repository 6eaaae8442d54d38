package alchemist.engine.stream;

import alchemist.kernel.Event;
import alchemist.kernel.schema.Schema;
import java.util.List;

/**
 * Selects subjects: each token is a text, {@code *} for any one, and at the end {@code >} for one
 * or more, as in NATS. Immutable; for any thread.
 */
public final class SubjectPattern {
    /** Every event of every workspace. */
    public static final SubjectPattern ALL = parse("ws.>");

    private static final int TOKENS = 5;

    private final String text;
    private final List<String> tokens;

    private SubjectPattern(String text, List<String> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * Reads a pattern such as {@code ws.acme.graph.>} or {@code ws.*.graph.*.node-added}.
     *
     * @throws IllegalArgumentException when no subject could match it
     */
    public static SubjectPattern parse(String text) {
        List<String> tokens = List.of(text.split("\\.", -1));
        boolean open = tokens.getLast().equals(">");
        List<String> fixed = open ? tokens.subList(0, tokens.size() - 1) : tokens;
        for (String token : fixed) {
            check(text, token);
        }
        if (open ? fixed.size() >= TOKENS : fixed.size() != TOKENS) {
            throw wrong(text, "it has " + tokens.size() + " parts");
        }
        if (!fixed.isEmpty() && !matches(fixed.getFirst(), "ws")) {
            throw wrong(text, "it begins with '" + fixed.getFirst() + "'");
        }
        return new SubjectPattern(text, fixed);
    }

    private static void check(String text, String token) {
        if (token.isEmpty()) {
            throw wrong(text, "a part is empty");
        }
        if (token.length() > 1 && (token.indexOf('*') >= 0 || token.indexOf('>') >= 0)) {
            throw wrong(text, "'*' and '>' stand for whole parts, not within '" + token + "'");
        }
        if (token.equals(">")) {
            throw wrong(text, "'>' stands only at the end");
        }
        if (token.chars().anyMatch(c -> c <= ' ')) {
            throw wrong(text, "'" + token + "' has a blank in it");
        }
    }

    /** Whether an event of a workspace has such a subject. */
    public boolean matches(String workspace, Event event) {
        int size = tokens.size();
        Schema<?> schema = event.schema();
        return (size < 2 || matches(tokens.get(1), workspace))
                && (size < 3 || matches(tokens.get(2), schema.context()))
                && (size < 5 || matches(tokens.get(4), schema.localName()))
                && (size < 4
                        || isAny(tokens.get(3))
                        || tokens.get(3).equals(event.entity().toString()));
    }

    /** Whether it selects a subject. */
    public boolean matches(Subject subject) {
        int size = tokens.size();
        return (size < 2 || matches(tokens.get(1), subject.workspace()))
                && (size < 3 || matches(tokens.get(2), subject.context()))
                && (size < 4 || matches(tokens.get(3), subject.entity()))
                && (size < 5 || matches(tokens.get(4), subject.event()));
    }

    /** Whether every subject of a workspace could match in its second part. */
    public boolean concerns(String workspace) {
        return tokens.size() < 2 || matches(tokens.get(1), workspace);
    }

    private static boolean matches(String token, String part) {
        return isAny(token) || token.equals(part);
    }

    private static boolean isAny(String token) {
        return token.equals("*");
    }

    private static IllegalArgumentException wrong(String text, String problem) {
        return new IllegalArgumentException(
                "'"
                        + text
                        + "' selects no events: "
                        + problem
                        + "; write ws.<workspace>.<context>.<entity-id>.<event-name> with '*' for"
                        + " any part and '>' for all the rest");
    }

    @Override
    public String toString() {
        return text;
    }
}
