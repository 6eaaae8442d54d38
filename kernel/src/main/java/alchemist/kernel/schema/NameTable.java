package alchemist.kernel.schema;

import alchemist.kernel.Utf8;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a schema by the bytes of its name, without making a text of them. */
final class NameTable<S extends Schema<?>> {
    private final List<S> schemas;
    private final int[] table;

    NameTable(List<S> schemas) {
        this.schemas = schemas;
        int length = 16;
        while (length < schemas.size() * 4) {
            length *= 2;
        }
        table = new int[length];
        for (int i = 0; i < schemas.size(); i++) {
            byte[] name = schemas.get(i).nameBytes();
            if (find(name, 0, name.length) != null) {
                throw new IllegalArgumentException(
                        "two records are named '" + schemas.get(i).name() + "'");
            }
            int slot = hash(name, 0, name.length) & (length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (length - 1);
            }
            table[slot] = i + 1;
        }
    }

    @Nullable S find(String name) {
        byte[] bytes = Utf8.bytes(name);
        return find(bytes, 0, bytes.length);
    }

    /** Passes over the name, and finds its schema. */
    @Nullable S find(Input in, int length) {
        int at = in.position();
        in.skip(length);
        return find(in.bytes(), at, length);
    }

    private @Nullable S find(byte[] bytes, int offset, int length) {
        int mask = table.length - 1;
        for (int slot = hash(bytes, offset, length) & mask;
                table[slot] != 0;
                slot = (slot + 1) & mask) {
            S schema = schemas.get(table[slot] - 1);
            if (same(schema.nameBytes(), bytes, offset, length)) {
                return schema;
            }
        }
        return null;
    }

    static boolean same(byte[] name, byte[] bytes, int offset, int length) {
        if (name.length != length) {
            return false;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (name[i] != bytes[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(byte[] bytes, int offset, int length) {
        int hash = length;
        for (int i = Math.max(0, length - 12); i < length; i++) {
            hash = hash * 31 + bytes[offset + i];
        }
        return hash ^ (hash >>> 7);
    }
}
