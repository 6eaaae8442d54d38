package alchemist.kernel.schema;

/**
 * The names of records: lower-case letters, digits and hyphens, with at most one point; at most
 * {@value #MAX_LENGTH} characters. They are stored behind one byte of length, and are tokens of
 * subjects, where other characters have a meaning.
 */
final class StoredName {
    static final int MAX_LENGTH = 100;

    private StoredName() {}

    static void check(String name) {
        int points = 0;
        boolean begins = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean inner = (c >= '0' && c <= '9') || c == '-';
            if (c == '.' && !begins) {
                points++;
                begins = true;
            } else if (letter || (inner && !begins)) {
                begins = false;
            } else {
                throw wrong(name);
            }
        }
        if (begins || points > 1 || name.length() > MAX_LENGTH) {
            throw wrong(name);
        }
    }

    private static IllegalArgumentException wrong(String name) {
        return new IllegalArgumentException(
                "'" + name + "' is no name of a record, such as 'graph.node-added'");
    }
}
