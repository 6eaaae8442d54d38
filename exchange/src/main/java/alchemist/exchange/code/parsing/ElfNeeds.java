package alchemist.exchange.code.parsing;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Which versions of other libraries a library of Linux asks for. One that is weak need not be
 * there: what it would bring is missed only when it is called.
 *
 * <pre>
 * file     32 program headers at (8 bytes) | 56 how many (2)
 * header   0 kind (4; 1 in memory, 2 dynamic) | 8 at (8) | 16 address (8) | 32 length (8)
 * dynamic  tag (8) | value (8);  5 texts at, 0x6ffffffe needs at, 0x6fffffff libraries needed
 * library  2 versions (2) | 8 the first, from here (4) | 12 the next library, from here (4)
 * version  4 flags (2; 2 weak) | 8 its name among the texts (4) | 12 the next, from here (4)
 * </pre>
 *
 * @see <a
 *     href="https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html">
 *     Linux Standard Base: symbol versioning</a>
 */
final class ElfNeeds {
    private static final int MAGIC = 0x464C457F;
    private static final int CLASS_64_LITTLE_ENDIAN = 0x0102;
    private static final int HEADER_BYTES = 56;
    private static final int LOADED = 1;
    private static final int DYNAMIC = 2;
    private static final long TEXTS = 5;
    private static final long NEEDS = 0x6ffffffeL;
    private static final long NEEDED = 0x6fffffffL;
    private static final short WEAK = 2;

    private final ByteBuffer file;

    private ElfNeeds(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * A library that takes any version of what begins like one of these names; the same bytes where
     * the file is no such library.
     */
    static byte[] weakened(byte[] library, String... beginnings) {
        byte[] copy = library.clone();
        ElfNeeds needs = new ElfNeeds(copy);
        try {
            return needs.isElf() && needs.weaken(beginnings) ? copy : library;
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return library; // cut off: whoever loads it says so
        }
    }

    private boolean isElf() {
        return file.getInt(0) == MAGIC && file.getShort(4) == CLASS_64_LITTLE_ENDIAN;
    }

    private boolean weaken(String[] beginnings) {
        long texts = dynamic(TEXTS);
        long needs = dynamic(NEEDS);
        long libraries = dynamic(NEEDED);
        if (texts < 0 || needs < 0 || libraries < 0) {
            return false;
        }
        int library = at(needs);
        for (long i = 0; i < libraries; i++) {
            int version = library + file.getInt(library + 8);
            for (int n = file.getShort(library + 2); n > 0; n--) {
                String name = text(at(texts) + file.getInt(version + 8));
                for (String beginning : beginnings) {
                    if (name.startsWith(beginning)) {
                        short flags = file.getShort(version + 4);
                        file.putShort(version + 4, (short) (flags | WEAK));
                    }
                }
                version += file.getInt(version + 12);
            }
            library += file.getInt(library + 12);
        }
        return true;
    }

    /** The value of a dynamic tag, or -1. */
    private long dynamic(long tag) {
        int header = header(DYNAMIC, -1);
        if (header < 0) {
            return -1;
        }
        int from = Math.toIntExact(file.getLong(header + 8));
        int to = from + Math.toIntExact(file.getLong(header + 32));
        for (int i = from; i < to; i += 16) {
            if (file.getLong(i) == tag) {
                return file.getLong(i + 8);
            }
        }
        return -1;
    }

    /** Where in the file lies what is at an address in memory. */
    private int at(long address) {
        int header = header(LOADED, address);
        if (header < 0) {
            throw new IndexOutOfBoundsException("nothing is loaded at " + address);
        }
        return Math.toIntExact(address - file.getLong(header + 16) + file.getLong(header + 8));
    }

    /** The program header of a kind, of several the one that an address is in; or -1. */
    private int header(int kind, long address) {
        int first = Math.toIntExact(file.getLong(32));
        for (int i = 0; i < file.getShort(56); i++) {
            int header = first + i * HEADER_BYTES;
            long begin = file.getLong(header + 16);
            boolean within = address >= begin && address < begin + file.getLong(header + 32);
            if (file.getInt(header) == kind && (kind == DYNAMIC || within)) {
                return header;
            }
        }
        return -1;
    }

    private String text(int from) {
        int to = from;
        while (file.get(to) != 0) {
            to++;
        }
        return new String(file.array(), from, to - from, StandardCharsets.US_ASCII);
    }
}
