package alchemist.graph;

/**
 * How many letters were mistyped where a name is meant: one that is missing, one too many, another
 * one, or two in the wrong order (the optimal string alignment distance).
 */
final class SpeltAlike implements LookUp.Meant {
    /** What is shorter is like too many things, and nobody looks up what is longer by heart. */
    static final int SHORTEST = 4;

    private static final int LONGEST = 64;

    /** From this length on, two letters may be wrong. */
    private static final int LONG = 8;

    /** One letter stands in two pairs of neighbours, and two that changed places in three. */
    private static final int PAIRS = 3;

    /** Further than anything that is meant. */
    private static final int FAR = LONGEST;

    private static final int NONE = LookUp.NONE;

    private final String wanted;
    private final int most;
    private final boolean oneWord;
    private final long signature;
    private final int[][] rows = new int[3][LONGEST + 4];

    /**
     * For one name that is looked for.
     *
     * @param wanted in lower case, between {@link #SHORTEST} and 64 letters
     */
    SpeltAlike(String wanted) {
        this.wanted = wanted;
        this.most = wanted.length() < LONG ? 1 : 2;
        this.oneWord = wanted.chars().allMatch(Character::isLetterOrDigit);
        this.signature = NameIndex.signature(wanted);
    }

    static boolean mayBeAsked(String wanted) {
        return wanted.length() >= SHORTEST && wanted.length() <= LONGEST;
    }

    @Override
    public boolean may(long pairs) {
        return Long.bitCount(signature & ~pairs) <= PAIRS * most;
    }

    /** The best is the whole name, one letter wrong. */
    @Override
    public int rank(String name) {
        int whole = distance(name, 0, name.length());
        if (whole == 1) {
            return 0;
        }
        int words = oneWord ? words(name) : NONE;
        return words == 1 ? 1 : whole != NONE ? 2 : words != NONE ? 3 : NONE;
    }

    private int words(String name) {
        int best = NONE;
        int start = 0;
        for (int at = 0; at <= name.length(); at++) {
            if (at == name.length() || !Character.isLetterOrDigit(name.charAt(at))) {
                int distance = distance(name, start, at);
                best = distance != NONE && (best == NONE || distance < best) ? distance : best;
                start = at + 1;
            }
        }
        return best;
    }

    /** Of a part of a name. What is within reach lies near the diagonal; no more is looked at. */
    private int distance(String name, int from, int to) {
        int length = to - from;
        if (Math.abs(length - wanted.length()) > most) {
            return NONE;
        }
        int[] before = rows[0];
        int[] above = rows[1];
        int[] row = rows[2];
        for (int j = 0; j <= length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= wanted.length(); i++) {
            int first = Math.max(1, i - most);
            int last = Math.min(length, i + most);
            row[first - 1] = first == 1 ? i : FAR;
            int least = row[first - 1];
            char letter = wanted.charAt(i - 1);
            for (int j = first; j <= last; j++) {
                char other = name.charAt(from + j - 1);
                int cost = above[j - 1] + (letter == other ? 0 : 1);
                cost = Math.min(cost, 1 + Math.min(above[j], row[j - 1]));
                if (i > 1
                        && j > 1
                        && letter == name.charAt(from + j - 2)
                        && other == wanted.charAt(i - 2)) {
                    cost = Math.min(cost, 1 + before[j - 2]);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return NONE;
            }
            row[last + 1] = FAR;
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[length] <= most ? above[length] : NONE;
    }
}
