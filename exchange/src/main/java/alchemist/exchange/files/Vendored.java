package alchemist.exchange.files;

import java.util.regex.Pattern;

/** Files that were copied from elsewhere or made by a build: they are folded away. */
public final class Vendored {
    private static final Pattern PATHS =
            Pattern.compile(
                    "(?:^|.*/)(?:node_modules|vendor|vendored|third_party|third-party|thirdparty"
                            + "|bower_components|site-packages|\\.venv|venv|dist|build/generated"
                            + "|target/generated-sources)/.*|.*[.-]min\\.js");

    private Vendored() {}

    /** Whether a file is one of them, by its path from the root. */
    public static boolean is(String path) {
        return PATHS.matcher(path).matches();
    }
}
