package alchemist.exchange.manifests;

/**
 * Patterns of folders, in which {@code *} stands for any part of one name and {@code **} for any
 * part of a path. In time that is a product of both lengths, whatever the pattern.
 */
final class Glob {
    private Glob() {}

    static boolean matches(String pattern, String path) {
        boolean[] reached = new boolean[path.length() + 1];
        reached[0] = true;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '*') {
                for (int at = path.length(); at > 0; at--) {
                    reached[at] = reached[at - 1] && path.charAt(at - 1) == c;
                }
                reached[0] = false;
                continue;
            }
            boolean names = i + 1 >= pattern.length() || pattern.charAt(i + 1) != '*';
            i += names ? 0 : 1;
            for (int at = 1; at <= path.length(); at++) {
                reached[at] |= reached[at - 1] && (!names || path.charAt(at - 1) != '/');
            }
        }
        return reached[path.length()];
    }
}
