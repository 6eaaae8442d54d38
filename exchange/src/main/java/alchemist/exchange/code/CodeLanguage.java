package alchemist.exchange.code;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import alchemist.exchange.files.Root;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The languages of which files are outlined. */
public enum CodeLanguage {
    /** Java. */
    JAVA("Java", Family.JAVA, "java"),
    /** Kotlin, but for its scripts. */
    KOTLIN("Kotlin", Family.JAVA, "kt"),
    /** C#, but for its scripts. */
    CSHARP("C#", Family.CSHARP, "cs"),
    /** PHP, also amid what it is to print. */
    PHP("PHP", Family.PHP, "php"),
    /** Ruby. */
    RUBY("Ruby", Family.RUBY, "rb", "rake"),
    /** JavaScript, also with JSX. */
    JAVASCRIPT("JavaScript", Family.ECMA, "js", "mjs", "cjs", "jsx"),
    /** TypeScript. */
    TYPESCRIPT("TypeScript", Family.ECMA, "ts", "mts", "cts"),
    /** TypeScript with JSX. */
    TSX("TSX", Family.ECMA, "tsx"),
    /** Python. */
    PYTHON("Python", Family.PYTHON, "py", "pyi"),
    /** Go. */
    GO("Go", Family.GO, "go"),
    /** Rust. */
    RUST("Rust", Family.RUST, "rs"),
    /** C. */
    C("C", Family.C, "c", "h"),
    /** C++. */
    CPP("C++", Family.C, "cc", "cpp", "cxx", "hh", "hpp", "hxx");

    /** Languages whose files know each other's symbols. */
    public enum Family {
        /** Java and Kotlin. */
        JAVA,
        /** C#. */
        CSHARP,
        /** PHP. */
        PHP,
        /** Ruby. */
        RUBY,
        /** JavaScript and TypeScript. */
        ECMA,
        /** Python. */
        PYTHON,
        /** Go. */
        GO,
        /** Rust. */
        RUST,
        /** C and C++. */
        C
    }

    /** What begins a line of C++, and none of C. */
    private static final Pattern OF_CPP =
            Pattern.compile(
                    "(?m)^[ \\t]*+(?:class[ \\t]++\\w|namespace\\b|template[ \\t]*+<|using[ \\t]++\\w"
                            + "|(?:public|private|protected)[ \\t]*+:|virtual[ \\t])");

    private final String label;
    private final Family family;

    /** Each between two points. */
    private final String endings;

    CodeLanguage(String label, Family family, String... endings) {
        this.label = label;
        this.family = family;
        this.endings = "." + String.join(".", endings) + ".";
    }

    /** How people call it. */
    public String label() {
        return label;
    }

    /** That of the languages whose files import each other. */
    public Family family() {
        return family;
    }

    /**
     * Whether a preprocessor changes it before it is compiled: errors of syntax then mean little.
     */
    boolean hasMacros() {
        return this == C || this == CPP;
    }

    /**
     * The language in which a file is written that is called like one of this: a header of C may be
     * of C++.
     */
    CodeLanguage written(byte[] source) {
        return this == C && OF_CPP.matcher(new String(source, ISO_8859_1)).find() ? CPP : this;
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
