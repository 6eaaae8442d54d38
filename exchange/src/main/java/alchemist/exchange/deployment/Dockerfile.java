package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Placeholders;
import alchemist.exchange.blueprint.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a Dockerfile says: its stages, what each is based on, copies and opens. */
final class Dockerfile {
    private static final Pattern FROM =
            Pattern.compile("(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+)=(\\S+)");
    private static final Placeholders PLACEHOLDERS =
            new Placeholders(Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?\\}|\\$(\\w+)"));
    private static final Pattern HEREDOC = Pattern.compile("<<-?[\"']?([A-Za-z_]\\w*)[\"']?");

    /** Longer instructions hold scripts. */
    private static final int MAX_CHARS = 2_000;

    /** An image or an earlier stage, as it is written, and {@code base} or {@code copy}. */
    record Use(String what, String how, int line) {}

    /** A file or folder that is copied from where the build is run. */
    record Copied(String path, int line) {}

    /** A stage, which is known by its name, or else by its number from 0. */
    record Stage(
            int number,
            String name,
            int line,
            List<Use> uses,
            List<Copied> copied,
            List<String> ports) {
        String shown() {
            return name.isEmpty() ? "stage " + number : name;
        }
    }

    final SourceFile file;
    final List<Stage> stages = new ArrayList<>();
    private final Map<String, String> arguments = new HashMap<>();

    private Dockerfile(SourceFile file) {
        this.file = file.emptied();
    }

    static Dockerfile of(SourceFile file) {
        Dockerfile read = new Dockerfile(file);
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i + 1;
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            StringBuilder whole = new StringBuilder(line);
            while (line.endsWith("\\") && i + 1 < lines.length) {
                line = lines[++i].strip();
                if (!line.startsWith("#") && whole.length() <= MAX_CHARS) {
                    whole.setLength(Math.max(0, whole.length() - 1));
                    whole.append(' ').append(line);
                } else if (line.startsWith("#")) {
                    line = "\\"; // a comment ends no instruction
                }
            }
            if (whole.length() <= MAX_CHARS) {
                String instruction = whole.toString();
                read.add(instruction, first);
                i = behindDocument(instruction, lines, i);
            }
        }
        if (read.stages.isEmpty()) {
            file.warn(0, "is no Dockerfile: it has no FROM");
        }
        return read;
    }

    /** The last line of the text that follows an instruction, or the instruction's own. */
    private static int behindDocument(String instruction, String[] lines, int from) {
        Matcher begins = HEREDOC.matcher(instruction);
        if (begins.find()) {
            for (int i = from + 1; i < lines.length; i++) {
                if (lines[i].strip().equals(begins.group(1))) {
                    return i;
                }
            }
        }
        return from;
    }

    private void add(String instruction, int line) {
        String[] split = instruction.split("\\s+", 2);
        String rest = split.length > 1 ? split[1].strip() : "";
        switch (split[0].toUpperCase(Locale.ROOT)) {
            case "ARG" -> {
                Matcher matcher = ARGUMENT.matcher(rest);
                if (matcher.matches()) {
                    arguments.putIfAbsent(matcher.group(1), unquoted(matcher.group(2)));
                }
            }
            case "FROM" -> {
                Matcher matcher = FROM.matcher(rest);
                if (matcher.matches()) {
                    String name = matcher.group(2) == null ? "" : matcher.group(2);
                    Stage stage =
                            new Stage(
                                    stages.size(),
                                    name,
                                    line,
                                    new ArrayList<>(1),
                                    new ArrayList<>(),
                                    new ArrayList<>(1));
                    stages.add(stage);
                    stage.uses.add(new Use(filled(matcher.group(1)), "base", line));
                }
            }
            case "COPY", "ADD" -> copy(rest, line);
            case "EXPOSE" -> {
                if (!stages.isEmpty()) {
                    stages.getLast().ports.addAll(List.of(filled(rest).split("\\s+", -1)));
                }
            }
            default -> {}
        }
    }

    private void copy(String rest, int line) {
        if (stages.isEmpty()) {
            return;
        }
        Stage stage = stages.getLast();
        String plain = rest;
        while (plain.startsWith("--")) {
            String[] split = plain.split("\\s+", 2);
            if (split[0].startsWith("--from=")) {
                String from = split[0].substring("--from=".length());
                stage.uses.add(new Use(filled(from), "copy", line));
                return;
            }
            plain = split.length > 1 ? split[1] : "";
        }
        String[] words =
                plain.startsWith("[")
                        ? plain.replaceAll("[\\[\\]\",]", " ").strip().split("\\s+", -1)
                        : plain.split("\\s+", -1);
        for (int i = 0; i < words.length - 1; i++) {
            String path = unquoted(filled(words[i]));
            boolean plainPath =
                    !path.contains("://")
                            && !path.startsWith("<<")
                            && path.chars().noneMatch(c -> "*?[$".indexOf(c) >= 0);
            if (plainPath) {
                stage.copied.add(new Copied(path, line));
            }
        }
    }

    /** The stage before another that a name or number means; null where it is an image. */
    @Nullable Stage stage(String written, Stage before) {
        for (int i = before.number - 1; i >= 0; i--) {
            Stage one = stages.get(i);
            if (one.name.equalsIgnoreCase(written) && !written.isEmpty()) {
                return one;
            }
        }
        boolean number = !written.isEmpty() && written.length() < 6;
        number &= written.chars().allMatch(c -> c >= '0' && c <= '9');
        int n = number ? Integer.parseInt(written) : stages.size();
        return n < before.number ? stages.get(n) : null;
    }

    /** Whether a name may be that of an image: not of nothing, and not where it is not known. */
    static boolean isImage(String written) {
        return !written.isEmpty()
                && !written.equals("scratch")
                && written.indexOf('$') < 0
                && !written.chars().allMatch(Character::isDigit);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private String filled(String text) {
        return PLACEHOLDERS.filled(
                text,
                found -> {
                    String name = found.group(1) == null ? found.group(3) : found.group(1);
                    return arguments.getOrDefault(name, found.group(2));
                });
    }
}
