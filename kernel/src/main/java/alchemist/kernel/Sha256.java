package alchemist.kernel;

/**
 * SHA-256 (FIPS 180-4) in plain Java, because ids are also made where the JDK's digests are not: in
 * WebAssembly.
 */
final class Sha256 {
    private static final int BLOCK_BYTES = 64;

    /** The first 32 bits of the fractions of the cube roots of the first 64 primes. */
    private static final int[] K = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
                0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7,
                0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc,
                0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351,
                0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
                0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585,
                0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
                0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
                0xc67178f2,
    };

    /** The first 32 bits of the fractions of the square roots of the first 8 primes. */
    private static final int[] H = {
        0x6a09e667,
        0xbb67ae85,
        0x3c6ef372,
        0xa54ff53a,
        0x510e527f,
        0x9b05688c,
        0x1f83d9ab,
        0x5be0cd19,
    };

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
}
