package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * C#: what is used is a namespace, which many files may add to; it leads to those of them whose
 * types the file then names. Or it is a type, of which the members are used, or that gets another
 * name.
 */
final class CSharpImports implements ImportRules {
    private final CSharpNames names;

    CSharpImports(CSharpNames names) {
        this.names = names;
    }

    @Override
    public List<Import> all(CodeFile from) {
        return names.types().imports(from);
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        Set<CodeFile> found = new LinkedHashSet<>();
        String what = CSharpTypes.plain(one);
        CSharpType type = names.types().qualified(what, from);
        if (type != null && (CSharpTypes.isStatic(one) || !one.bound().isEmpty())) {
            type.parts.forEach(part -> found.add(part.file));
        } else {
            for (String namespace : names.types().meant(what, from)) {
                for (Declared used : names.used(from, namespace)) {
                    found.add(used.file);
                }
            }
        }
        return found;
    }

    @Override
    public boolean isForeign(CodeFile from, Import one) {
        String what = CSharpTypes.plain(one);
        return names.types().meant(what, from).isEmpty()
                && names.types().qualified(what, from) == null;
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        if (!isForeign(from, one) || one.line() == 0) { // told of the file that says so
            return null;
        }
        CSharpTypeName name = CSharpTypeName.of(CSharpTypes.plain(one));
        if (name == null) {
            return null;
        }
        StringBuilder namespace = new StringBuilder();
        int count = name.parts().size();
        boolean ofType = CSharpTypes.isStatic(one) || !one.bound().isEmpty();
        for (int i = 0; i < (ofType ? Math.max(1, count - 1) : count); i++) {
            namespace.append(i == 0 ? "" : ".").append(name.parts().get(i).name());
        }
        return Library.OF_DOTNET.matcher(namespace).matches()
                ? null
                : Library.dotnetNamespace(namespace.toString());
    }
}
