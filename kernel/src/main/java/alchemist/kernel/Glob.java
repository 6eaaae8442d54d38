package alchemist.kernel;

/**
 * A pattern of a path or a name: {@code *} stands for anything within one part, {@code **} for any
 * number of parts, {@code ?} for one character; everything else for itself. Looking takes a time
 * that is the product of both lengths at most, whatever the pattern. Immutable.
 */
public final class Glob {
    private final String text;

    private Glob(String text) {
        this.text = text;
    }

    /** The pattern of a text. */
    public static Glob of(String text) {
        return new Glob(text);
    }

    /** Whether a path or name is of this pattern. */
    public boolean matches(String path) {
        // Whether what stands before a place in the path is of what stands before one in the text.
        boolean[] reached = new boolean[path.length() + 1];
        reached[0] = true;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith("**/", i)) {
                skipParts(path, reached);
                i += 3;
            } else if (text.startsWith("/**", i) && i + 3 == text.length()) {
                return endsIn(path, reached);
            } else if (c == '*') {
                boolean across = text.startsWith("**", i);
                for (int at = 1; at < reached.length; at++) {
                    reached[at] |= reached[at - 1] && (across || path.charAt(at - 1) != '/');
                }
                i += across ? 2 : 1;
            } else {
                for (int at = reached.length - 1; at > 0; at--) {
                    char there = path.charAt(at - 1);
                    reached[at] = reached[at - 1] && (c == '?' ? there != '/' : there == c);
                }
                reached[0] = false;
                i++;
            }
        }
        return reached[path.length()];
    }

    /** No part, or any number of whole ones. */
    private static void skipParts(String path, boolean[] reached) {
        boolean any = false;
        for (int at = 0; at < reached.length; at++) {
            reached[at] |= any && path.charAt(at - 1) == '/';
            any |= reached[at];
        }
    }

    /** Whether a folder that is reached is all, or is followed by what is in it. */
    private static boolean endsIn(String path, boolean[] reached) {
        for (int at = 0; at < reached.length; at++) {
            if (reached[at] && (at == path.length() || path.charAt(at) == '/')) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
