package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Go: an import names a package, which is a folder; what is in it is called by the folder's name.
 */
final class GoImports implements ImportRules {
    private final FilesByName files;

    GoImports(FilesByName files) {
        this.files = files;
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        return new LinkedHashSet<>(files.in(folder(one.what())));
    }

    @Override
    public List<Declared> named(CodeFile from, Import one) {
        return List.of();
    }

    @Override
    public Set<CodeFile> called(CodeFile from, Import one, String name) {
        String what = one.what();
        return what.substring(what.lastIndexOf('/') + 1).equals(name) ? files(from, one) : Set.of();
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        String what = one.what();
        int slash = what.indexOf('/');
        String host = slash < 0 ? what : what.substring(0, slash);
        return host.contains(".") ? Library.go(what) : null;
    }

    /** The folder that is meant: the longest that the import's path ends with. */
    private String folder(String what) {
        String path = what;
        while (!path.isEmpty()) {
            if (holdsGo(path)) {
                return path;
            }
            int slash = path.indexOf('/');
            path = slash < 0 ? "" : path.substring(slash + 1);
        }
        return "\0";
    }

    private boolean holdsGo(String folder) {
        List<CodeFile> there = files.in(folder);
        return !there.isEmpty() && there.getFirst().language == CodeLanguage.GO;
    }
}
