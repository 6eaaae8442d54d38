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
    private static final MemoryLayout NODE =
            MemoryLayout.structLayout(
                    MemoryLayout.sequenceLayout(4, ValueLayout.JAVA_INT),
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS);
    private static final MemoryLayout CURSOR =
            MemoryLayout.structLayout(
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_INT),
                    MemoryLayout.paddingLayout(4));

    private final Arena arena = Arena.global();
    private final SymbolLookup symbols;
    private final MethodHandle setLanguage;
    private final MethodHandle parse;
    private final MethodHandle deleteTree;
    private final MethodHandle root;
    private final MethodHandle newCursor;
    private final MethodHandle resetCursor;
    private final MethodHandle firstChild;
    private final MethodHandle nextSibling;
    private final MethodHandle parent;
    private final MethodHandle current;
    private final MethodHandle currentField;
    private final MethodHandle symbol;
    private final MethodHandle start;
    private final MethodHandle end;
    private final MethodHandle fieldName;
    private final MemorySegment parser;
    private final MemorySegment node = arena.allocate(NODE);
    private final SegmentAllocator intoNode = SegmentAllocator.prefixAllocator(node);
    private MemorySegment cursor = MemorySegment.NULL;
    private MemorySegment source = arena.allocate(1 << 16);

    NativeTrees() {
        // Its Java classes bring the libraries for each system, and load them.
        new TSParser();
        this.symbols = SymbolLookup.loaderLookup();
        MemoryLayout number = ValueLayout.JAVA_INT;
        MemoryLayout address = ValueLayout.ADDRESS;
        this.setLanguage =
                function(
                        "ts_parser_set_language",
                        FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, address, address));
        this.parse =
                Linker.nativeLinker()
                        .downcallHandle(
                                find("ts_parser_parse_string"),
                                FunctionDescriptor.of(address, address, address, address, number));
        this.deleteTree = function("ts_tree_delete", FunctionDescriptor.ofVoid(address));
        this.root = function("ts_tree_root_node", FunctionDescriptor.of(NODE, address));
        this.newCursor = function("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
        this.resetCursor =
                function("ts_tree_cursor_reset", FunctionDescriptor.ofVoid(address, NODE));
        FunctionDescriptor move = FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, address);
        this.firstChild = function("ts_tree_cursor_goto_first_child", move);
        this.nextSibling = function("ts_tree_cursor_goto_next_sibling", move);
        this.parent = function("ts_tree_cursor_goto_parent", move);
        this.current =
                function("ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, address));
        this.currentField =
                function(
                        "ts_tree_cursor_current_field_id",
                        FunctionDescriptor.of(ValueLayout.JAVA_SHORT, address));
        this.symbol =
                function("ts_node_symbol", FunctionDescriptor.of(ValueLayout.JAVA_SHORT, NODE));
        this.start = function("ts_node_start_byte", FunctionDescriptor.of(number, NODE));
        this.end = function("ts_node_end_byte", FunctionDescriptor.of(number, NODE));
        this.fieldName =
                function(
                        "ts_language_field_name_for_id",
                        FunctionDescriptor.of(address, address, ValueLayout.JAVA_SHORT));
        this.parser = address("ts_parser_new");
    }

    /** The tables of a language, whose library was loaded. */
    MemorySegment tables(CodeLanguage language) {
        return address(
                "tree_sitter_"
                        + switch (language) {
                            case JAVA -> "java";
                            case JAVASCRIPT -> "javascript";
                            case TYPESCRIPT -> "typescript";
                            case TSX -> "tsx";
                            case PYTHON -> "python";
                            case GO -> "go";
                            case RUST -> "rust";
                            case C -> "c";
                            case CPP -> "cpp";
                        });
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

    /** Parses a text in UTF-8, and copies its tree. */
    void parse(MemorySegment language, byte[] text, SyntaxTree into) {
        if (source.byteSize() < text.length) {
            source = arena.allocate(Math.max(text.length, 2 * source.byteSize()));
        }
        MemorySegment.copy(text, 0, source, ValueLayout.JAVA_BYTE, 0, text.length);
        try {
            if (!(boolean) setLanguage.invokeExact(parser, language)) {
                throw new IllegalStateException("the parser does not take the tables");
            }
            MemorySegment tree =
                    (MemorySegment)
                            parse.invokeExact(parser, MemorySegment.NULL, source, text.length);
            if (tree.equals(MemorySegment.NULL)) {
                throw new IllegalStateException("the parser made no tree");
            }
            try {
                copy(tree, into);
            } finally {
                deleteTree.invokeExact(tree);
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private void copy(MemorySegment tree, SyntaxTree into) throws Throwable {
        MemorySegment top = (MemorySegment) root.invokeExact(intoNode, tree);
        if (cursor.equals(MemorySegment.NULL)) {
            cursor = (MemorySegment) newCursor.invokeExact((SegmentAllocator) arena, top);
        } else {
            resetCursor.invokeExact(cursor, top);
        }
        int parents = SyntaxTree.NONE;
        while (true) {
            MemorySegment at = (MemorySegment) current.invokeExact(intoNode, cursor);
            int is = (short) symbol.invokeExact(at) & 0xffff;
            int added = SyntaxTree.NONE;
            if (into.keeps(is)) { // half of all nodes are punctuation
                added =
                        into.add(
                                parents,
                                is,
                                (short) currentField.invokeExact(cursor) & 0xffff,
                                (int) start.invokeExact(at),
                                (int) end.invokeExact(at));
            }
            if (added != SyntaxTree.NONE && (boolean) firstChild.invokeExact(cursor)) {
                parents = added;
                continue;
            }
            while (!(boolean) nextSibling.invokeExact(cursor)) {
                if (!(boolean) parent.invokeExact(cursor)) {
                    return;
                }
                parents = into.parent(parents);
            }
        }
    }

    private MemorySegment address(String name) {
        try {
            return (MemorySegment)
                    function(name, FunctionDescriptor.of(ValueLayout.ADDRESS)).invokeExact();
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private MemorySegment find(String name) {
        return symbols.find(name)
                .orElseThrow(
                        () -> new IllegalStateException("the library has no function " + name));
    }

    /** A function that returns at once, and calls nothing back. */
    private MethodHandle function(String name, FunctionDescriptor takes) {
        return Linker.nativeLinker()
                .downcallHandle(find(name), takes, Linker.Option.critical(false));
    }

    private static RuntimeException failed(Throwable e) {
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
}
