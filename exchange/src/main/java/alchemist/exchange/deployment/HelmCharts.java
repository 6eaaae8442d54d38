package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Charts of Helm: what each needs, the images in its values, and what its templates make. */
final class HelmCharts {
    private static final Pattern VALUES = Pattern.compile("(?:.*/)?values[^/]*\\.ya?ml");
    private static final Pattern TEMPLATES = Pattern.compile("(?:.*/)?templates/.*\\.ya?ml");

    /** Files that say which versions of other charts were chosen, or, before Helm 3, are needed. */
    private static final Pattern NEEDS =
            Pattern.compile("(?:.*/)?(?:Chart\\.lock|requirements\\.(?:yaml|lock))");

    /** So much text of templates is kept until all values are read, in characters. */
    private static final long MAX_TEMPLATES = 64L << 20;

    private record Template(SourceFile file, String text) {}

    /** The files of a folder that has a chart. */
    private static final class Chart {
        final SourceFile file;
        final Tree tree;

        Chart(SourceFile file, Tree tree) {
            this.file = file;
            this.tree = tree;
        }

        Id id() {
            return Blueprint.id(file, "Chart", tree.text("name"));
        }
    }

    private record Values(SourceFile file, Tree tree) {}

    private final Map<String, Chart> charts = new TreeMap<>();
    private final List<Values> values = new ArrayList<>();

    /** Files that are called like values, and are told of only where there is a chart. */
    private final Map<SourceFile, Malformed> damaged = new LinkedHashMap<>();

    private final Map<String, Tree> needs = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();
    private final List<Resource> made = new ArrayList<>();
    private long kept;

    static boolean isChart(String path) {
        return Root.name(path).equals("Chart.yaml");
    }

    static boolean mayBe(String path) {
        return isChart(path) || NEEDS.matcher(path).matches() || VALUES.matcher(path).matches();
    }

    /** Whether a file is one that is filled in first. */
    static boolean isTemplate(String path, String text) {
        return TEMPLATES.matcher(path).matches() && text.contains("{{");
    }

    void readTemplate(SourceFile file) {
        kept += file.bytes().length;
        if (kept > MAX_TEMPLATES) {
            file.warn(0, "is not read: the templates have more than " + MAX_TEMPLATES + " bytes");
            return;
        }
        templates.add(new Template(file.emptied(), file.text()));
    }

    void read(SourceFile file) throws Malformed {
        List<Tree> documents;
        try {
            documents = file.documents();
        } catch (Malformed e) {
            if (!VALUES.matcher(file.path()).matches()) {
                throw e;
            }
            damaged.put(file.emptied(), e);
            return;
        }
        for (Tree document : documents) {
            if (isChart(file.path())) {
                if (document.text("name").isEmpty()) {
                    throw new Malformed(1, "is no chart of Helm: it has no name");
                }
                charts.putIfAbsent(file.folder(), new Chart(file.emptied(), document));
            } else if (VALUES.matcher(file.path()).matches()) {
                values.add(new Values(file.emptied(), document));
            } else {
                needs.put(file.path(), document);
            }
        }
    }

    /**
     * Gives what templates make.
     *
     * @param resources takes each document, with the file that it is from
     */
    void fill(BiConsumer<SourceFile, Tree> resources) {
        for (Template template : templates) {
            @Nullable Chart chart = chartOf(template.file);
            if (chart == null) {
                continue; // a template of something else
            }
            HelmExpressions expressions = new HelmExpressions(chart.tree, valuesOf(chart));
            List<Tree> documents;
            try {
                String yaml = HelmTemplate.filled(template.text, expressions);
                documents = template.file.documents(yaml);
            } catch (Malformed e) {
                template.file.warn(e.line(), "filled in as far as it is known, " + e.what());
                continue;
            }
            for (Tree document : documents) {
                resources.accept(template.file, document);
            }
        }
    }

    /** Says that a chart makes a resource. */
    void made(Resource resource) {
        made.add(resource);
    }

    private @Nullable Chart chartOf(SourceFile file) {
        for (String up = file.folder(); ; up = Root.parent(up)) {
            Chart chart = charts.get(up);
            if (chart != null || up.isEmpty()) {
                return chart;
            }
        }
    }

    private Tree valuesOf(Chart chart) {
        for (Values one : values) {
            if (one.file.folder().equals(chart.file.folder())
                    && one.file.name().startsWith("values.")) {
                return one.tree;
            }
        }
        return Tree.ABSENT;
    }

    /** States the charts, and what they need and run; before resources are linked. */
    void declare(Blueprint blueprint) {
        for (Chart chart : charts.values()) {
            blueprint.declare(
                    chart.file,
                    "Chart",
                    chart.tree.text("name"),
                    chart.id(),
                    Facts.at(chart.tree.at("name").line())
                            .text("version", chart.tree.text("version"))
                            .text("app version", chart.tree.text("appVersion")));
        }
        for (Chart chart : charts.values()) {
            need(chart, blueprint);
        }
        damaged.forEach(
                (file, e) -> {
                    if (charts.containsKey(file.folder())) {
                        file.warn(e.line(), e.what());
                    }
                });
        for (Values one : values) {
            Chart chart = charts.get(one.file.folder());
            if (chart != null) {
                Id file = blueprint.file(one.file);
                blueprint.edge("configures", file, chart.id(), Facts.none(), one.file);
                images(one.tree, "", chart, one.file, blueprint);
            }
        }
    }

    /** Leads from charts to the resources that their templates make, which are declared. */
    void link(Blueprint blueprint) {
        for (Resource one : made) {
            @Nullable Chart chart = chartOf(one.file());
            if (chart != null) {
                Facts facts = Facts.at(one.tree().line());
                blueprint.edge("makes", chart.id(), one.id(), facts, one.file());
            }
        }
    }

    private void need(Chart chart, Blueprint blueprint) {
        String folder = chart.file.folder();
        String within = folder.isEmpty() ? "" : folder + "/";
        List<Tree> needed = new ArrayList<>(chart.tree.at("dependencies").items());
        needed.addAll(
                needs.getOrDefault(within + "requirements.yaml", Tree.ABSENT)
                        .at("dependencies")
                        .items());
        Map<String, String> locked = new HashMap<>();
        for (String lock : List.of("requirements.lock", "Chart.lock")) {
            for (Tree one :
                    needs.getOrDefault(within + lock, Tree.ABSENT).at("dependencies").items()) {
                locked.put(one.text("name"), one.text("version"));
            }
        }
        for (Tree one : needed) {
            String name = one.text("name");
            if (name.isEmpty()) {
                chart.file.warn(one.line(), "is passed over: a dependency has no name");
                continue;
            }
            @Nullable Chart own = local(one, within);
            Id to =
                    own == null
                            ? blueprint.library(new Library("helm", name, name), chart.file)
                            : own.id();
            Facts facts =
                    Facts.at(one.line())
                            .text("requires", one.text("version"))
                            .text("locked", own == null ? locked.getOrDefault(name, "") : "")
                            .text("condition", one.text("condition"));
            blueprint.edge("depends on", chart.id(), to, facts, chart.file);
        }
    }

    /** The chart in the folder that a dependency names, or in that for charts. */
    private @Nullable Chart local(Tree one, String within) {
        String from = one.text("repository");
        @Nullable String path =
                from.startsWith("file://")
                        ? Root.resolved(within, from.substring("file://".length()))
                        : within + "charts/" + one.text("name");
        return path == null ? null : charts.get(path);
    }

    /** Leads from a chart to the images that its values name, each with where it stands. */
    private static void images(
            Tree tree, String at, Chart chart, SourceFile file, Blueprint blueprint) {
        tree.entries()
                .forEach(
                        (name, one) -> {
                            String path = at.isEmpty() ? name : at + "." + name;
                            boolean called = name.toLowerCase(Locale.ROOT).endsWith("image");
                            String image =
                                    called && !one.isMap()
                                            ? one.text()
                                            : called || (one.has("tag") && !isGroup(name))
                                                    ? HelmExpressions.image(one)
                                                    : "";
                            if (isImage(image)) {
                                Image named = Image.of(image);
                                blueprint.edge(
                                        "runs",
                                        chart.id(),
                                        named.add(blueprint, file),
                                        "values",
                                        path,
                                        Facts.at(one.line()).text("version", named.version()),
                                        file);
                            }
                            images(one, path, chart, file, blueprint);
                        });
    }

    /** What several images have in common is none itself. */
    private static boolean isGroup(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("images") || name.equals("global");
    }

    private static boolean isImage(String text) {
        return !text.isEmpty()
                && text.indexOf('{') < 0
                && text.indexOf(' ') < 0
                && text.indexOf('$') < 0
                && (text.indexOf('/') >= 0 || text.indexOf(':') > 0);
    }

    /** Whether a file that is called as a chart's values is none of something else. */
    static boolean looksLikeValues(String path, String text) {
        return VALUES.matcher(path).matches()
                && !FileKind.hasKey(text, "openapi")
                && !KubernetesManifests.isResource(text);
    }
}
