package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Java and Kotlin: an import names a type, its member, or a whole package, and of Kotlin also a
 * function.
 */
final class JavaImports implements ImportRules {
    private final FilesByName files;

    JavaImports(FilesByName files) {
        this.files = files;
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        Declared type = type(one.what());
        Set<CodeFile> found = new LinkedHashSet<>();
        if (type != null) {
            found.add(type.file);
        }
        files.javaFunctions(one.what()).forEach(function -> found.add(function.file));
        List<CodeFile> beside = files.ofJavaPackage(withoutLast(one.what()));
        if (found.isEmpty() && from.language == CodeLanguage.KOTLIN && beside.size() == 1) {
            found.addAll(beside); // a property, of which nothing is told
        }
        return found;
    }

    @Override
    public boolean isForeign(CodeFile from, Import one) {
        return type(one.what()) == null && files.javaFunctions(one.what()).isEmpty();
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        String module = packageOf(one.what());
        boolean isOwn =
                !files.ofJavaPackage(module).isEmpty()
                        || !files.ofJavaPackage(withoutLast(one.what())).isEmpty();
        return isOwn
                        || module.startsWith("java.")
                        || module.startsWith("javax.")
                        || module.startsWith("jdk.")
                        || module.startsWith("kotlin.")
                        || module.equals("kotlin")
                ? null
                : Library.javaPackage(module);
    }

    @Override
    public List<Declared> named(CodeFile from, Import one) {
        String what = one.what();
        return what.endsWith(".*") ? inside(what.substring(0, what.length() - 2)) : named(what);
    }

    private List<Declared> inside(String qualified) {
        List<Declared> named = new ArrayList<>();
        for (CodeFile file : files.ofJavaPackage(qualified)) {
            for (Declared one : file.declared) {
                if (one.within == null) {
                    named.add(one);
                }
            }
        }
        Declared type = type(qualified);
        if (type != null) {
            named.addAll(type.members.values());
        }
        return named;
    }

    private List<Declared> named(String what) {
        Declared type = type(what);
        if (type == null) {
            return files.javaFunctions(what);
        }
        String last = what.substring(what.lastIndexOf('.') + 1);
        Declared member = type.members.get(last);
        return List.of(type.symbol.name().equals(last) || member == null ? type : member);
    }

    private static String withoutLast(String qualified) {
        int last = qualified.lastIndexOf('.');
        return last < 0 ? "" : qualified.substring(0, last);
    }

    /** The type that a qualified name leads to, or that holds what it leads to. */
    private @Nullable Declared type(String qualified) {
        String[] names = qualified.split("\\.", -1);
        for (int end = names.length - 1; end >= 1; end--) {
            String module = String.join(".", List.of(names).subList(0, end));
            for (CodeFile file : files.ofJavaPackage(module)) {
                Declared type = file.top(names[end]);
                for (int i = end + 1; i < names.length && type != null; i++) {
                    Declared inner = type.members.get(names[i]);
                    if (inner == null || !inner.isType()) {
                        break;
                    }
                    type = inner;
                }
                if (type != null && type.isType()) {
                    return type;
                }
            }
        }
        return null;
    }

    private static String packageOf(String what) {
        StringBuilder module = new StringBuilder();
        for (String name : what.split("\\.", -1)) {
            if (name.equals("*") || name.isEmpty() || Character.isUpperCase(name.charAt(0))) {
                break;
            }
            module.append(module.isEmpty() ? "" : ".").append(name);
        }
        return module.toString();
    }
}
