package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What imports mean in a family of languages. */
interface ImportRules {
    /** The rules of a family, for files that are read together. */
    static ImportRules of(
            CodeLanguage.Family family,
            FilesByName files,
            Projects projects,
            CSharpNames csharp,
            PhpNames php) {
        return switch (family) {
            case JAVA -> new JavaImports(files);
            case CSHARP -> new CSharpImports(csharp);
            case PHP -> new PhpImports(php, files);
            case RUBY -> new RubyImports(files, projects);
            case ECMA -> new EcmaImports(files, projects);
            case PYTHON -> new PythonImports(files);
            case GO -> new GoImports(files, projects);
            case RUST -> new RustImports(files);
            case C -> new CImports(files);
        };
    }

    /** What a file imports, also where that is said for it; of that there is no line. */
    default List<Import> all(CodeFile from) {
        return from.outline.imports();
    }

    /** The files that an import leads to. */
    Set<CodeFile> files(CodeFile from, Import one);

    /**
     * Whether a file also lets others have what it takes from others, by the names that it takes;
     * then {@link Imports} follow these, and {@link #named} is not asked.
     */
    default boolean passesOn() {
        return false;
    }

    /** What an import lets a file call by its name alone. */
    default List<Declared> named(CodeFile from, Import one) {
        return List.of();
    }

    /** The files that an import lets a file call by a name, such as that of a module. */
    default Set<CodeFile> called(CodeFile from, Import one, String name) {
        return Set.of();
    }

    /** What a file calls what it takes from an import. */
    default List<String> bound(CodeFile from, Import one) {
        return one.bound();
    }

    /** Whether an import leads to what others wrote: nothing that is read here is meant by it. */
    boolean isForeign(CodeFile from, Import one);

    /** Whether a path may lead to what is read here that begins with a name in a file. */
    default boolean mayBeOwn(CodeFile from, String name) {
        return true;
    }

    /** The library that an import leads to, or null. */
    @Nullable Library library(CodeFile from, Import one);
}
