package alchemist.exchange.code;

import alchemist.exchange.files.Root;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of which files are outlined. */
public enum CodeLanguage {
    /** Java. */
    JAVA("Java", "java", "java"),
    /** JavaScript, also with JSX. */
    JAVASCRIPT("JavaScript", "ecma", "js", "mjs", "cjs", "jsx"),
    /** TypeScript. */
    TYPESCRIPT("TypeScript", "ecma", "ts", "mts", "cts"),
    /** TypeScript with JSX. */
    TSX("TSX", "ecma", "tsx"),
    /** Python. */
    PYTHON("Python", "python", "py", "pyi"),
    /** Go. */
    GO("Go", "go", "go"),
    /** Rust. */
    RUST("Rust", "rust", "rs"),
    /** C. */
    C("C", "c", "c", "h"),
    /** C++. */
    CPP("C++", "c", "cc", "cpp", "cxx", "hh", "hpp", "hxx");

    private final String label;
    private final String family;

    /** Each between two points. */
    private final String endings;

    CodeLanguage(String label, String family, String... endings) {
        this.label = label;
        this.family = family;
        this.endings = "." + String.join(".", endings) + ".";
    }

    /** How people call it. */
    public String label() {
        return label;
    }

    /** Files of one family know each other's symbols. */
    public String family() {
        return family;
    }

    /**
     * Whether a preprocessor changes it before it is compiled: errors of syntax then mean little.
     */
    boolean hasMacros() {
        return this == C || this == CPP;
    }

    /** The language of a file, by its name; null for others. */
    public static @Nullable CodeLanguage of(String path) {
        String name = Root.name(path);
        int point = name.lastIndexOf('.');
        String ending = point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
        for (CodeLanguage language : values()) {
            if (!ending.isEmpty() && language.endings.contains("." + ending + ".")) {
                return language;
            }
        }
        return null;
    }
}
