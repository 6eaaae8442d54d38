package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A module that a manifest describes, or the workspace that it is for several of them. */
final class Module {
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

    /** The folders of the workspace's modules from the root; {@code *} stands for any one name. */
    final List<String> members = new ArrayList<>();

    private String folder;
    private String part = "";

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

    /** Which of several modules of its manifest it is; empty for the manifest's own. */
    String part() {
        return part;
    }

    String folder() {
        return folder;
    }
}
