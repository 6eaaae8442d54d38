package alchemist.kernel;

/**
 * SHA-256 (FIPS 180-4) in plain Java, because ids are also made where the JDK's digests are not: in
 * WebAssembly.
 */
final class Sha256 {
    private static final int BLOCK_BYTES = 64;
    private static final int[] K = constants(64, true);
    private static final int[] H = constants(8, false);

    private Sha256() {}

    /** The 32 bytes of the hash. */
    static byte[] of(byte[] message) {
        int[] hash = H.clone();
        int[] schedule = new int[64];
        int whole = message.length / BLOCK_BYTES * BLOCK_BYTES;
        for (int at = 0; at < whole; at += BLOCK_BYTES) {
            compress(hash, schedule, message, at);
        }
        byte[] tail = tail(message, whole);
        for (int at = 0; at < tail.length; at += BLOCK_BYTES) {
            compress(hash, schedule, tail, at);
        }
        byte[] out = new byte[32];
        for (int i = 0; i < 32; i++) {
            out[i] = (byte) (hash[i >> 2] >>> (24 - 8 * (i & 3)));
        }
        return out;
    }

    private static byte[] tail(byte[] message, int whole) {
        int rest = message.length - whole;
        byte[] tail = new byte[rest + 9 <= BLOCK_BYTES ? BLOCK_BYTES : 2 * BLOCK_BYTES];
        System.arraycopy(message, whole, tail, 0, rest);
        tail[rest] = (byte) 0x80;
        long bits = 8L * message.length;
        for (int i = 0; i < 8; i++) {
            tail[tail.length - 1 - i] = (byte) (bits >>> (8 * i));
        }
        return tail;
    }

    private static void compress(int[] hash, int[] w, byte[] bytes, int offset) {
        for (int t = 0; t < 16; t++) {
            int at = offset + 4 * t;
            w[t] =
                    (bytes[at] << 24)
                            | ((bytes[at + 1] & 0xff) << 16)
                            | ((bytes[at + 2] & 0xff) << 8)
                            | (bytes[at + 3] & 0xff);
        }
        for (int t = 16; t < 64; t++) {
            int s0 =
                    Integer.rotateRight(w[t - 15], 7)
                            ^ Integer.rotateRight(w[t - 15], 18)
                            ^ (w[t - 15] >>> 3);
            int s1 =
                    Integer.rotateRight(w[t - 2], 17)
                            ^ Integer.rotateRight(w[t - 2], 19)
                            ^ (w[t - 2] >>> 10);
            w[t] = w[t - 16] + s0 + w[t - 7] + s1;
        }
        int a = hash[0];
        int b = hash[1];
        int c = hash[2];
        int d = hash[3];
        int e = hash[4];
        int f = hash[5];
        int g = hash[6];
        int h = hash[7];
        for (int t = 0; t < 64; t++) {
            int s1 =
                    Integer.rotateRight(e, 6)
                            ^ Integer.rotateRight(e, 11)
                            ^ Integer.rotateRight(e, 25);
            int t1 = h + s1 + ((e & f) ^ (~e & g)) + K[t] + w[t];
            int s0 =
                    Integer.rotateRight(a, 2)
                            ^ Integer.rotateRight(a, 13)
                            ^ Integer.rotateRight(a, 22);
            int t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        hash[0] += a;
        hash[1] += b;
        hash[2] += c;
        hash[3] += d;
        hash[4] += e;
        hash[5] += f;
        hash[6] += g;
        hash[7] += h;
    }

    /**
     * The first 32 bits of the fractions of the cube (or square) roots of the first primes, by
     * integer bisection.
     */
    private static int[] constants(int count, boolean cube) {
        int[] constants = new int[count];
        int found = 0;
        for (int n = 2; found < count; n++) {
            if (isPrime(n)) {
                constants[found++] = fractionOfRoot(n, cube);
            }
        }
        return constants;
    }

    private static boolean isPrime(int n) {
        for (int d = 2; d * d <= n; d++) {
            if (n % d == 0) {
                return false;
            }
        }
        return true;
    }

    private static int fractionOfRoot(int n, boolean cube) {
        java.math.BigInteger target = java.math.BigInteger.valueOf(n).shiftLeft(cube ? 96 : 64);
        long low = 0;
        long high = 1L << 40;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            java.math.BigInteger root = java.math.BigInteger.valueOf(middle);
            if (root.pow(cube ? 3 : 2).compareTo(target) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (int) low;
    }
}
