package alchemist.bench.large;

/**
 * How large a generated repository is.
 *
 * @param files at HEAD, nearly
 * @param commits in all
 * @param seed the same seed makes the same repository
 */
public record Shape(int files, int commits, long seed) {
    /** What is asked of Alchemist: 25,000 files and 20,000 commits. */
    public static final Shape LARGE = new Shape(25_000, 20_000, 1);

    /** The smallest that has all that is generated. */
    private static final int LEAST = 100;

    /** A shape. */
    public Shape {
        if (files < LEAST || commits < LEAST) {
            throw new IllegalArgumentException(
                    "at least " + LEAST + " files and " + LEAST + " commits are generated");
        }
    }

    /** The name of its folder. */
    String name() {
        return "files-" + files + "-commits-" + commits + "-seed-" + seed;
    }
}
