package alchemist.testkit.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The bytes of one simulated file: as programs see them, and as they would survive a crash. */
final class Inode {
    private static final int SECTOR_BYTES = 512;

    private sealed interface Change {
        record Write(int offset, byte[] bytes) implements Change {}

        record Truncate(int size) implements Change {}
    }

    private final Content seen = new Content();
    private final Content durable = new Content();
    private final List<Change> unforced = new ArrayList<>();

    int size() {
        return seen.size;
    }

    byte[] bytes() {
        return Arrays.copyOf(seen.bytes, seen.size);
    }

    int read(byte[] target, long offset) {
        if (offset >= seen.size) {
            return -1;
        }
        int n = (int) Math.min(target.length, seen.size - offset);
        System.arraycopy(seen.bytes, (int) offset, target, 0, n);
        return n;
    }

    void write(int offset, byte[] bytes) {
        seen.write(offset, bytes, 0, bytes.length);
        unforced.add(new Change.Write(offset, bytes));
    }

    void truncate(int size) {
        seen.truncate(size);
        unforced.add(new Change.Truncate(size));
    }

    void flip(int offset, int mask) {
        seen.bytes[offset] ^= (byte) mask;
        durable.write(offset, seen.bytes, offset, 1);
    }

    void force() {
        for (Change change : unforced) {
            apply(change);
        }
        unforced.clear();
    }

    /**
     * A force that fails, as Linux does it: some of the bytes reached the disk, the others are
     * still seen, but count as written and will never be.
     */
    void failForce(SplittableRandom random) {
        losePartly(random);
        unforced.clear();
    }

    /** The file as it is after a crash: of what was not forced, anything may be there. */
    Inode afterCrash(SplittableRandom random) {
        losePartly(random);
        Inode after = new Inode();
        after.seen.write(0, durable.bytes, 0, durable.size);
        after.durable.write(0, durable.bytes, 0, durable.size);
        return after;
    }

    /** The same bytes, all of them durable. */
    Inode copy() {
        Inode copy = new Inode();
        copy.seen.write(0, seen.bytes, 0, seen.size);
        copy.durable.write(0, seen.bytes, 0, seen.size);
        return copy;
    }

    private void losePartly(SplittableRandom random) {
        for (Change change : unforced) {
            switch (random.nextInt(4)) {
                case 0 -> {} // lost
                case 1 -> apply(change);
                case 2 -> applyFront(change, random);
                default -> applySectors(change, random);
            }
        }
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Write(var offset, var bytes) ->
                    durable.write(offset, bytes, 0, bytes.length);
            case Change.Truncate(var size) -> durable.truncate(size);
        }
    }

    /** Torn at any byte. */
    private void applyFront(Change change, SplittableRandom random) {
        switch (change) {
            case Change.Write(var offset, var bytes) ->
                    durable.write(offset, bytes, 0, random.nextInt(bytes.length + 1));
            case Change.Truncate t -> apply(t);
        }
    }

    /** Each sector is there or not. */
    private void applySectors(Change change, SplittableRandom random) {
        switch (change) {
            case Change.Write(var offset, var bytes) -> {
                int at = offset;
                while (at < offset + bytes.length) {
                    int end =
                            Math.min(offset + bytes.length, (at / SECTOR_BYTES + 1) * SECTOR_BYTES);
                    if (random.nextBoolean()) {
                        durable.write(at, bytes, at - offset, end - at);
                    }
                    at = end;
                }
            }
            case Change.Truncate t -> apply(t);
        }
    }

    /** Bytes that grow; what was never written is zero. */
    private static final class Content {
        private byte[] bytes = new byte[256];
        private int size;

        void write(int offset, byte[] from, int fromOffset, int length) {
            if (length == 0) {
                return;
            }
            int end = offset + length;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
            }
            System.arraycopy(from, fromOffset, bytes, offset, length);
            size = Math.max(size, end);
        }

        void truncate(int to) {
            if (to < size) {
                Arrays.fill(bytes, to, size, (byte) 0);
                size = to;
            }
        }
    }
}
