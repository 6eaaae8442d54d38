package alchemist.server.cli;

import java.nio.file.Path;
import java.util.Locale;

/** The workspace that a place is opened in when none is named: after the place. */
final class WorkspaceName {
    private static final int MAX_LENGTH = 63;

    private WorkspaceName() {}

    static String of(Path place) {
        Path file = place.getFileName();
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < name.length() && made.length() < MAX_LENGTH; i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (plain) {
                made.append(c);
            } else if (!made.isEmpty() && made.charAt(made.length() - 1) != '-') {
                made.append('-');
            }
        }
        while (!made.isEmpty() && made.charAt(made.length() - 1) == '-') {
            made.setLength(made.length() - 1);
        }
        return made.isEmpty() ? "workspace" : made.toString();
    }
}
