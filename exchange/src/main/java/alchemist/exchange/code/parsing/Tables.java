package alchemist.exchange.code.parsing;

import alchemist.exchange.code.CodeLanguage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSQuery;
import org.treesitter.TSQueryCursor;
import org.treesitter.TSQueryMatch;
import org.treesitter.TSSymbolType;
import org.treesitter.TreeSitterC;
import org.treesitter.TreeSitterCpp;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRust;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/** The parser's tables of a language, with what is looked for in its trees. */
final class Tables {
    static final String ERROR = "ERROR";

    private final TSLanguage language;
    private final Grammar grammar;
    private final String[] types;
    private final boolean[] named;
    private final TSQuery query;

    private Tables(TSLanguage language, Grammar grammar) {
        this.language = language;
        this.grammar = grammar;
        this.types = new String[language.symbolCount()];
        this.named = new boolean[types.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = language.symbolName(i);
            named[i] = language.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
        }
        this.query = new TSQuery(language, patterns());
    }

    /** Of the types that a grammar knows, those that this language of its family has. */
    private String patterns() {
        Set<String> has = new HashSet<>(List.of(types));
        StringBuilder patterns = new StringBuilder("(ERROR) @node ");
        for (String type : grammar.types()) {
            if (has.contains(type)) {
                patterns.append('(').append(type).append(") @node ");
            }
        }
        for (String token : grammar.tokens()) {
            patterns.append('"').append(token).append("\" @node ");
        }
        return patterns.toString();
    }

    static Tables of(CodeLanguage language) {
        return new Tables(
                switch (language) {
                    case JAVA -> new TreeSitterJava();
                    case JAVASCRIPT -> new TreeSitterJavascript();
                    case TYPESCRIPT -> new TreeSitterTypescript();
                    case TSX -> new TreeSitterTsx();
                    case PYTHON -> new TreeSitterPython();
                    case GO -> new TreeSitterGo();
                    case RUST -> new TreeSitterRust();
                    case C -> new TreeSitterC();
                    case CPP -> new TreeSitterCpp();
                },
                Grammar.of(language));
    }

    Grammar grammar() {
        return grammar;
    }

    /** The nodes that mean something. */
    List<TSNode> found(TSNode root) {
        List<TSNode> nodes = new ArrayList<>();
        try (TSQueryCursor cursor = new TSQueryCursor()) {
            cursor.exec(query, root);
            TSQueryMatch match = new TSQueryMatch();
            while (cursor.nextMatch(match)) {
                nodes.add(match.getCaptures()[0].getNode());
            }
        }
        return nodes;
    }

    TSLanguage language() {
        return language;
    }

    /** Whether nodes of a symbol are named, rather than punctuation or words of the language. */
    boolean isNamed(int symbol) {
        return symbol >= named.length || named[symbol];
    }

    /** The type of a symbol's nodes. */
    String type(int symbol) {
        return symbol >= types.length ? ERROR : types[symbol];
    }
}
