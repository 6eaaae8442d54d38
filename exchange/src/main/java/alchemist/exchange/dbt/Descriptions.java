package alchemist.exchange.dbt;

import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What files of YAML say of what is in a project. */
final class Descriptions {
    private static final Pattern DOC =
            Pattern.compile(
                    "\\{\\{\\s*doc\\(\\s*(?:[\"'][^\"'{}]*[\"']\\s*,\\s*)?[\"']([^\"'{}]*)[\"']\\s*\\)\\s*}}");

    private static final int MAX_VALUES = 20;

    /** What is said, and where. */
    record Said(SourceFile file, Tree tree) {
        String name() {
            return tree.text("name");
        }
    }

    /**
     * A column whose values are those of another one.
     *
     * @param to how the other table is written
     */
    record Relationship(String column, String to, String field, int line) {}

    /**
     * A version of a model.
     *
     * @param isLatest whether who names none means it
     */
    record Version(String model, String version, boolean isLatest) {}

    private final Project project;
    private final Map<String, List<Said>> byKind = new HashMap<>();
    private final Map<String, Said> byName = new HashMap<>();
    private final Map<String, Version> versions = new HashMap<>();

    Descriptions(Project project) {
        this.project = project;
    }

    /** Reads a file; one that is none is told of. */
    void read(SourceFile file) {
        List<Tree> documents;
        try {
            documents = file.documents();
        } catch (Malformed e) {
            file.warn(e.line(), e.what());
            return;
        }
        SourceFile emptied = file.emptied();
        for (Tree document : documents) {
            document.entries()
                    .forEach(
                            (kind, all) -> {
                                for (Tree one : all.items()) {
                                    add(kind, new Said(emptied, one));
                                }
                            });
        }
    }

    private void add(String kind, Said said) {
        if (said.name().isEmpty()) {
            return;
        }
        byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(said);
        byName.putIfAbsent(kind + "\0" + said.name(), said);
        List<Tree> all = said.tree.each("versions");
        String latest = said.tree.text("latest_version");
        for (Tree one : all) {
            String version = one.text("v");
            String file = one.text("defined_in");
            boolean isLatest = version.equals(latest.isEmpty() ? all.getLast().text("v") : latest);
            versions.put(
                    file.isEmpty() ? said.name() + "_v" + version : file,
                    new Version(said.name(), version, isLatest));
        }
    }

    /** All of a kind, such as {@code sources}. */
    List<Said> all(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** What is said of something; nothing where nothing is. */
    Tree of(String kind, String name) {
        Said said = byName.get(kind + "\0" + name);
        return said == null ? Tree.ABSENT : said.tree;
    }

    /** The version of a model that is in a file of this name; null where it has none. */
    @Nullable Version version(String file) {
        return versions.get(file);
    }

    /** Adds what is said of a table: what it is, its columns, and what is held to be true of it. */
    void describe(Tree said, Facts facts) {
        List<String> columns = new ArrayList<>();
        List<String> meanings = new ArrayList<>();
        List<String> tests = new ArrayList<>();
        for (Tree test : tests(said)) {
            tests.add(written(test));
        }
        for (Tree column : said.each("columns")) {
            String name = column.text("name");
            String type = column.text("data_type");
            columns.add(type.isEmpty() ? name : name + " " + type);
            String meaning = filled(column.text("description"));
            if (!meaning.isEmpty()) {
                meanings.add(name + ": " + meaning);
            }
            for (Tree test : tests(column)) {
                tests.add(name + ": " + written(test));
            }
        }
        facts.text("description", filled(said.text("description")))
                .texts("columns", columns)
                .texts("meanings", meanings)
                .texts("tests", tests);
    }

    private static List<Tree> tests(Tree of) {
        List<Tree> tests = new ArrayList<>(of.each("tests"));
        tests.addAll(of.each("data_tests"));
        return tests;
    }

    /** A test as its name, and of values that are accepted the first of them. */
    private static String written(Tree test) {
        String name = name(test);
        Tree arguments = arguments(test);
        List<String> values = arguments.each("values").stream().map(Tree::text).toList();
        return values.isEmpty()
                ? name
                : name
                        + " "
                        + String.join(", ", values.subList(0, Math.min(MAX_VALUES, values.size())))
                        + (values.size() > MAX_VALUES ? ", …" : "");
    }

    private static String name(Tree test) {
        if (!test.isMap()) {
            return test.text();
        }
        return test.has("test_name")
                ? test.text("test_name")
                : test.entries().keySet().iterator().next();
    }

    private static Tree arguments(Tree test) {
        Tree in = test.has("test_name") ? test : test.at(name(test));
        return in.has("arguments") ? in.at("arguments") : in;
    }

    /** Which columns hold what is in those of others. */
    List<Relationship> relationships(Tree said) {
        List<Relationship> found = new ArrayList<>();
        for (Tree column : said.each("columns")) {
            for (Tree test : tests(column)) {
                String name = name(test);
                Tree with = arguments(test);
                if (name.substring(name.lastIndexOf('.') + 1).startsWith("relationships")
                        && with.has("to")) {
                    found.add(
                            new Relationship(
                                    column.text("name"),
                                    with.text("to"),
                                    with.text("field"),
                                    test.line()));
                }
            }
        }
        return found;
    }

    /** A description with the documentation that it names. */
    String filled(String description) {
        Matcher named = DOC.matcher(description);
        return named.replaceAll(
                        doc -> {
                            String text = project.docs.get(doc.group(1));
                            return Matcher.quoteReplacement(text == null ? doc.group() : text);
                        })
                .strip();
    }
}
