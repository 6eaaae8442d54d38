package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** C and C++: an include names a file, beside it or by the end of its path. */
final class CImports implements ImportRules {
    private final FilesByName files;

    CImports(FilesByName files) {
        this.files = files;
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        CodeFile file = included(from, one.what());
        return file == null ? Set.of() : Set.of(file);
    }

    @Override
    public List<Declared> named(CodeFile from, Import one) {
        List<Declared> named = new ArrayList<>();
        for (CodeFile file : files(from, one)) {
            for (Declared told : file.declared) {
                if (told.within == null || told.within.symbol.kind() == Outline.Kind.NAMESPACE) {
                    named.add(told);
                }
            }
        }
        return named;
    }

    @Override
    public boolean isForeign(CodeFile from, Import one) {
        return false; // an include binds no name
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        return null;
    }

    private @Nullable CodeFile included(CodeFile from, String what) {
        String beside = Root.resolved(from.folder(), what);
        CodeFile there = beside == null ? null : files.at(beside);
        if (there != null) {
            return there;
        }
        String plain = what.replaceFirst("^(?:\\./)+", "");
        CodeFile only = null;
        for (CodeFile file : files.named(Root.name(plain))) {
            if (file.path().equals(plain) || file.path().endsWith("/" + plain)) {
                if (only != null) {
                    return null;
                }
                only = file;
            }
        }
        return only;
    }
}
