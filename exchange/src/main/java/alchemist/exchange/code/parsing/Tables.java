package alchemist.exchange.code.parsing;

import alchemist.exchange.code.CodeLanguage;
import org.treesitter.TSLanguage;
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

/**
 * The parser's tables of a language, with the names of its symbols at hand: asking the parser for
 * each node's would take most of the time.
 */
final class Tables {
    private static final String ERROR = "ERROR";

    private final TSLanguage language;
    private final String[] types;
    private final boolean[] named;

    private Tables(TSLanguage language) {
        this.language = language;
        this.types = new String[language.symbolCount()];
        this.named = new boolean[types.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = language.symbolName(i);
            named[i] = language.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
        }
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
                });
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
