package alchemist.exchange.imports;

import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a planner remembers of each thing, about 45 bytes of it: how it was stated before the
 * import, how it is stated with all that was emitted since, and whether the reading holds it.
 */
final class Things {
    private static final byte EDGE = 1;
    private static final byte READ = 2;

    private final IdMap ids = new IdMap();
    private long[] before = new long[64];
    private long[] now = new long[64];
    private int[] types = new int[64];
    private byte[] marks = new byte[64];

    int size() {
        return ids.size();
    }

    /** The index of a thing, or -1 before it was met. */
    int find(Id id) {
        return ids.find(id);
    }

    /** Meets a thing. */
    int add(Id id, boolean edge, long print, int type) {
        int index = ids.add(id);
        if (index == before.length) {
            int length = index * 2;
            before = Arrays.copyOf(before, length);
            now = Arrays.copyOf(now, length);
            types = Arrays.copyOf(types, length);
            marks = Arrays.copyOf(marks, length);
        }
        before[index] = print;
        now[index] = print;
        types[index] = type;
        marks[index] = edge ? EDGE : 0;
        return index;
    }

    /** Begins another import: how things are stated now is how they were before it. */
    void again() {
        System.arraycopy(now, 0, before, 0, ids.size());
        for (int i = 0; i < ids.size(); i++) {
            marks[i] &= ~READ;
        }
    }

    /** How many of them are stated now. */
    int stated() {
        int count = 0;
        for (int i = 0; i < ids.size(); i++) {
            count += now[i] == 0 ? 0 : 1;
        }
        return count;
    }

    /** The id of an index. */
    Id id(int index) {
        return ids.id(index);
    }

    /** Whether something was stated of the thing before the import. */
    boolean wasStated(int index) {
        return before[index] != 0;
    }

    /** The print of what is stated with all that was emitted; 0: nothing. */
    long now(int index) {
        return now[index];
    }

    /** The thing is stated anew. */
    void emitted(int index, boolean edge, long print, int type) {
        now[index] = print;
        types[index] = type;
        marks[index] = (byte) (edge ? marks[index] | EDGE : marks[index] & ~EDGE);
    }

    /** Nothing is stated of the thing any more. */
    void withdrawn(int index) {
        now[index] = 0;
    }

    /** The index of its type. */
    int type(int index) {
        return types[index];
    }

    boolean isEdge(int index) {
        return (marks[index] & EDGE) != 0;
    }

    /** What became of a thing, or null when it is as it was. */
    Diff.@Nullable Kind change(int index) {
        if (before[index] == now[index]) {
            return null;
        }
        return before[index] == 0
                ? Diff.Kind.ADDED
                : now[index] == 0 ? Diff.Kind.WITHDRAWN : Diff.Kind.CHANGED;
    }

    /** Whether the reading's last word is that the thing is there. */
    boolean isRead(int index) {
        return (marks[index] & READ) != 0;
    }

    void read(int index, boolean there) {
        marks[index] = (byte) (there ? marks[index] | READ : marks[index] & ~READ);
    }
}
