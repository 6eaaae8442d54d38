package alchemist.exchange.git;

/**
 * An issue or pull request that a message mentions.
 *
 * @param place where it is: empty for the repository's own, else host and project, in lower case
 * @param name what it is called there: a number, or a key such as {@code ABC-12}
 * @param pull it is certain to be a pull request
 * @param closes the message says that it closes the issue
 * @param merges the commit is the one that the pull request became
 */
record Mention(String place, String name, boolean pull, boolean closes, boolean merges) {
    /** The same thing, mentioned twice. */
    Mention with(Mention other) {
        return new Mention(
                place, name, pull || other.pull, closes || other.closes, merges || other.merges);
    }

    /** Whether it is called by a number. */
    boolean isNumbered() {
        return Character.isDigit(name.charAt(0));
    }
}
