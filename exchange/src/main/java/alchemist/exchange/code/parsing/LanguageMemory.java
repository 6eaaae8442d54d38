package alchemist.exchange.code.parsing;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * What a language's tables say of the nodes of its trees, copied once: by which symbol a node goes
 * outside, and which names and fields a production gives to its children. Where it lies is a part
 * of what generated parsers and the library agreed upon.
 *
 * @see <a href="https://github.com/tree-sitter/tree-sitter/blob/master/lib/src/parser.h">
 *     tree_sitter/parser.h</a>
 */
@SuppressWarnings("restricted") // looks at the memory of the library that has the tables
final class LanguageMemory {
    private static final int VERSION = 0;
    private static final int SYMBOL_COUNT = 4;
    private static final int ALIAS_COUNT = 8;
    private static final int PRODUCTION_COUNT = 28;
    private static final int FIELD_COUNT = 32;
    private static final int MAX_ALIASES = 36;
    private static final int FIELD_SLICES = 88;
    private static final int FIELD_ENTRIES = 96;
    private static final int PUBLIC_SYMBOLS = 112;
    private static final int ALIAS_SEQUENCES = 128;
    private static final int SIZE = 136;

    /** The versions of the agreement that lie so. */
    private static final int FIRST_VERSION = 13;

    private static final int LAST_VERSION = 15;

    private final char[] publicSymbols;
    private final char[][] aliases;
    private final char[][] fields;

    private LanguageMemory(MemorySegment language) {
        int symbols =
                language.get(ValueLayout.JAVA_INT, SYMBOL_COUNT)
                        + language.get(ValueLayout.JAVA_INT, ALIAS_COUNT);
        int productions = language.get(ValueLayout.JAVA_INT, PRODUCTION_COUNT);
        int longest = Short.toUnsignedInt(language.get(ValueLayout.JAVA_SHORT, MAX_ALIASES));
        this.publicSymbols = new char[symbols];
        MemorySegment known = at(language, PUBLIC_SYMBOLS);
        for (int i = 0; i < symbols; i++) {
            publicSymbols[i] = known.getAtIndex(ValueLayout.JAVA_CHAR, i);
        }
        this.aliases = new char[productions][0];
        MemorySegment sequences = at(language, ALIAS_SEQUENCES);
        for (int i = 1; i < productions; i++) {
            char[] sequence = new char[longest];
            boolean any = false;
            for (int child = 0; child < longest; child++) {
                sequence[child] =
                        sequences.getAtIndex(ValueLayout.JAVA_CHAR, (long) i * longest + child);
                any |= sequence[child] != 0;
            }
            aliases[i] = any ? sequence : aliases[0];
        }
        this.fields = new char[productions][];
        boolean named = language.get(ValueLayout.JAVA_INT, FIELD_COUNT) > 0;
        for (int i = 0; i < productions; i++) {
            fields[i] = named ? fields(language, i) : new char[0];
        }
    }

    /**
     * What the tables of a language say, or null where they are of a version that lies otherwise.
     */
    static @Nullable LanguageMemory of(MemorySegment language) {
        MemorySegment all = language.reinterpret(SIZE);
        int version = all.get(ValueLayout.JAVA_INT, VERSION);
        return version >= FIRST_VERSION && version <= LAST_VERSION ? new LanguageMemory(all) : null;
    }

    /** The fields of a production's children; those further back have none. */
    private static char[] fields(MemorySegment language, int production) {
        MemorySegment slice = at(language, FIELD_SLICES).asSlice(4L * production, 4);
        int first = slice.get(ValueLayout.JAVA_CHAR, 0);
        int count = slice.get(ValueLayout.JAVA_CHAR, 2);
        MemorySegment entries = at(language, FIELD_ENTRIES).asSlice(4L * first, 4L * count);
        int longest = 0;
        for (int i = 0; i < count; i++) {
            longest = Math.max(longest, 1 + child(entries, i));
        }
        char[] fields = new char[longest];
        for (int i = 0; i < count; i++) {
            boolean inherited = entries.get(ValueLayout.JAVA_BYTE, 4L * i + 3) != 0;
            int child = child(entries, i);
            if (!inherited && fields[child] == 0) { // the first counts
                fields[child] = entries.get(ValueLayout.JAVA_CHAR, 4L * i);
            }
        }
        return fields;
    }

    private static int child(MemorySegment entries, int index) {
        return Byte.toUnsignedInt(entries.get(ValueLayout.JAVA_BYTE, 4L * index + 2));
    }

    private static MemorySegment at(MemorySegment language, int offset) {
        return language.get(ValueLayout.ADDRESS, offset).reinterpret(Integer.MAX_VALUE);
    }

    /** The symbol by which nodes of a symbol go outside. */
    int publicSymbol(int symbol) {
        return symbol < publicSymbols.length ? publicSymbols[symbol] : symbol;
    }

    /** The symbol that a production gives to one of its children, or 0. */
    int alias(int production, int child) {
        char[] sequence = aliases[production];
        return child < sequence.length ? sequence[child] : 0;
    }

    /** The field that one of a production's children is in, or 0. */
    int field(int production, int child) {
        char[] known = fields[production];
        return child < known.length ? known[child] : 0;
    }
}
