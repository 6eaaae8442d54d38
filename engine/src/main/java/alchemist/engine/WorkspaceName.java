package alchemist.engine;

import java.util.regex.Pattern;

/** The rule for names of workspaces: they are directories, subjects and parts of addresses. */
final class WorkspaceName {
    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private WorkspaceName() {}

    static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }

    static String checked(String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException(
                    "'"
                            + name
                            + "' cannot name a workspace: use 1 to 63 lower-case letters, digits and"
                            + " '-', not beginning with '-'");
        }
        return name;
    }
}
