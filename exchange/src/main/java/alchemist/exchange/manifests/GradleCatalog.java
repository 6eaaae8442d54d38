package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A catalog of versions, such as {@code gradle/libs.versions.toml}: names that scripts use. */
final class GradleCatalog {
    static final String ENDING = ".versions.toml";

    /** A library, or a plugin, whose name has no colon; with what scripts call it. */
    record Entry(String alias, String name, String version, int line) {}

    final SourceFile file;
    private final Map<String, Entry> libraries = new LinkedHashMap<>();
    private final Map<String, Entry> plugins = new LinkedHashMap<>();
    private final Map<String, List<String>> bundles = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();

    private GradleCatalog(SourceFile file) {
        this.file = file.emptied();
    }

    static GradleCatalog of(SourceFile file) throws Malformed {
        GradleCatalog catalog = new GradleCatalog(file);
        Tree toml = file.toml();
        toml.at("versions")
                .entries()
                .forEach((name, said) -> catalog.versions.put(key(name), version(said)));
        toml.at("libraries")
                .entries()
                .forEach((alias, said) -> catalog.add(alias, said, catalog.libraries, false));
        toml.at("plugins")
                .entries()
                .forEach((alias, said) -> catalog.add(alias, said, catalog.plugins, true));
        toml.at("bundles")
                .entries()
                .forEach(
                        (alias, said) ->
                                catalog.bundles.put(
                                        key(alias),
                                        said.items().stream()
                                                .map(one -> key(one.text()))
                                                .toList()));
        return catalog;
    }

    /** Scripts write points where a catalog may have other signs. */
    private static String key(String alias) {
        return alias.replace('-', '.').replace('_', '.');
    }

    private void add(String alias, Tree said, Map<String, Entry> to, boolean isPlugin) {
        String name;
        String version = version(said.at("version"));
        if (!said.isMap()) {
            String text = said.text();
            int colon = isPlugin ? text.indexOf(':') : text.lastIndexOf(':');
            boolean whole = isPlugin ? colon > 0 : text.indexOf(':') < colon;
            name = whole ? text.substring(0, colon) : text;
            version = whole ? text.substring(colon + 1) : "";
        } else if (isPlugin) {
            name = said.text("id");
        } else {
            name =
                    said.has("module")
                            ? said.text("module")
                            : said.text("group") + ":" + said.text("name");
        }
        boolean known = isPlugin ? !name.isEmpty() : name.indexOf(':') > 0 && !name.endsWith(":");
        if (!known) {
            file.warn(said.line(), "is passed over: '" + alias + "' names nothing");
            return;
        }
        to.put(key(alias), new Entry(alias, name, version, said.line()));
    }

    /** A version as one text: that one itself, what it refers to, or the strictest of several. */
    private static String version(Tree said) {
        if (!said.isMap()) {
            return said.text();
        }
        for (String kind : List.of("strictly", "require", "prefer")) {
            if (said.has(kind)) {
                return said.text(kind);
            }
        }
        return said.has("ref") ? REFERENCE + key(said.text("ref")) : "";
    }

    private static final String REFERENCE = "\0";

    private Entry filled(Entry entry) {
        return entry.version.startsWith(REFERENCE)
                ? new Entry(
                        entry.alias,
                        entry.name,
                        versions.getOrDefault(entry.version.substring(REFERENCE.length()), ""),
                        entry.line)
                : entry;
    }

    /** The version of a name, or null. */
    @Nullable String version(String name) {
        return versions.get(key(name));
    }

    /** What a name means, without that of the catalog; nothing where it means nothing. */
    List<Entry> named(String name) {
        if (name.startsWith("plugins.")) {
            return entries(plugins, name.substring("plugins.".length()));
        }
        if (name.startsWith("bundles.")) {
            List<Entry> all = new ArrayList<>();
            for (String one : bundles.getOrDefault(key(name.substring(8)), List.of())) {
                all.addAll(entries(libraries, one));
            }
            return all;
        }
        return entries(libraries, name);
    }

    private List<Entry> entries(Map<String, Entry> among, String name) {
        Entry found = among.get(key(name));
        return found == null ? List.of() : List.of(filled(found));
    }

    /** States what it offers. */
    void state(Blueprint blueprint) {
        Id id = blueprint.file(file);
        for (Map<String, Entry> all : List.of(libraries, plugins)) {
            all.values()
                    .forEach(
                            written -> {
                                Entry entry = filled(written);
                                Id library =
                                        blueprint.library(
                                                Ecosystem.GRADLE.library(entry.name), file);
                                Facts facts = Facts.at(entry.line).text("requires", entry.version);
                                blueprint.edge(
                                        "offers", id, library, "aliases", entry.alias, facts, file);
                            });
        }
    }
}
