package alchemist.exchange.code.parsing;

import alchemist.exchange.code.CodeLanguage;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSSymbolType;
import org.treesitter.TreeSitterC;
import org.treesitter.TreeSitterCSharp;
import org.treesitter.TreeSitterCpp;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterKotlin;
import org.treesitter.TreeSitterPhp;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRuby;
import org.treesitter.TreeSitterRust;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/** The parser's tables of a language, with what is looked for in its trees. */
final class Tables {
    static final String ERROR = "ERROR";

    /** So many nodes tell whether trees lie in memory as they are thought to. */
    private static final int COMPARED = 2000;

    private final MemorySegment language;
    private final Grammar grammar;
    private final String[] types;
    private final boolean[] named;
    private final boolean[] means;
    private final Map<String, Integer> fields = new HashMap<>();
    private @Nullable LanguageMemory memory;
    private int compared;

    private Tables(TSLanguage language, Grammar grammar, MemorySegment at, NativeTrees trees) {
        this.language = at;
        this.grammar = grammar;
        this.memory = LanguageMemory.of(at);
        this.types = new String[language.symbolCount()];
        this.named = new boolean[types.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = language.symbolName(i);
            named[i] = language.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
        }
        this.means = new boolean[types.length];
        Set<String> wanted = new HashSet<>(grammar.types());
        Set<String> tokens = new HashSet<>(grammar.tokens());
        for (int i = 0; i < types.length; i++) {
            means[i] = (named[i] ? wanted : tokens).contains(types[i]);
        }
        for (int i = 1; i <= language.fieldCount(); i++) {
            fields.put(trees.fieldName(at, i), i);
        }
    }

    static Tables of(CodeLanguage language, NativeTrees trees) {
        TSLanguage loaded =
                switch (language) {
                    case JAVA -> new TreeSitterJava();
                    case KOTLIN -> new TreeSitterKotlin();
                    case CSHARP -> new TreeSitterCSharp();
                    case PHP -> new TreeSitterPhp();
                    case RUBY -> new TreeSitterRuby();
                    case JAVASCRIPT -> new TreeSitterJavascript();
                    case TYPESCRIPT -> new TreeSitterTypescript();
                    case TSX -> new TreeSitterTsx();
                    case PYTHON -> new TreeSitterPython();
                    case GO -> new TreeSitterGo();
                    case RUST -> new TreeSitterRust();
                    case C -> new TreeSitterC();
                    case CPP -> new TreeSitterCpp();
                };
        return new Tables(loaded, Grammar.of(language), trees.tables(language), trees);
    }

    Grammar grammar() {
        return grammar;
    }

    /** Where they are in memory. */
    MemorySegment language() {
        return language;
    }

    /** What tells a tree out of its memory, or null where that is not known. */
    @Nullable LanguageMemory memory() {
        return memory;
    }

    /** Whether enough was read out of memory that was as the library tells it. */
    boolean isCompared() {
        return compared >= COMPARED;
    }

    /** Notes whether so many nodes were in memory as the library tells them. */
    void compared(int nodes, boolean same) {
        compared += nodes;
        memory = same ? memory : null;
    }

    /** Whether nodes of a symbol mean something. */
    boolean means(int symbol) {
        return symbol >= means.length || means[symbol];
    }

    /** The number of a field, or 0 where the language has none of this name. */
    int field(String name) {
        return fields.getOrDefault(name, 0);
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
