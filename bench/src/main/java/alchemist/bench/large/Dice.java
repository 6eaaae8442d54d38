package alchemist.bench.large;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that a seed decides. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A number below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Any number. */
    int any() {
        return random.nextInt();
    }

    /** Whether something happens that does so often. */
    boolean chance(double often) {
        return random.nextDouble() < often;
    }

    /** One of several. */
    <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    /** A number below a bound, small ones far more often than large ones. */
    int skewed(int bound, double skew) {
        return Math.min(bound - 1, (int) (bound * Math.pow(random.nextDouble(), skew)));
    }

    /** One, or with half the chance one more, and so on. */
    int few(int most) {
        int few = 1;
        while (few < most && random.nextBoolean()) {
            few++;
        }
        return few;
    }

    /** A length, as lengths are: a few are many times longer than most. */
    int length(double usual, double spread, int most) {
        double length = usual * Math.exp(random.nextGaussian() * spread);
        return Math.clamp((int) length, 1, most);
    }
}
