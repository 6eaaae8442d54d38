package alchemist.testkit.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Inputs that are almost as they are really written. */
final class Changes {
    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_RUN = 24;
    private static final int[] EXTREMES = {0, 1, 0x7f, 0x80, 0xff, 0xfe, 0x20, 0x22, 0x0a};

    private final List<byte[]> seeds;
    private final SplittableRandom random;

    Changes(List<byte[]> seeds, SplittableRandom random) {
        this.seeds = seeds;
        this.random = random;
    }

    byte[] next() {
        byte[] bytes = any().clone();
        for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
            bytes = bytes.length == 0 ? any().clone() : changed(bytes);
        }
        return bytes;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int run = Math.min(1 + random.nextInt(LONGEST_RUN), bytes.length - at);
        return switch (random.nextInt(7)) {
            case 0 -> with(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
            case 1 -> with(bytes, at, random.nextInt(256));
            case 2 -> with(bytes, at, EXTREMES[random.nextInt(EXTREMES.length)]);
            case 3 -> filled(bytes, at, run);
            case 4 -> joined(bytes, at, bytes, at + run); // a run is gone
            case 5 -> joined(bytes, at + run, bytes, at); // a run stands twice
            default -> {
                byte[] other = any();
                yield joined(
                        bytes, at, other, other.length == 0 ? 0 : random.nextInt(other.length));
            }
        };
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private byte[] filled(byte[] bytes, int at, int run) {
        byte value = (byte) EXTREMES[random.nextInt(EXTREMES.length)];
        Arrays.fill(bytes, at, at + run, value);
        return bytes;
    }

    private static byte[] joined(byte[] head, int to, byte[] tail, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head, 0, to);
        out.write(tail, from, tail.length - from);
        return out.toByteArray();
    }
}
