package alchemist.exchange.code.parsing;

import alchemist.exchange.code.CodeLanguage;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSParser;

/**
 * The functions of the tree-sitter library, called without its Java classes: these make objects of
 * every node by way of JNI, which takes three times as long as parsing. One thread.
 *
 * @see <a
 *     href="https://github.com/tree-sitter/tree-sitter/blob/master/lib/include/tree_sitter/api.h">
 *     tree_sitter/api.h</a>
 */
@SuppressWarnings("restricted") // calls C, as the classes that it stands in for do
final class NativeTrees {
    /** How the library passes a node: its place, where its subtree lies, and its tree. */
    static final MemoryLayout NODE =
            MemoryLayout.structLayout(
                    MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_INT),
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS);

    private static final int SUBTREE = 16;

    private final Arena arena = Arena.global();
    private final @Nullable QuickLibrary quick;
    private final SymbolLookup symbols;
    private final MethodHandle setLanguage;
    private final MethodHandle parse;
    private final MethodHandle deleteTree;
    private final MethodHandle root;
    private final MethodHandle fieldName;
    private final MemorySegment parser;
    private final SegmentAllocator intoNode =
            SegmentAllocator.prefixAllocator(arena.allocate(NODE));
    private final TreeMemory memory = new TreeMemory();
    private final TreeCursor cursor;

    /** The copies that were made last, whose room the next ones take. */
    private @Nullable SyntaxTree read;

    private @Nullable SyntaxTree told;
    private MemorySegment source = arena.allocate(1 << 16);

    /**
     * The functions of the quick library where there is one, else of the one that the package's
     * classes bring for each system.
     */
    NativeTrees(NativeLibraries libraries) {
        new TSParser(); // loads its own
        this.quick = QuickLibrary.load(libraries).orElse(null);
        this.symbols = quick == null ? SymbolLookup.loaderLookup() : quick.symbols();
        MemoryLayout address = ValueLayout.ADDRESS;
        this.setLanguage =
                function(
                        "ts_parser_set_language",
                        FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, address, address));
        this.parse =
                Linker.nativeLinker()
                        .downcallHandle(
                                find("ts_parser_parse_string"),
                                FunctionDescriptor.of(
                                        address, address, address, address, ValueLayout.JAVA_INT));
        this.deleteTree = function("ts_tree_delete", FunctionDescriptor.ofVoid(address));
        this.root = function("ts_tree_root_node", FunctionDescriptor.of(NODE, address));
        this.fieldName =
                function(
                        "ts_language_field_name_for_id",
                        FunctionDescriptor.of(address, address, ValueLayout.JAVA_SHORT));
        this.parser = address(find("ts_parser_new"));
        this.cursor = new TreeCursor(this);
    }

    /** The tables of a language, whose library was loaded. */
    MemorySegment tables(CodeLanguage language) {
        String function =
                "tree_sitter_"
                        + switch (language) {
                            case JAVA -> "java";
                            case KOTLIN -> "kotlin";
                            case CSHARP -> "c_sharp";
                            case PHP -> "php";
                            case RUBY -> "ruby";
                            case JAVASCRIPT -> "javascript";
                            case TYPESCRIPT -> "typescript";
                            case TSX -> "tsx";
                            case PYTHON -> "python";
                            case GO -> "go";
                            case RUST -> "rust";
                            case C -> "c";
                            case CPP -> "cpp";
                        };
        return address(find(SymbolLookup.loaderLookup(), function));
    }

    /** The name of a field of a language. */
    String fieldName(MemorySegment language, int id) {
        try {
            MemorySegment name = (MemorySegment) fieldName.invokeExact(language, (short) id);
            return name.reinterpret(Integer.MAX_VALUE).getString(0);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Parses a text in UTF-8, and copies its tree; that stands until the next is parsed. */
    SyntaxTree parse(Tables language, byte[] text) {
        if (source.byteSize() < text.length) {
            source = arena.allocate(Math.max(text.length, 2 * source.byteSize()));
        }
        MemorySegment.copy(text, 0, source, ValueLayout.JAVA_BYTE, 0, text.length);
        try {
            if (!(boolean) setLanguage.invokeExact(parser, language.language())) {
                throw new IllegalStateException("the parser does not take the tables");
            }
            MemorySegment tree =
                    (MemorySegment)
                            parse.invokeExact(parser, MemorySegment.NULL, source, text.length);
            if (tree.equals(MemorySegment.NULL)) {
                throw new IllegalStateException("the parser made no tree");
            }
            try {
                MemorySegment top = (MemorySegment) root.invokeExact(intoNode, tree);
                SyntaxTree copy = copied(top, language, text);
                if (quick != null) {
                    quick.works();
                }
                return copy;
            } finally {
                deleteTree.invokeExact(tree);
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /**
     * A copy of a tree out of its memory. The first trees of a language are asked for as well:
     * where these differ, the library keeps them otherwise than is known here, and tells them all.
     */
    private SyntaxTree copied(MemorySegment top, Tables language, byte[] text) {
        LanguageMemory known = language.memory();
        if (known != null) {
            SyntaxTree copy = emptied(read, language, text);
            read = copy;
            memory.copy(top.get(ValueLayout.ADDRESS, SUBTREE), known, copy);
            if (language.isCompared()) {
                return copy;
            }
            SyntaxTree other = told(top, language, text);
            language.compared(other.size(), copy.isSame(other));
            return other;
        }
        return told(top, language, text);
    }

    private SyntaxTree told(MemorySegment top, Tables language, byte[] text) {
        SyntaxTree all = emptied(told, language, text);
        told = all;
        cursor.copy(top, all);
        return all;
    }

    private static SyntaxTree emptied(@Nullable SyntaxTree tree, Tables language, byte[] text) {
        if (tree == null) {
            return new SyntaxTree(language, text);
        }
        tree.again(language, text);
        return tree;
    }

    private MemorySegment address(MemorySegment function) {
        try {
            return (MemorySegment)
                    Linker.nativeLinker()
                            .downcallHandle(
                                    function,
                                    FunctionDescriptor.of(ValueLayout.ADDRESS),
                                    Linker.Option.critical(false))
                            .invokeExact();
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private MemorySegment find(String name) {
        return find(symbols, name);
    }

    private static MemorySegment find(SymbolLookup symbols, String name) {
        return symbols.find(name)
                .orElseThrow(
                        () -> new IllegalStateException("the library has no function " + name));
    }

    /** A function that returns at once, and calls nothing back. */
    MethodHandle function(String name, FunctionDescriptor takes) {
        return Linker.nativeLinker()
                .downcallHandle(find(name), takes, Linker.Option.critical(false));
    }

    static RuntimeException failed(Throwable e) {
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
}
