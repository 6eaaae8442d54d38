package alchemist.exchange.cypher;

import alchemist.exchange.cypher.CypherLexer.Token;

/** Something that is Cypher, but is not read here: its statement is passed over from there on. */
final class Unread extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Token token;

    Unread(String what, Token token) {
        super(what, null, false, false);
        this.token = token;
    }

    Token token() {
        return token;
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
