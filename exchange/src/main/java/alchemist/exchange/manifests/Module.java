package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** A module that a manifest describes, or the workspace that it is for several of them. */
final class Module {
    final SourceFile file;
    final Ecosystem ecosystem;

    /** Empty where the manifest says none. */
    final String name;

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

    final List<Dependency> dependencies = new ArrayList<>();

    /** The folders of the workspace's modules from the root; {@code *} stands for any one name. */
    final List<String> members = new ArrayList<>();

    Module(SourceFile file, Ecosystem ecosystem, String name) {
        this.file = file.emptied();
        this.ecosystem = ecosystem;
        this.name = name;
    }

    String folder() {
        return file.folder();
    }
}
