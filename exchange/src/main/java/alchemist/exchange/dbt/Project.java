package alchemist.exchange.dbt;

import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project of dbt: its settings, and by name what is in it. */
final class Project {
    /** What files are for, by the folder that they are in. */
    enum Role {
        MODEL("model-paths", "source-paths", "models"),
        SEED("seed-paths", "data-paths", "seeds,data"),
        SNAPSHOT("snapshot-paths", "", "snapshots"),
        MACRO("macro-paths", "", "macros"),
        TEST("test-paths", "", "tests"),
        ANALYSIS("analysis-paths", "", "analyses,analysis");

        private final String setting;
        private final String formerly;
        private final String usual;

        Role(String setting, String formerly, String usual) {
            this.setting = setting;
            this.formerly = formerly;
            this.usual = usual;
        }
    }

    /** A folder whose files have a role, by its path from the root. */
    private record Place(Role role, String folder) {}

    /** What can be read by name: a model, a seed, a snapshot. */
    record Relation(Id id, SourceFile file) {}

    final SourceFile file;
    final Tree settings;
    final Id id;

    /** By name, and of models of several versions also by name, {@code .v} and version. */
    final Map<String, Relation> relations = new HashMap<>();

    /** By the name of the source, a point and that of the table. */
    final Map<String, Id> sources = new HashMap<>();

    /** By name. */
    final Map<String, Id> macros = new HashMap<>();

    /** By what comes behind the first {@code __} of their names: what dispatching may lead to. */
    final Map<String, List<Id>> dispatched = new HashMap<>();

    /** By what is measured, the semantic model that does. */
    final Map<String, Id> measures = new HashMap<>();

    final Map<String, Id> metrics = new HashMap<>();

    /** By name what documentation says. */
    final Map<String, String> docs = new HashMap<>();

    /** Whether it takes models and macros from packages that are not here. */
    boolean hasPackages;

    /** Packages that are here. */
    final List<Project> packages = new ArrayList<>();

    private final List<Place> places;

    Project(SourceFile file, Tree settings) {
        this.file = file;
        this.settings = settings;
        this.id = Id.of("module", file.id() + "\0dbt");
        this.places = places();
    }

    private List<Place> places() {
        return List.of(Role.values()).stream()
                .flatMap(role -> folders(role).stream().map(path -> place(role, path)))
                .filter(place -> place != null)
                .toList();
    }

    private List<String> folders(Role role) {
        for (String setting : List.of(role.setting, role.formerly)) {
            List<String> set = settings.each(setting).stream().map(Tree::text).toList();
            if (!set.isEmpty()) {
                return set;
            }
        }
        return List.of(role.usual.split(",", -1));
    }

    private @Nullable Place place(Role role, String path) {
        String folder = Root.resolved(folder(), path);
        return folder == null ? null : new Place(role, folder);
    }

    /** It, and the packages that it takes models and macros from, each once. */
    Set<Project> reach() {
        Set<Project> all = new LinkedHashSet<>(List.of(this));
        Deque<Project> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            for (Project one : open.remove().packages) {
                if (all.add(one)) {
                    open.add(one);
                }
            }
        }
        return all;
    }

    String name() {
        return settings.text("name");
    }

    String folder() {
        return file.folder();
    }

    /** What a file is for, by its path from the root; null where it is nothing of dbt. */
    @Nullable Role role(String path) {
        Place place = placeOf(path);
        return place == null ? null : place.role;
    }

    private @Nullable Place placeOf(String path) {
        Place nearest = null;
        for (Place place : places) {
            boolean in = place.folder.isEmpty() || path.startsWith(place.folder + "/");
            if (in && (nearest == null || place.folder.length() > nearest.folder.length())) {
                nearest = place;
            }
        }
        return nearest;
    }

    /**
     * What the settings say of a model, seed or snapshot: that of the folder nearest to it counts.
     *
     * @param kind such as {@code models}
     */
    String setting(String kind, String path, String name) {
        Place place = placeOf(path);
        if (place == null) {
            return "";
        }
        String below = path.substring(place.folder.isEmpty() ? 0 : place.folder.length() + 1);
        int point = below.lastIndexOf('.');
        String said = "";
        Tree at = settings.at(kind);
        String way = name() + "/" + (point < 0 ? below : below.substring(0, point));
        for (String step : ("/" + way).split("/", -1)) {
            at = step.isEmpty() ? at : at.at(step);
            String own = at.text("+" + name).isEmpty() ? at.text(name) : at.text("+" + name);
            said = own.isEmpty() ? said : own;
        }
        return said;
    }
}
