package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.GradleNotation.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one build or settings script of Gradle says in so many words. It is a program and is not
 * run: what it computes is not known, branches are taken as if all of them were.
 */
final class GradleScript {
    private static final List<String> TOPS =
            List.of(
                    "$rootDir/",
                    "${rootDir}/",
                    "${rootProject.projectDir}/",
                    "$settingsDir/",
                    "$projectDir/",
                    "${projectDir}/");

    /** How much is shown of what is not read, in characters. */
    private static final int MAX_SHOWN = 60;

    /** Whose what a block says is. */
    record Whose(Kind kind, String path) {
        enum Kind {
            /** The script's own project. */
            OWN,
            /** That and all below. */
            ALL,
            /** All below. */
            BELOW,
            /** The one of a path. */
            ONE,
            /** The script itself. */
            BUILD,
            /** Those that something chooses when it runs. */
            UNKNOWN
        }

        static final Whose OWN = new Whose(Kind.OWN, "");
    }

    final SourceFile file;
    final Map<String, String> variables = new HashMap<>();
    final List<Need> needs = new ArrayList<>();

    /** Of its own project and those below, of those below, and by path of others. */
    final List<Need> ofAll = new ArrayList<>();

    final List<Need> ofBelow = new ArrayList<>();
    final Map<String, List<Need>> ofOthers = new TreeMap<>();

    /** Plugins that come with Gradle: they have no version. */
    final Set<String> corePlugins = new TreeSet<>();

    /** Scripts that it applies, by path as it is written, with the line. */
    final Map<String, Integer> applied = new TreeMap<>();

    /** By path with {@code :} between names the projects that settings include. */
    final Map<String, Integer> included = new TreeMap<>();

    /** By path of a project the folder that settings say it is in, from the root. */
    final Map<String, String> folders = new HashMap<>();

    /** By path of a project the name that settings give it instead of its own. */
    final Map<String, String> renamed = new HashMap<>();

    /** Folders of builds that go together with this one. */
    final Set<String> builds = new TreeSet<>();

    /** By name the file of a catalog of versions, from the root. */
    final Map<String, String> catalogs = new HashMap<>();

    String name = "";
    int nameLine = 1;
    String group = "";
    String sharedGroup = "";
    String version = "";
    String sharedVersion = "";
    private int unread;
    private int firstUnread;
    private String unreadText = "";

    private GradleScript(SourceFile file) {
        this.file = file.emptied();
    }

    /**
     * Reads a script.
     *
     * @throws Malformed when its brackets nest too deep
     */
    static GradleScript of(SourceFile file) throws Malformed {
        GradleScript script = new GradleScript(file);
        new GradleBlocks(script).read(Script.of(file));
        return script;
    }

    /** What is needed by those whose a block is. */
    void need(Whose whose, List<Need> needed) {
        switch (whose.kind()) {
            case OWN, BUILD -> needs.addAll(needed);
            case ALL -> ofAll.addAll(needed);
            case BELOW -> ofBelow.addAll(needed);
            case ONE ->
                    ofOthers.computeIfAbsent(whose.path(), _ -> new ArrayList<>()).addAll(needed);
            case UNKNOWN ->
                    needed.forEach(
                            one ->
                                    notWrittenOut(
                                            one.line(),
                                            one.scope() + " of projects that are chosen"));
        }
    }

    /** A plugin, by its id. */
    void plugin(String id, String version, int line) {
        if (id.indexOf('.') < 0) {
            corePlugins.add(id);
        } else if (id.indexOf('$') < 0) {
            needs.add(new Need("plugin", new GradleNotation.Plugin(id, version), line));
        }
    }

    /** A project that settings include, and those that it is in. */
    void include(String path, int line) {
        for (int end = path.indexOf(':'); end > 0; end = path.indexOf(':', end + 1)) {
            included.putIfAbsent(path.substring(0, end), line);
        }
        if (!path.isEmpty()) {
            included.putIfAbsent(path, line);
        }
    }

    /** The group, or else the version, of those whose a block is. */
    void say(Whose whose, String value, boolean isGroup) {
        boolean own = whose.kind() == Whose.Kind.OWN || whose.kind() == Whose.Kind.ALL;
        boolean shared = whose.kind() == Whose.Kind.ALL || whose.kind() == Whose.Kind.BELOW;
        if (isGroup) {
            group = own ? value : group;
            sharedGroup = shared ? value : sharedGroup;
        } else {
            version = own ? value : version;
            sharedVersion = shared ? value : sharedVersion;
        }
    }

    /** What stands somewhere and is not written out. */
    void notWrittenOut(int line, String what) {
        unread++;
        if (unread == 1) {
            firstUnread = line;
            unreadText = what.length() > MAX_SHOWN ? what.substring(0, MAX_SHOWN) + "…" : what;
        }
    }

    /** Tells once what could not be read. */
    void tellUnread() {
        if (unread > 0) {
            file.warn(
                    firstUnread,
                    (unread == 1
                                    ? "a dependency or project is"
                                    : unread + " dependencies or projects are")
                            + " not written out, and not read: '"
                            + unreadText
                            + "'"
                            + (unread == 1 ? "" : " is the first"));
        }
    }

    /** Where a path leads that is written from the script; null where that is not known. */
    @Nullable String folder(String written) {
        String path = withoutTop(written);
        return path.isEmpty() || path.indexOf('$') >= 0 || path.startsWith("/")
                ? null
                : Root.resolved(file.folder(), path);
    }

    /** A path without the folder of the build that it may begin with. */
    static String withoutTop(String written) {
        for (String top : TOPS) {
            if (written.startsWith(top)) {
                return written.substring(top.length());
            }
        }
        return written;
    }
}
