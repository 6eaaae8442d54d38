package alchemist.exchange.code;

import alchemist.exchange.code.Outline.Symbol;
import alchemist.exchange.files.Root;
import alchemist.exchange.files.SourceLines;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.notebook.Notebook;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A file of code that was outlined. */
final class CodeFile {
    final OpenedFile file;
    final CodeLanguage language;
    final Outline outline;

    /** Where in the file the lines stand that the outline tells. */
    final SourceLines lines;

    private final boolean isNotebook;

    final long effectiveAt;
    final List<Declared> declared = new ArrayList<>();

    /** Of more that a variable is, nothing is told. */
    private static final int MAX_HELD = 12;

    /** The types of its variables that stand in no symbol, as they are written. */
    final Map<String, String> variables = new HashMap<>();

    /** Something that the file declares. */
    static final class Declared {
        final CodeFile file;
        final Symbol symbol;

        /** What it stands in, or null. */
        final @Nullable Declared within;

        /** Its name behind those that it stands in. */
        final String path;

        /** The same for all parts of a type. */
        Id id;

        /** Of a part of a type, but for the first, that one. */
        @Nullable Declared whole;

        /** The type that it belongs to, once that is found; else what it stands in. */
        @Nullable Declared owner;

        final Map<String, Declared> members = new HashMap<>();

        /** The types of its variables and fields, as they are written. */
        final Map<String, String> variables = new HashMap<>();

        private Declared(
                CodeFile file, Symbol symbol, @Nullable Declared within, String path, Id id) {
            this.file = file;
            this.symbol = symbol;
            this.within = within;
            this.owner = within;
            this.path = path;
            this.id = id;
        }

        /** Whether it stands in no other symbol, and belongs to none. */
        boolean isTop() {
            return within == null && symbol.owner().isEmpty();
        }

        /** Whether it stands in code, where nothing outside can name it. */
        boolean isInner() {
            for (Declared up = within; up != null; up = up.within) {
                if (up.symbol.kind().isCode()) {
                    return true;
                }
            }
            return false;
        }

        /** It is a part of a type that another part stands for. */
        void joins(Declared first) {
            whole = first;
            id = first.id;
            owner = first.owner;
            members.forEach(first.members::putIfAbsent);
        }

        boolean isType() {
            return symbol.kind().isType();
        }
    }

    CodeFile(
            OpenedFile file,
            CodeLanguage language,
            Outline outline,
            SourceLines lines,
            long effectiveAt,
            KnownIds ids) {
        this.file = file;
        this.language = language;
        this.outline = outline;
        this.lines = lines;
        this.isNotebook = Notebook.isNotebook(file.path());
        this.effectiveAt = effectiveAt;
        Map<String, Integer> occurrences = new HashMap<>();
        for (Symbol symbol : outline.symbols()) {
            Declared within =
                    symbol.within() == Outline.NONE ? null : declared.get(symbol.within());
            String outer =
                    within != null
                            ? within.path + "."
                            : symbol.owner().isEmpty() ? "" : symbol.owner() + ".";
            String path = outer + symbol.name();
            int n = occurrences.merge(path, 1, Integer::sum);
            Id id = ids.symbol(file.id(), n == 1 ? path : path + "\0" + n);
            declared.add(new Declared(this, symbol, within, path, id));
        }
        for (Outline.Variable one : outline.variables()) {
            if (!one.name().isEmpty()) {
                hold(
                        one.symbol() == Outline.NONE
                                ? variables
                                : declared.get(one.symbol()).variables,
                        one);
            }
        }
    }

    /**
     * Of two variables of a name in C#, Java and Kotlin, whose types are told also where they are
     * not known, nothing is known; of PHP and Ruby all that one is are told, in lines.
     */
    private void hold(Map<String, String> held, Outline.Variable one) {
        String before = held.putIfAbsent(one.name(), one.type());
        if (before == null || before.equals(one.type())) {
            return;
        }
        if (language == CodeLanguage.PHP || language == CodeLanguage.RUBY) {
            List<String> all = List.of(before.split("\n", -1));
            boolean isMore = !all.contains(one.type()) && all.size() <= MAX_HELD;
            held.put(
                    one.name(),
                    isMore ? before + "\n" + (all.size() == MAX_HELD ? "?" : one.type()) : before);
        } else if (language == CodeLanguage.CSHARP
                || language.family() == CodeLanguage.Family.JAVA) {
            boolean isBound = one.name().startsWith("<"); // which stands behind the name
            held.put(one.name(), isBound ? one.type() : "?");
        }
    }

    String path() {
        return file.path();
    }

    String folder() {
        return Root.parent(file.path());
    }

    /** What it calls itself, where others name it. */
    String stem() {
        String name = Root.name(file.path());
        int point = name.indexOf('.');
        return point <= 0 ? name : name.substring(0, point);
    }

    /** Whether it tests others, by where it is and how it is called. */
    boolean isTest() {
        return TestNames.isTest(file.path(), language.family());
    }

    /** Whether nothing outside of it can use what it declares, but for another notebook. */
    boolean isNotebook() {
        return isNotebook;
    }

    /** All that stands in no other symbol. */
    List<Declared> tops() {
        return declared.stream().filter(Declared::isTop).toList();
    }

    /** What stands in no other symbol, by name. */
    @Nullable Declared top(String name) {
        return first(name, one -> one.within == null && one.owner == null);
    }

    /** The type of a name that stands anywhere in it, but not in code. */
    @Nullable Declared type(String name) {
        return first(name, one -> one.isType() && !one.isInner());
    }

    /** The first of a name; of TypeScript one that is also there when the program runs. */
    private @Nullable Declared first(String name, Predicate<Declared> wanted) {
        Declared first = null;
        for (Declared one : declared) {
            if (one.symbol.name().equals(name) && wanted.test(one)) {
                if (language.family() != CodeLanguage.Family.ECMA || !isOfTypesAlone(one)) {
                    return one;
                }
                first = first == null ? one : first;
            }
        }
        return first;
    }

    private static boolean isOfTypesAlone(Declared one) {
        return one.symbol.kind() == Outline.Kind.INTERFACE
                || one.symbol.kind() == Outline.Kind.TYPE;
    }

    /** The name of what it exports by default; empty where that has none. */
    String byDefault() {
        for (Outline.Variable one : outline.variables()) {
            if (one.symbol() == Outline.NONE && one.name().equals(Outline.DEFAULT)) {
                return one.type();
            }
        }
        return "";
    }
}
