package alchemist.exchange.code.parsing;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Copies a parser's tree by asking the library for one node after the other. One thread. */
final class TreeCursor {
    private static final MemoryLayout CURSOR =
            MemoryLayout.structLayout(
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_INT),
                    MemoryLayout.paddingLayout(4));

    private final Arena arena = Arena.global();
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
    private final SegmentAllocator intoNode =
            SegmentAllocator.prefixAllocator(arena.allocate(NativeTrees.NODE));
    private MemorySegment cursor = MemorySegment.NULL;

    TreeCursor(NativeTrees trees) {
        MemoryLayout node = NativeTrees.NODE;
        MemoryLayout address = ValueLayout.ADDRESS;
        this.newCursor = trees.function("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, node));
        this.resetCursor =
                trees.function("ts_tree_cursor_reset", FunctionDescriptor.ofVoid(address, node));
        FunctionDescriptor move = FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, address);
        this.firstChild = trees.function("ts_tree_cursor_goto_first_child", move);
        this.nextSibling = trees.function("ts_tree_cursor_goto_next_sibling", move);
        this.parent = trees.function("ts_tree_cursor_goto_parent", move);
        this.current =
                trees.function("ts_tree_cursor_current_node", FunctionDescriptor.of(node, address));
        this.currentField =
                trees.function(
                        "ts_tree_cursor_current_field_id",
                        FunctionDescriptor.of(ValueLayout.JAVA_SHORT, address));
        this.symbol =
                trees.function(
                        "ts_node_symbol", FunctionDescriptor.of(ValueLayout.JAVA_SHORT, node));
        FunctionDescriptor place = FunctionDescriptor.of(ValueLayout.JAVA_INT, node);
        this.start = trees.function("ts_node_start_byte", place);
        this.end = trees.function("ts_node_end_byte", place);
    }

    /** Copies a tree, of which this is the topmost node. */
    void copy(MemorySegment top, SyntaxTree into) {
        try {
            if (cursor.equals(MemorySegment.NULL)) {
                cursor = (MemorySegment) newCursor.invokeExact((SegmentAllocator) arena, top);
            } else {
                resetCursor.invokeExact(cursor, top);
            }
            walk(into);
        } catch (Throwable e) {
            throw NativeTrees.failed(e);
        }
    }

    private void walk(SyntaxTree into) throws Throwable {
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
}
