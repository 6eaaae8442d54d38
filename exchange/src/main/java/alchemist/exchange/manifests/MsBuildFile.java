package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a file of MSBuild says, for itself and where it is for others for those below it. */
final class MsBuildFile {
    /** So deep choices may stand in one another. */
    private static final int MAX_CHOICES = 20;

    final SourceFile file;

    /** By name in small letters the versions that it says for packages. */
    final Map<String, String> versions = new HashMap<>();

    final Map<String, String> properties = new HashMap<>();
    final List<Tree> packages = new ArrayList<>();

    /** Packages that whatever is built needs while it is. */
    final List<Tree> ofAll = new ArrayList<>();

    final List<Tree> projects = new ArrayList<>();

    MsBuildFile(SourceFile file, Tree project) {
        this.file = file.emptied();
        add(project, 0);
    }

    private void add(Tree groups, int depth) {
        for (Tree group : groups.each("ItemGroup")) {
            for (Tree one : group.each("PackageVersion")) {
                versions.putIfAbsent(name(one), value(one, "Version"));
            }
            for (Tree one : group.each("GlobalPackageReference")) {
                versions.putIfAbsent(name(one), value(one, "Version"));
                ofAll.add(one);
            }
            packages.addAll(group.each("PackageReference"));
            projects.addAll(group.each("ProjectReference"));
        }
        for (Tree group : groups.each("PropertyGroup")) {
            group.entries()
                    .forEach(
                            (name, one) ->
                                    properties.putIfAbsent(
                                            name,
                                            one.isList()
                                                    ? one.items().getFirst().text()
                                                    : one.text()));
        }
        for (Tree choice : depth > MAX_CHOICES ? List.<Tree>of() : groups.each("Choose")) {
            choice.each("When").forEach(one -> add(one, depth + 1));
            choice.each("Otherwise").forEach(one -> add(one, depth + 1));
        }
    }

    private static String name(Tree one) {
        return one.text("@Include").toLowerCase(Locale.ROOT);
    }

    /** A value that stands as an attribute or as an element. */
    static String value(Tree one, String name) {
        return one.has("@" + name) ? one.text("@" + name) : one.text(name);
    }
}
