package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A module that a manifest describes, or the workspace that it is for several of them. */
final class Module {
    private static final int MAX_LISTED = 100;

    final SourceFile file;
    final Ecosystem ecosystem;

    /** Empty where the manifest says none. */
    final String name;

    /** What people call it, where that is not its name. */
    String title = "";

    String version = "";
    String packaging = "";

    /** Whether it is itself a module, and not just where a workspace is described. */
    boolean real = true;

    /** Whether its manifest says that it is not for others. */
    boolean isPrivate;

    /** Its line in the manifest. */
    int line = 1;

    /** Name of the module that it inherits from, or empty. */
    String parent = "";

    String parentVersion = "";
    int parentLine;

    /** By the name of a catalog, NUL and that of a package which versions modules mean by it. */
    final Map<String, String> catalog = new HashMap<>();

    final List<Dependency> dependencies = new ArrayList<>();

    /** Files whose requirements are its own. */
    final List<Listed> listed = new ArrayList<>();

    /** The folders of the workspace's modules from the root; {@code *} stands for any one name. */
    final List<String> members = new ArrayList<>();

    /**
     * A file of requirements that a module names.
     *
     * @param path from the root
     * @param scope what for, as of a {@link Dependency}
     * @param line in the manifest
     */
    record Listed(String path, String scope, int line) {}

    private String folder;
    private String part = "";
    private boolean tooMuchListed;

    Module(SourceFile file, Ecosystem ecosystem, String name) {
        this.file = file.emptied();
        this.ecosystem = ecosystem;
        this.name = name;
        this.folder = file.folder();
    }

    /**
     * Says that it is elsewhere than its manifest.
     *
     * @param folder where, by its path from the root
     * @param part which of several that the manifest describes; empty for its own
     */
    void place(String folder, String part) {
        this.folder = folder;
        this.part = part;
    }

    /** Where a module is, of which there may be others in the same folder. */
    static String among(String folder, String name) {
        return folder + "\0" + name.toLowerCase(Locale.ROOT);
    }

    /** Says that what a file lists is needed, by its path from the module's folder. */
    void list(String written, String scope, int line) {
        String path = Root.resolved(folder, written);
        if (path == null || written.isEmpty()) {
            return;
        }
        if (listed.size() < MAX_LISTED) {
            listed.add(new Listed(path, scope, line));
        } else if (!tooMuchListed) {
            tooMuchListed = true;
            file.warn(line, "names more than " + MAX_LISTED + " files of requirements");
        }
    }

    /** Which of several modules of its manifest it is; empty for the manifest's own. */
    String part() {
        return part;
    }

    String folder() {
        return folder;
    }
}
