package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Call;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names mean among the files that are read together. A name is <b>exact</b> where the file
 * itself, its imports, its package or a type that is known say what it means; else it is only taken
 * <b>by name</b>, and only where just one thing is called so. What may be several things is none.
 */
final class Names {
    /**
     * Something that a name means.
     *
     * @param on the type that it was looked for in, or null
     */
    record Meaning(Declared what, boolean exact, @Nullable Declared on) {
        Meaning(Declared what, boolean exact) {
            this(what, exact, null);
        }
    }

    /** Of languages with rules of their own. */
    private final Map<CodeLanguage, OwnNames> own = new EnumMap<>(CodeLanguage.class);

    private final SharedNames shared;
    private final Imports imports;

    Names(List<CodeFile> code, Projects projects) {
        for (CodeFile file : code) {
            for (Declared one : file.declared) {
                if (one.within != null) {
                    one.within.members.putIfAbsent(one.symbol.name(), one);
                }
            }
        }
        CSharpNames csharp = new CSharpNames(of(CodeLanguage.CSHARP, code), projects);
        PhpNames php = new PhpNames(of(CodeLanguage.PHP, code), projects);
        own.put(CodeLanguage.CSHARP, csharp);
        own.put(CodeLanguage.PHP, php);
        own.put(CodeLanguage.RUBY, new RubyNames(of(CodeLanguage.RUBY, code), projects));
        this.imports = new Imports(code, projects, csharp, php);
        this.shared = new SharedNames(code, new SharedTypes(code, imports), imports);
    }

    private static List<CodeFile> of(CodeLanguage language, List<CodeFile> code) {
        return code.stream().filter(one -> one.language == language).toList();
    }

    /** Whether the language of a file has rules of its own for what names mean. */
    static boolean hasOwn(CodeFile file) {
        return switch (file.language) {
            case CSHARP, PHP, RUBY -> true;
            case JAVA, KOTLIN, JAVASCRIPT, TYPESCRIPT, TSX, PYTHON, GO, RUST, C, CPP -> false;
        };
    }

    /** Where the files lead that are imported. */
    Imports imports() {
        return imports;
    }

    /** What the name of a type means where something is declared, or null. */
    @Nullable Meaning type(String written, Declared in) {
        return of(in.file).type(written, in);
    }

    /** What a call calls, or null. */
    @Nullable Meaning called(Call call, CodeFile file) {
        return of(file).called(call, file);
    }

    private OwnNames of(CodeFile file) {
        return own.getOrDefault(file.language, shared);
    }
}
