package alchemist.exchange.ddl;

import alchemist.exchange.ddl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A place in a statement. */
final class Cursor {
    private static final Token END = new Token(Kind.SYMBOL, "", 0);

    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean hasMore() {
        return at < tokens.size();
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
    }

    Token take() {
        Token token = peek();
        at++;
        return token;
    }

    /** Passes over words, when all of them follow. */
    boolean takes(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Passes over whichever of these words follow. */
    void skip(Set<String> words) {
        while (hasMore() && words.stream().anyMatch(word -> peek().is(word))) {
            at++;
        }
    }

    /** A name with what it is in, apart by points; empty where none follows. */
    String name() {
        StringBuilder name = new StringBuilder();
        while (peek().isName()) {
            name.append(take().text());
            if (!peek().is(".")) {
                break;
            }
            at++;
            name.append('.');
        }
        return name.toString();
    }

    /** What stands in the brackets that follow, apart by commas; passes over them. */
    List<List<Token>> brackets() {
        List<List<Token>> parts = new ArrayList<>();
        if (!takes("(")) {
            return parts;
        }
        List<Token> part = new ArrayList<>();
        for (int depth = 1; hasMore(); ) {
            Token token = take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
            if (depth == 1 && token.is(",")) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** The names in the brackets that follow: of each part the first. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (List<Token> part : brackets()) {
            if (!part.isEmpty() && part.getFirst().isName()) {
                names.add(part.getFirst().text());
            }
        }
        return names;
    }

    /** What is left, apart by commas outside of brackets. */
    List<List<Token>> rest() {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        int depth = 0;
        while (hasMore()) {
            Token token = take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        parts.add(part);
        return parts;
    }
}
