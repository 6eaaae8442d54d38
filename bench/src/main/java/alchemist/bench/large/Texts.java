package alchemist.bench.large;

/** Writes what is in a file: a head, a block for each of its seeds, and an end. */
final class Texts {
    private Texts() {}

    static String of(GeneratedFile file) {
        StringBuilder text = new StringBuilder(4096);
        head(file, text);
        for (int i = 0; i < file.blocks.size(); i++) {
            block(file, new Dice(file.blocks.get(i)), i == file.blocks.size() - 1, text);
        }
        switch (file.kind) {
            case JAVA, TYPESCRIPT, TSX -> text.append("}\n");
            case JSON -> text.append("}\n");
            case PYTHON, GO, MARKDOWN, YAML, TEXT -> {}
        }
        return text.toString();
    }

    private static void head(GeneratedFile file, StringBuilder text) {
        String type = file.type;
        switch (file.kind) {
            case JAVA -> {
                text.append("package ").append(javaPackage(file)).append(";\n\n");
                for (GeneratedFile used : file.uses) {
                    text.append("import ").append(javaPackage(used)).append('.');
                    text.append(used.type).append(";\n");
                }
                text.append("import java.util.List;\n\n/** The ").append(Words.low(type));
                text.append(" of ").append(file.module.name).append(". */\npublic class ");
                text.append(type).append(" {\n    private final int limit = 100;\n");
            }
            case TYPESCRIPT, TSX -> {
                for (GeneratedFile used : file.uses) {
                    String from = relative(file.folder(), used.path);
                    text.append("import { ").append(used.type).append(" } from \"");
                    text.append(from, 0, from.lastIndexOf('.')).append("\";\n");
                }
                text.append("\n/** ").append(type).append(" of ").append(file.module.name);
                text.append(". */\nexport class ").append(type).append(" {\n");
            }
            case PYTHON -> {
                text.append("\"\"\"").append(type).append(" of ").append(file.module.name);
                text.append(".\"\"\"\n\n");
                for (GeneratedFile used : file.uses) {
                    String from = used.path.substring(used.module.folder().length() + 1);
                    text.append("from ").append(from.replace(".py", "").replace('/', '.'));
                    text.append(" import ").append(used.type).append('\n');
                }
                text.append("\n\nclass ").append(type).append(":\n    limit = 100\n\n");
            }
            case GO -> {
                String folder = file.folder();
                text.append("package ").append(folder.substring(folder.lastIndexOf('/') + 1));
                text.append("\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n)\n\n// ").append(type);
                text.append(" of ").append(file.module.name).append(".\ntype ").append(type);
                text.append(" struct {\n\tlimit int\n}\n\n");
            }
            case MARKDOWN -> text.append("# ").append(type).append("\n\n");
            case JSON -> text.append("{\n");
            case YAML, TEXT -> text.append("# ").append(type).append('\n');
        }
    }

    private static void block(GeneratedFile file, Dice dice, boolean last, StringBuilder text) {
        String noun = dice.of(Words.NOUNS);
        String other = dice.of(Words.NOUNS);
        String method = dice.of(Words.VERBS) + noun + dice.below(100);
        String used = file.uses.isEmpty() ? file.type : dice.of(file.uses).type;
        int steps = 2 + dice.below(7);
        switch (file.kind) {
            case JAVA -> JavaText.method(file.type, method, noun, used, steps, dice, text);
            case TYPESCRIPT, TSX -> {
                text.append("    /** ").append(sentence(dice)).append(" */\n    ").append(method);
                text.append('(').append(Words.low(noun)).append(": ").append(used);
                text.append(", limit: number): number {\n        let total = 0;\n");
                for (int i = 0; i < steps; i++) {
                    String verb = dice.of(Words.VERBS);
                    text.append("        if (limit > ").append(dice.below(1000)).append(") {\n");
                    text.append("            total += ").append(Words.low(noun)).append('.');
                    text.append(verb).append(other).append("(limit, ").append(i).append(");\n");
                    text.append("        }\n");
                }
                text.append("        const made = new ").append(used).append("();\n");
                text.append("        return made ? total : ").append(dice.below(100));
                text.append(";\n    }\n\n");
            }
            case PYTHON -> {
                text.append("    def ").append(Words.low(method)).append("(self, ");
                text.append(Words.low(noun)).append(", limit):\n        \"\"\"");
                text.append(sentence(dice)).append("\"\"\"\n        total = 0\n");
                for (int i = 0; i < steps; i++) {
                    text.append("        for each in ").append(Words.low(noun)).append('.');
                    text.append(dice.of(Words.VERBS))
                            .append("(limit):\n            total += each.");
                    text.append(Words.low(other)).append(" * ").append(dice.below(100));
                    text.append('\n');
                }
                text.append("        made = ").append(used).append("()\n");
                text.append("        return total if made else None\n\n");
            }
            case GO -> {
                text.append("// ").append(Words.capital(method)).append(": ");
                text.append(sentence(dice)).append("\nfunc (t *").append(file.type).append(") ");
                text.append(Words.capital(method)).append("(limit int) (int, error) {\n");
                text.append("\ttotal := 0\n");
                for (int i = 0; i < steps; i++) {
                    text.append("\tif limit > ").append(dice.below(1000));
                    text.append(" {\n\t\treturn 0, errors.New(\"").append(Words.low(other));
                    text.append("\")\n\t}\n\ttotal += limit * ").append(i).append('\n');
                }
                text.append("\tfmt.Println(total)\n\treturn total, nil\n}\n\n");
            }
            case MARKDOWN -> {
                text.append("## ").append(noun).append(" and ").append(Words.low(other));
                text.append("\n\n");
                for (int i = 0; i < steps; i++) {
                    text.append(sentence(dice)).append(i % 3 == 2 ? "\n\n" : "\n");
                }
                if (!file.uses.isEmpty()) {
                    GeneratedFile to = dice.of(file.uses);
                    text.append("\nSee [").append(to.type).append("](");
                    text.append(relative(file.folder(), to.path)).append(").\n");
                }
                text.append('\n');
            }
            case JSON -> {
                text.append("  \"").append(method).append("\": {\n    \"limit\": ");
                text.append(dice.below(1000)).append(",\n    \"says\": \"").append(sentence(dice));
                text.append("\"\n  }").append(last ? "\n" : ",\n");
            }
            case YAML -> {
                text.append(method).append(":\n  limit: ").append(dice.below(1000));
                text.append("\n  says: ").append(sentence(dice)).append('\n');
            }
            case TEXT -> text.append(method).append('=').append(sentence(dice)).append('\n');
        }
    }

    static String sentence(Dice dice) {
        return Words.capital(dice.of(Words.VERBS))
                + " the "
                + Words.low(dice.of(Words.NOUNS))
                + " of each "
                + Words.low(dice.of(Words.NOUNS))
                + ", then "
                + dice.of(Words.VERBS)
                + " what the "
                + Words.low(dice.of(Words.NOUNS))
                + " holds.";
    }

    private static String javaPackage(GeneratedFile file) {
        String folder = file.folder();
        return folder.substring(folder.indexOf("/java/") + 6).replace('/', '.');
    }

    /** A path as it is written in a file of a folder. */
    static String relative(String folder, String to) {
        String[] from = folder.split("/", -1);
        String[] target = to.split("/", -1);
        int same = 0;
        while (same < from.length && same < target.length - 1 && from[same].equals(target[same])) {
            same++;
        }
        StringBuilder path = new StringBuilder(same == from.length ? "./" : "");
        path.repeat("../", from.length - same);
        for (int i = same; i < target.length; i++) {
            path.append(target[i]).append(i < target.length - 1 ? "/" : "");
        }
        return path.toString();
    }
}
