package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.Lock.Locked;
import java.util.HashMap;
import java.util.Map;

/** {@code go.mod}, {@code go.work} and {@code go.sum}. */
final class GoFiles {
    private GoFiles() {}

    static Module manifest(SourceFile file) throws Malformed {
        String[] lines = file.text().split("\n", -1);
        String name = "";
        int nameLine = 1;
        for (int i = 0; i < lines.length && name.isEmpty(); i++) {
            String line = lines[i].strip();
            if (line.startsWith("module ")) {
                name = unquoted(line.substring("module ".length()).split("//", -1)[0].strip());
                nameLine = i + 1;
            }
        }
        boolean workspace = file.name().equals("go.work");
        if (name.isEmpty() && !workspace) {
            throw new Malformed(1, "is no go.mod: it names no module");
        }
        Module module = new Module(file, Ecosystem.GO, name);
        module.real = !workspace;
        module.line = nameLine;
        Map<String, String> replaced = new HashMap<>();
        String block = "";
        for (int i = 0; i < lines.length; i++) {
            String whole = lines[i].strip();
            boolean indirect = whole.endsWith("// indirect");
            int comment = whole.indexOf("//");
            String line = comment == 0 || whole.isEmpty() ? "" : withoutComment(whole, comment);
            if (line.equals(")")) {
                block = "";
            } else if (line.endsWith("(")) {
                block = line.substring(0, line.length() - 1).strip();
            } else if (!line.isEmpty()) {
                String[] words = (block.isEmpty() ? line : block + " " + line).split("\\s+", -1);
                read(words, indirect, i + 1, module, replaced);
            }
        }
        for (int i = 0; i < module.dependencies.size(); i++) {
            Dependency one = module.dependencies.get(i);
            String folder = replaced.get(one.name());
            if (folder != null) {
                module.dependencies.set(
                        i,
                        new Dependency(
                                one.name(), one.requires(), one.scope(), folder, one.line()));
            }
        }
        return module;
    }

    private static String withoutComment(String line, int comment) {
        return comment < 0 ? line : line.substring(0, comment).strip();
    }

    private static void read(
            String[] words,
            boolean indirect,
            int line,
            Module module,
            Map<String, String> replaced) {
        switch (words[0]) {
            case "go" -> module.packaging = words.length > 1 ? "go " + words[1] : "";
            case "require" -> {
                if (words.length > 2) {
                    module.dependencies.add(
                            new Dependency(
                                    unquoted(words[1]),
                                    words[2],
                                    indirect ? "indirect" : "",
                                    Dependency.ELSEWHERE,
                                    line));
                }
            }
            case "replace" -> {
                String to = words[words.length - 1];
                String folder = to.startsWith(".") ? Root.resolved(module.folder(), to) : null;
                if (folder != null && words.length > 2) {
                    replaced.put(unquoted(words[1]), folder);
                }
            }
            case "use" -> {
                String folder = Root.resolved(module.folder(), unquoted(words[words.length - 1]));
                if (folder != null) {
                    module.members.add(folder);
                }
            }
            default -> {} // toolchain, exclude, retract
        }
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 1 && (word.charAt(0) == '"' || word.charAt(0) == '`');
        return quoted ? word.substring(1, word.length() - 1) : word;
    }

    static Lock lock(SourceFile file) {
        Lock lock = new Lock(file, Ecosystem.GO);
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String[] words = lines[i].strip().split(" ", -1);
            if (words.length == 3 && !words[1].endsWith("/go.mod")) {
                lock.add(new Locked(words[0], words[1], i + 1));
            }
        }
        return lock;
    }
}
