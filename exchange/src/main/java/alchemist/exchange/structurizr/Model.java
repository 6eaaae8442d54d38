package alchemist.exchange.structurizr;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one workspace says, with the files that it includes and the one that it extends. */
final class Model {
    /** How deep files may include one another. */
    private static final int MAX_INCLUDED = 20;

    private static final int MAX_FILES = 1000;
    private static final int MAX_NAME = 300;
    private static final Pattern CONSTANT = Pattern.compile("\\$\\{([\\w.-]+)}");
    private static final Pattern ARROW = Pattern.compile("->|--[^>]*->");

    /** By the word that declares them, what elements are. */
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("person", "Person"),
                    Map.entry("softwaresystem", "System"),
                    Map.entry("container", "Container"),
                    Map.entry("component", "Component"),
                    Map.entry("element", "Element"),
                    Map.entry("group", "Boundary"),
                    Map.entry("enterprise", "Boundary"),
                    Map.entry("deploymentenvironment", "Deployment environment"),
                    Map.entry("deploymentnode", "Deployment node"),
                    Map.entry("infrastructurenode", "Infrastructure node"));

    /** By the type of an element what the texts behind its name say. */
    private static final Map<String, List<String>> PLACES =
            Map.of(
                    "Person", List.of("description", "tags"),
                    "System", List.of("description", "tags"),
                    "Container", List.of("description", "technology", "tags"),
                    "Component", List.of("description", "technology", "tags"),
                    "Element", List.of("technology", "description", "tags"),
                    "Boundary", List.of(),
                    "Deployment environment", List.of(),
                    "Deployment node", List.of("description", "technology", "tags"),
                    "Infrastructure node", List.of("description", "technology", "tags"));

    private static final Set<String> INSTANCES =
            Set.of("softwaresysteminstance", "containerinstance", "instanceof");

    /**
     * Between the ends of a relation.
     *
     * @param self what {@code this} means there
     * @param at where it stands, for what names mean
     */
    record Relation(
            String from,
            String to,
            @Nullable Element self,
            @Nullable Element at,
            List<String> said,
            SourceFile file,
            int line) {}

    private final Blueprint blueprint;
    private final Map<Id, Element> elements;
    private final Map<String, Element> byName = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, String> archetypes = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private int files;
    private boolean hierarchical;

    /** Whether something of it is not here, so that names may be missing. */
    private boolean partial;

    /**
     * Nothing yet.
     *
     * @param elements of all workspaces: several may extend the same one
     */
    Model(Blueprint blueprint, Map<Id, Element> elements) {
        this.blueprint = blueprint;
        this.elements = elements;
    }

    void read(List<Statement> statements, int depth) {
        for (Statement one : statements) {
            read(one, null, depth);
        }
    }

    /** Adds the relations, once all elements are stated. */
    void relate() {
        relations.forEach(this::relate);
    }

    private void read(Statement statement, @Nullable Element in, int depth) {
        List<String> words = statement.words.stream().map(this::filled).toList();
        boolean assigned = words.size() > 2 && words.get(1).equals("=");
        String name = assigned ? words.getFirst().toLowerCase(Locale.ROOT) : "";
        List<String> said = assigned ? words.subList(2, words.size()) : words;
        if (relation(said, statement, in, in)) {
            return;
        }
        String keyword = said.getFirst().toLowerCase(Locale.ROOT);
        keyword = archetypes.getOrDefault(keyword, keyword);
        List<String> more = said.subList(1, said.size());
        switch (keyword) {
            case "workspace" -> {
                int at = more.indexOf("extends");
                if (at >= 0 && at + 1 < more.size()) {
                    include(more.get(at + 1), statement, null, depth);
                }
                each(statement, in, depth);
            }
            case "model" -> each(statement, in, depth);
            case "!identifiers" -> hierarchical |= more.contains("hierarchical");
            case "!const", "!constant", "!var" -> {
                if (more.size() > 1) {
                    constants.putIfAbsent(more.get(0), more.get(1));
                }
            }
            case "!include" -> {
                if (!more.isEmpty()) {
                    include(more.getFirst(), statement, in, depth);
                }
            }
            case "!ref", "!element", "!extend" -> {
                Element again = more.isEmpty() ? null : named(more.getFirst(), in);
                if (again != null) {
                    each(statement, again, depth);
                }
            }
            case "archetypes" -> statement.inner.forEach(this::archetype);
            case "description", "technology", "url", "tags", "tag" -> describe(in, keyword, more);
            default -> {
                if (INSTANCES.contains(keyword)) {
                    instance(name, more, statement, in);
                } else if (TYPES.containsKey(keyword) && !more.isEmpty()) {
                    element(name, keyword, more, statement, in, depth);
                }
            }
        }
    }

    private void each(Statement statement, @Nullable Element in, int depth) {
        for (Statement one : statement.inner) {
            read(one, in, depth);
        }
    }

    private String filled(String word) {
        if (word.indexOf('$') < 0) {
            return word;
        }
        Matcher named = CONSTANT.matcher(word);
        return named.replaceAll(
                one -> Matcher.quoteReplacement(constants.getOrDefault(one.group(1), one.group())));
    }

    private void archetype(Statement statement) {
        List<String> words = statement.words;
        if (words.size() > 2 && words.get(1).equals("=")) {
            String base = words.get(2).toLowerCase(Locale.ROOT);
            archetypes.put(
                    words.getFirst().toLowerCase(Locale.ROOT), archetypes.getOrDefault(base, base));
        }
    }

    private static void describe(@Nullable Element in, String keyword, List<String> said) {
        if (in == null || said.isEmpty()) {
            return;
        }
        switch (keyword) {
            case "description" -> in.description = said.getFirst();
            case "technology" -> in.technology = said.getFirst();
            case "url" -> in.url = said.getFirst();
            default -> said.forEach(one -> tag(in, one));
        }
    }

    private static void tag(Element element, String tags) {
        for (String tag : tags.split(",", -1)) {
            if (!tag.isBlank() && !element.tags.contains(tag.strip())) {
                element.tags.add(tag.strip());
            }
        }
    }

    private void element(
            String name,
            String keyword,
            List<String> said,
            Statement statement,
            @Nullable Element in,
            int depth) {
        String shown = said.getFirst();
        if (shown.isBlank() || shown.length() > MAX_NAME) {
            return;
        }
        String type = TYPES.getOrDefault(keyword, "Element");
        String around = in == null ? "" : in.called;
        // What a boundary holds is called as if it were beside it.
        boolean isCalled = !type.equals("Boundary");
        String prefix = hierarchical && !around.isEmpty() ? around + "." : "";
        Id id =
                Blueprint.id(
                        statement.file, "c4 " + type, (in == null ? "" : in.id + "\0") + shown);
        // What has no name has one that nobody can write.
        String called = !isCalled ? around : prefix + (name.isEmpty() ? "\0" + id : name);
        Element element =
                elements.computeIfAbsent(
                        id,
                        _ ->
                                new Element(
                                        id,
                                        type,
                                        shown,
                                        statement.file,
                                        statement.line,
                                        in,
                                        called));
        if (in != null) {
            in.holds = true;
        }
        if (!name.isEmpty()) {
            byName.put(isCalled ? called : name, element);
        }
        List<String> places = PLACES.getOrDefault(type, List.of());
        for (int i = 1; i < said.size() && i <= places.size(); i++) {
            if (!said.get(i).isEmpty()) {
                describe(element, places.get(i - 1), List.of(said.get(i)));
            }
        }
        each(statement, element, depth);
    }

    /** Where something that is modelled runs. */
    private void instance(
            String name, List<String> said, Statement statement, @Nullable Element in) {
        Element of = said.isEmpty() ? null : named(said.getFirst(), in);
        if (of == null) {
            return;
        }
        if (in != null) {
            relations.add(
                    new Relation(
                            "this",
                            said.getFirst(),
                            in,
                            in,
                            List.of("runs"),
                            statement.file,
                            statement.line));
        }
        if (!name.isEmpty()) {
            String around = in == null ? "" : in.called;
            byName.put(hierarchical && !around.isEmpty() ? around + "." + name : name, of);
        }
        for (Statement one : statement.inner) {
            relation(one.words.stream().map(this::filled).toList(), one, of, in);
        }
    }

    private boolean relation(
            List<String> said, Statement statement, @Nullable Element self, @Nullable Element at) {
        for (int i = 0; i < Math.min(2, said.size()); i++) {
            if (ARROW.matcher(said.get(i)).matches() && i + 1 < said.size()) {
                String from = i == 0 ? "this" : said.getFirst();
                relations.add(
                        new Relation(
                                from,
                                said.get(i + 1),
                                self,
                                at,
                                said.subList(i + 2, said.size()),
                                statement.file,
                                statement.line));
                return true;
            }
        }
        return false;
    }

    /** What a name means in an element: there, or in what that stands in. */
    private @Nullable Element named(String written, @Nullable Element in) {
        String name = written.toLowerCase(Locale.ROOT);
        for (Element up = in; hierarchical && up != null; up = up.within) {
            Element found = up.called.isEmpty() ? null : byName.get(up.called + "." + name);
            if (found != null) {
                return found;
            }
        }
        return byName.get(name);
    }

    private void relate(Relation one) {
        Element from = one.from.equals("this") ? one.self : named(one.from, one.at);
        Element to = one.to.equals("this") ? one.self : named(one.to, one.at);
        if (from == null || to == null) {
            if (!partial) {
                one.file.warn(
                        one.line,
                        "a relation names '"
                                + (from == null ? one.from : one.to)
                                + "', which is not there");
            }
            return;
        }
        String says = one.said.isEmpty() ? "" : one.said.getFirst().strip();
        boolean isShort = !says.isEmpty() && says.length() <= MAX_NAME / 2;
        blueprint.edge(
                isShort ? says : "relates to",
                from.id,
                to.id,
                Facts.at(one.line)
                        .text("description", isShort ? "" : says)
                        .text("technology", one.said.size() > 1 ? one.said.get(1) : ""),
                one.file);
    }

    private void include(String what, Statement because, @Nullable Element in, int depth) {
        if (depth >= MAX_INCLUDED || files >= MAX_FILES) {
            because.file.warn(because.line, "includes too many files; the rest is left out");
            partial = true;
            return;
        }
        String path = what.contains("://") ? null : Root.resolved(because.file.folder(), what);
        List<String> paths = path == null ? List.of() : files(path);
        if (paths.isEmpty()) {
            partial = true;
            because.file.warn(because.line, "names '" + what + "', which is not read");
        }
        for (String one : paths) {
            files++;
            SourceFile file = blueprint.open(one, StructurizrModels.MAX_BYTES, because.file);
            if (file == null) {
                partial = true;
                continue;
            }
            try {
                for (Statement statement : Dsl.of(file)) {
                    read(statement, in, depth + 1);
                }
            } catch (Malformed e) {
                partial = true;
                file.warn(e.line(), e.what());
            }
        }
    }

    /** The file of a path, or those of a folder. */
    private List<String> files(String path) {
        if (blueprint.paths().contains(path)) {
            return path.endsWith(".json") ? List.of() : List.of(path);
        }
        List<String> found = new ArrayList<>();
        if (blueprint.isFolder(path)) {
            for (String one : new TreeSet<>(blueprint.paths())) {
                if (one.startsWith(path + "/") && one.endsWith(".dsl")) {
                    found.add(one);
                }
            }
        }
        return found;
    }
}
