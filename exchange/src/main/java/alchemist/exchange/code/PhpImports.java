package alchemist.exchange.code;

import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PHP: what is used is a type, a function or a constant by its namespace, or another file. */
final class PhpImports implements ImportRules {
    private final PhpNames names;
    private final FilesByName files;

    PhpImports(PhpNames names, FilesByName files) {
        this.names = names;
        this.files = files;
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        CodeFile found = names.types().used(one, from);
        if (isFile(one)) {
            String path = Root.resolved(from.folder(), one.what());
            found = path == null ? null : files.at(path);
        }
        return found == null ? Set.of() : Set.of(found);
    }

    private static boolean isFile(Import one) {
        return one.what().startsWith("./");
    }

    @Override
    public boolean isForeign(CodeFile from, Import one) {
        return !isFile(one)
                && names.types().used(one, from) == null
                && !names.types().isNamespace(PhpTypes.above(PhpTypes.plain(one)));
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        String namespace = PhpTypes.above(PhpTypes.plain(one));
        return namespace.isEmpty()
                        || !isForeign(from, one)
                        || names.types().isNamespace(PhpTypes.plain(one))
                        || Library.OF_PHP.matcher(namespace).matches()
                ? null
                : Library.phpNamespace(namespace);
    }
}
