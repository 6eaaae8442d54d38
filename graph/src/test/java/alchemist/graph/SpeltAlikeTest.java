package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpeltAlikeTest {
    private static final int WORDS = 20_000;

    /** As it is defined, with the whole table. */
    private static int distance(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
                least = Math.min(least, table[i - 1][j - 1] + same);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, table[i - 2][j - 2] + 1);
                }
                table[i][j] = least;
            }
        }
        return table[a.length()][b.length()];
    }

    @Test
    void isAsFarAsTheWholeTableSays() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < WORDS; i++) {
            String wanted = word(random, i % 100 == 0 ? 64 : random.nextInt(4, 13));
            String name = mistyped(wanted, random.nextInt(4), random);
            int far = distance(wanted, name);
            int most = wanted.length() < 8 ? 1 : 2;
            SpeltAlike alike = new SpeltAlike(wanted);
            int rank = alike.rank(name);
            if (far > 0) {
                int expected = far > most ? LookUp.NONE : far == 1 ? 0 : 2;
                assertEquals(expected, rank, () -> wanted + " and " + name);
            }
        }
    }

    /** Of few letters, so that many places are alike. */
    private static String word(SplittableRandom random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static String mistyped(String word, int times, SplittableRandom random) {
        StringBuilder typed = new StringBuilder(word);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(typed.length());
            char letter = (char) ('a' + random.nextInt(3));
            switch (random.nextInt(4)) {
                case 0 -> typed.deleteCharAt(at);
                case 1 -> typed.insert(at, letter);
                case 2 -> typed.setCharAt(at, letter);
                default -> typed.append(typed.charAt(0)).deleteCharAt(0);
            }
        }
        return typed.toString();
    }
}
