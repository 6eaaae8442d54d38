package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dockerfiles: the images that what they build is based on. */
public final class Dockerfiles implements FileKind {
    private static final Pattern FROM =
            Pattern.compile(
                    "^\\s*FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern COPY =
            Pattern.compile(
                    "^\\s*COPY\\s+(?:--\\S+\\s+)*--from=(\\S+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARGUMENT =
            Pattern.compile("^\\s*ARG\\s+(\\w+)=(\\S+)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?\\}|\\$(\\w+)");

    /** Longer lines name no image. */
    private static final int MAX_CHARS = 2_000;

    private record Use(String image, String how, int line) {}

    private record Dockerfile(SourceFile file, List<Use> uses) {}

    private final List<Dockerfile> all = new ArrayList<>();

    /** None read yet. */
    public Dockerfiles() {}

    @Override
    public boolean mayBe(String path) {
        return isDockerfile(path);
    }

    @Override
    public boolean isSure(String path) {
        return isDockerfile(path);
    }

    static boolean isDockerfile(String path) {
        String name = Root.name(path).toLowerCase(Locale.ROOT);
        return name.equals("dockerfile")
                || name.equals("containerfile")
                || name.startsWith("dockerfile.")
                || name.endsWith(".dockerfile");
    }

    @Override
    public boolean looksLike(String path, byte[] bytes) {
        return true;
    }

    @Override
    public void read(SourceFile file) {
        Map<String, String> arguments = new HashMap<>();
        Set<String> stages = new HashSet<>();
        List<Use> uses = new ArrayList<>();
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length() > MAX_CHARS) {
                continue; // it holds a script
            }
            Matcher argument = ARGUMENT.matcher(lines[i]);
            if (argument.matches()) {
                arguments.putIfAbsent(argument.group(1), unquoted(argument.group(2)));
                continue;
            }
            Matcher from = FROM.matcher(lines[i]);
            if (from.matches()) {
                add(filled(from.group(1), arguments), "base", i + 1, stages, uses);
                if (from.group(2) != null) {
                    stages.add(from.group(2).toLowerCase(Locale.ROOT));
                }
                continue;
            }
            Matcher copy = COPY.matcher(lines[i]);
            if (copy.matches()) {
                add(filled(copy.group(1), arguments), "copy", i + 1, stages, uses);
            }
        }
        all.add(new Dockerfile(file.emptied(), uses));
    }

    private static void add(
            String image, String how, int line, Set<String> stages, List<Use> uses) {
        boolean stage =
                stages.contains(image.toLowerCase(Locale.ROOT))
                        || image.chars().allMatch(Character::isDigit);
        if (!stage && !image.equals("scratch") && image.indexOf('$') < 0) {
            uses.add(new Use(image, how, line));
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String filled(String text, Map<String, String> arguments) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
            String otherwise = matcher.group(2) == null ? matcher.group() : matcher.group(2);
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(arguments.getOrDefault(name, otherwise)));
        }
        return matcher.appendTail(filled).toString();
    }

    @Override
    public void state(Blueprint blueprint) {
        for (Dockerfile one : all) {
            Id file = blueprint.file(one.file);
            for (Use use : one.uses) {
                Image image = Image.of(use.image);
                blueprint.edge(
                        "based on",
                        file,
                        image.add(blueprint, one.file),
                        "how",
                        use.how,
                        Facts.at(use.line).text("version", image.version()),
                        one.file);
            }
        }
    }
}
