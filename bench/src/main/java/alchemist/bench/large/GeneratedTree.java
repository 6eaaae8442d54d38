package alchemist.bench.large;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that are there now, and how they come, change, move and go: a few modules and a few of
 * their files take most of the changes.
 */
final class GeneratedTree {
    /** One in so many files of a module is no code. */
    private static final double BESIDE = 0.32;

    private static final int FILES_OF_MODULE = 90;
    private static final double SKEW = 2.2;

    private final Dice dice;
    private final List<Module> modules = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    GeneratedTree(Shape shape, Dice dice) {
        this.dice = dice;
        List<Kind> kinds =
                List.of(
                        Kind.JAVA,
                        Kind.TYPESCRIPT,
                        Kind.JAVA,
                        Kind.PYTHON,
                        Kind.TYPESCRIPT,
                        Kind.GO,
                        Kind.JAVA,
                        Kind.TSX);
        int count = Math.max(8, shape.files() / FILES_OF_MODULE);
        for (int i = 0; i < count; i++) {
            String name = Words.low(Words.NOUNS.get(i % Words.NOUNS.size()));
            int round = i / Words.NOUNS.size();
            String role = Words.low(Words.ROLES.get(round % Words.ROLES.size()));
            int again = round / Words.ROLES.size();
            modules.add(
                    new Module(
                            (round == 0 ? name : name + "-" + role) + (again == 0 ? "" : again),
                            kinds.get(i % kinds.size())));
        }
    }

    int size() {
        return paths.size();
    }

    /** The module that the next work is in. */
    Module module() {
        return modules.get(dice.skewed(modules.size(), SKEW));
    }

    /** A new file of a module. */
    GeneratedFile add(Module module) {
        boolean beside = module.files.size() > 2 && dice.chance(BESIDE);
        String type = dice.of(Words.NOUNS) + dice.of(Words.ROLES);
        Kind kind = beside ? beside() : code(module);
        String part = Words.low(dice.of(Words.NOUNS.subList(0, 12)));
        String folder =
                switch (kind) {
                    case MARKDOWN -> module.folder() + "/docs";
                    case JSON, YAML, TEXT -> module.folder() + "/settings/" + part;
                    default -> module.code(part, dice.chance(0.25));
                };
        boolean test = folder.contains("/test/");
        for (int n = 0; ; n++) {
            String name = type + (n == 0 ? "" : n) + (test && kind == Kind.JAVA ? "Test" : "");
            String path = folder + "/" + file(name, kind);
            if (paths.add(path)) {
                GeneratedFile file = new GeneratedFile(kind, module, name, path);
                fill(file);
                module.files.add(file);
                return file;
            }
        }
    }

    private Kind beside() {
        return dice.of(
                List.of(
                        Kind.JSON,
                        Kind.JSON,
                        Kind.MARKDOWN,
                        Kind.YAML,
                        Kind.TEXT,
                        Kind.MARKDOWN,
                        Kind.TEXT));
    }

    private Kind code(Module module) {
        return module.kind == Kind.TSX && dice.chance(0.4) ? Kind.TYPESCRIPT : module.kind;
    }

    private static String file(String type, Kind kind) {
        return switch (kind) {
            case PYTHON, GO -> Words.low(type) + kind.ending();
            case MARKDOWN, JSON, YAML, TEXT -> Words.low(type) + kind.ending();
            default -> type + kind.ending();
        };
    }

    private void fill(GeneratedFile file) {
        int blocks = dice.length(7, 0.7, 80);
        for (int i = 0; i < blocks; i++) {
            file.blocks.add(dice.any());
        }
        List<GeneratedFile> near = file.module.files;
        for (int i = 0; i < 6 && !near.isEmpty(); i++) {
            GeneratedFile used = near.get(dice.skewed(near.size(), SKEW));
            boolean code = used.kind.isCode();
            if (code && !file.uses.contains(used)) {
                file.uses.add(used);
            }
        }
    }

    /** A file of a module that may be changed, or null. */
    @org.jspecify.annotations.Nullable
    GeneratedFile some(Module module) {
        if (module.files.isEmpty()) {
            return null;
        }
        GeneratedFile file = module.files.get(dice.skewed(module.files.size(), SKEW));
        return file.locked ? null : file;
    }

    void delete(GeneratedFile file) {
        file.module.files.remove(file);
        paths.remove(file.path);
    }

    /** Moves a file into a folder of its module, where its name is free there; its path before. */
    String move(GeneratedFile file, String folder) {
        String before = file.path;
        String path = folder + "/" + file.name();
        if (paths.add(path)) {
            paths.remove(before);
            file.path = path;
        }
        return before;
    }
}
