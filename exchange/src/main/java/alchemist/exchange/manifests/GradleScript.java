package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Root;
import alchemist.exchange.manifests.GradleNotation.Need;
import alchemist.exchange.manifests.Script.Group;
import alchemist.exchange.manifests.Script.Part;
import alchemist.exchange.manifests.Script.Sign;
import alchemist.exchange.manifests.Script.Text;
import alchemist.exchange.manifests.Script.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    /** Blocks in a block of dependencies that say nothing of what is needed. */
    private static final Set<String> NOT_NEEDED =
            Set.of("constraints", "components", "modules", "artifactTypes", "registerTransform");

    /** What may stand before the name of a variable; the longer ones first. */
    private static final List<String> OWNERS =
            List.of(
                    "rootProject.extra.",
                    "rootProject.ext.",
                    "rootProject.",
                    "project.ext.",
                    "project.",
                    "extra.",
                    "ext.");

    private static final List<String> TOPS =
            List.of(
                    "$rootDir/",
                    "${rootDir}/",
                    "${rootProject.projectDir}/",
                    "$settingsDir/",
                    "$projectDir/",
                    "${projectDir}/");

    /** So many pieces of a script may be read, each counted as often as it is repeated. */
    private static final long MAX_REPEATED = 1_000_000;

    /** Whose what a block says is. */
    private record Whose(Kind kind, String path) {
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
    private String loopName = "";
    private String loopValue = "";
    private long repeated;
    private int unread;
    private int firstUnread;
    private String unreadText = "";

    private GradleScript(SourceFile file) {
        this.file = file.emptied();
    }

    static GradleScript of(SourceFile file) throws Malformed {
        GradleScript script = new GradleScript(file);
        script.block(Script.of(file), Whose.OWN, true);
        return script;
    }

    /** What stands somewhere and is not written out. */
    void notWrittenOut(int line, String what) {
        unread++;
        if (unread == 1) {
            firstUnread = line;
            unreadText = what.length() > 60 ? what.substring(0, 60) + "…" : what;
        }
    }

    /** Tells once what could not be read. */
    void tellUnread() {
        if (unread > 0) {
            file.warn(
                    firstUnread,
                    (unread == 1 ? "a dependency or project is" : unread + " dependencies or projects are")
                            + " not written out, and not read: '"
                            + unreadText
                            + "'"
                            + (unread == 1 ? "" : " is the first"));
        }
    }

    private void block(List<Part> parts, Whose whose, boolean outermost) {
        for (List<Part> statement : Script.statements(parts)) {
            read(statement, whose, outermost);
            for (int i = 0; i < statement.size(); i++) {
                if (statement.get(i) instanceof Group group && group.open() == '{') {
                    enter(statement, i, group, whose);
                }
            }
        }
    }

    /** A block, whose name stands before it, or before what is in brackets before it. */
    private void enter(List<Part> statement, int at, Group block, Whose whose) {
        int before = at - 1;
        List<Part> arguments = List.of();
        if (before >= 0 && statement.get(before) instanceof Group group && group.open() == '(') {
            arguments = group.parts();
            before--;
        }
        String called =
                before >= 0 && statement.get(before) instanceof Word word ? word.text() : "";
        switch (called.substring(called.lastIndexOf('.') + 1)) {
            case "each", "forEach" -> repeat(statement.subList(0, before), block, whose);
            case "dependencies" -> dependencies(block.parts(), whose);
            case "plugins" -> plugins(block.parts());
            case "buildscript" -> block(block.parts(), new Whose(Whose.Kind.BUILD, ""), false);
            case "allprojects" -> block(block.parts(), new Whose(Whose.Kind.ALL, ""), true);
            case "subprojects" -> block(block.parts(), new Whose(Whose.Kind.BELOW, ""), true);
            case "configure", "matching" ->
                    block(block.parts(), new Whose(Whose.Kind.UNKNOWN, ""), true);
            case "project" -> {
                String path = Script.firstText(arguments);
                block(
                        block.parts(),
                        path.isEmpty() ? whose : new Whose(Whose.Kind.ONE, plain(path)),
                        true);
            }
            case "dependencyManagement" -> managed(block.parts(), whose);
            case "versionCatalogs" -> catalogs(block.parts());
            case "ext", "extra" -> extras(block.parts());
            default -> block(block.parts(), whose, false);
        }
    }

    /** {@code ['a', 'b'].each { x -> include "my-$x" }}: what is listed is written out. */
    private void repeat(List<Part> before, Group block, Whose whose) {
        List<String> listed = new ArrayList<>();
        for (Part part : flat(before)) {
            if (part instanceof Text text && !text.isOpen()) {
                listed.add(text.value());
            }
        }
        boolean inner = loopName.isEmpty();
        List<Part> parts = block.parts();
        boolean named =
                parts.size() > 2
                        && parts.get(0) instanceof Word
                        && isSign(parts.get(1), '-')
                        && isSign(parts.get(2), '>');
        List<Part> rest = named ? parts.subList(3, parts.size()) : parts;
        repeated += (long) listed.size() * rest.size();
        if (listed.isEmpty() || !inner || repeated > MAX_REPEATED) {
            block(rest, new Whose(Whose.Kind.UNKNOWN, ""), false);
            return;
        }
        loopName = parts.getFirst() instanceof Word word && named ? word.text() : "it";
        for (String value : listed) {
            loopValue = value;
            block(rest, whose, false);
        }
        loopName = "";
    }

    /** A text with what it stands for in what is repeated. */
    private String looped(Text text) {
        return loopName.isEmpty()
                ? text.value()
                : text.value()
                        .replace("${" + loopName + "}", loopValue)
                        .replace("$" + loopName, loopValue);
    }

    private static String plain(String path) {
        return path.startsWith(":") ? path.substring(1) : path;
    }

    /** What a statement says that is no block. */
    private void read(List<Part> s, Whose whose, boolean outermost) {
        if (!(s.getFirst() instanceof Word first)) {
            return;
        }
        switch (first.text()) {
            case "include" -> include(s);
            case "includeBuild" -> leads(Script.firstText(flat(s)), builds);
            case "rootProject.name" -> {
                name = assigned(s);
                nameLine = first.line();
            }
            case "project" -> {
                if (s.size() > 3
                        && s.get(1) instanceof Group path
                        && s.get(3) instanceof Word what
                        && what.text().equals("projectDir")) {
                    String folder = folder(lastText(flat(s.subList(4, s.size()))));
                    if (folder != null) {
                        folders.put(plain(firstText(path.parts())), folder);
                    }
                }
            }
            case "apply" -> apply(s);
            case "group", "project.group" -> {
                if (outermost) {
                    say(whose, assigned(s), true);
                }
            }
            case "version", "project.version" -> {
                if (outermost) {
                    say(whose, assigned(s), false);
                }
            }
            default -> variable(s);
        }
    }

    private void say(Whose whose, String value, boolean isGroup) {
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

    /** The one text behind a name, with or without a sign between; empty where it is computed. */
    private static String assigned(List<Part> s) {
        int from = s.size() > 1 && isSign(s.get(1), '=') ? 2 : 1;
        if (s.size() != from + 1) {
            return "";
        }
        return switch (s.get(from)) {
            case Text text -> text.value();
            case Word word when from == 2 -> "${" + word.text() + "}";
            default -> "";
        };
    }

    private static boolean isSign(Part part, char c) {
        return part instanceof Sign sign && sign.c() == c;
    }

    /** Remembers a text that has a name: {@code def x = '1'}, {@code val x by extra("1")}. */
    private void variable(List<Part> s) {
        int equals = 1;
        while (equals < s.size() && !isSign(s.get(equals), '=')) {
            equals++;
        }
        if (equals + 1 < s.size() && s.get(equals + 1) instanceof Group map) {
            String called = nameBefore(s, equals);
            if (!called.isEmpty() && map.open() == '[') {
                GradleNotation.entries(Script.split(map.parts(), ','))
                        .forEach((key, value) -> variables.put(called + "." + key, value));
            }
        } else if (equals + 2 == s.size()) {
            String called = nameBefore(s, equals);
            if (!called.isEmpty() && s.get(equals + 1) instanceof Text text) {
                variables.put(called, text.value());
            } else if (!called.isEmpty() && s.get(equals + 1) instanceof Word word) {
                variables.put(called, "${" + word.text() + "}");
            }
        } else if (s.size() > 4
                && s.get(1) instanceof Word called
                && s.get(3) instanceof Word extra
                && extra.text().equals("extra")) {
            variables.put(called.text(), Script.firstText(flat(s)));
        }
    }

    private static String nameBefore(List<Part> s, int equals) {
        // val x: String =
        boolean typed = equals > 3 && isSign(s.get(equals - 2), ':');
        if (typed && s.get(equals - 3) instanceof Word word) {
            return word.text();
        }
        return switch (s.get(equals - 1)) {
            case Word word -> withoutOwner(word.text());
            // extra["x"] =
            case Group key when key.open() == '[' -> Script.firstText(key.parts());
            default -> "";
        };
    }

    /** A variable as it is called where it is declared. */
    static String withoutOwner(String name) {
        for (String owner : OWNERS) {
            if (name.startsWith(owner)) {
                return name.substring(owner.length());
            }
        }
        return name;
    }

    private void extras(List<Part> parts) {
        for (List<Part> s : Script.statements(parts)) {
            if (s.getFirst() instanceof Word set
                    && set.text().equals("set")
                    && s.size() == 2
                    && s.get(1) instanceof Group both
                    && both.parts().size() == 3
                    && both.parts().get(0) instanceof Text key
                    && both.parts().get(2) instanceof Text value) {
                variables.put(key.value(), value.value());
            } else {
                variable(s);
            }
        }
    }

    /** The parts of a statement, those in brackets behind its name instead of the brackets. */
    private static List<Part> flat(List<Part> s) {
        List<Part> flat = new ArrayList<>();
        for (Part part : s) {
            if (part instanceof Group group && group.open() != '{') {
                flat.addAll(flat(group.parts()));
            } else {
                flat.add(part);
            }
        }
        return flat;
    }

    private String lastText(List<Part> parts) {
        String last = "";
        for (Part part : parts) {
            last = part instanceof Text text ? looped(text) : last;
        }
        return last;
    }

    private String firstText(List<Part> parts) {
        return parts.size() == 1 && parts.getFirst() instanceof Text text ? looped(text) : "";
    }

    private void include(List<Part> s) {
        List<Part> arguments =
                s.size() == 2 && s.get(1) instanceof Group group
                        ? group.parts()
                        : s.subList(1, s.size());
        for (List<Part> one : Script.split(arguments, ',')) {
            String written =
                    one.size() == 1 && one.getFirst() instanceof Text text ? looped(text) : "$";
            if (written.indexOf('$') < 0) {
                int line = one.getFirst().line();
                String path = plain(written.replace('/', ':'));
                for (int end = path.indexOf(':'); end > 0; end = path.indexOf(':', end + 1)) {
                    included.putIfAbsent(path.substring(0, end), line);
                }
                if (!path.isEmpty()) {
                    included.putIfAbsent(path, line);
                }
            } else {
                notWrittenOut(one.getFirst().line(), "include " + GradleNotation.shown(one));
            }
        }
    }

    private void leads(String path, Set<String> to) {
        String folder = folder(path);
        if (folder != null) {
            to.add(folder);
        }
    }

    /** Where a path leads that is written from the script; null where that is not known. */
    private @Nullable String folder(String written) {
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

    private void apply(List<Part> s) {
        List<Part> said = flat(s);
        for (int i = 1; i + 2 < said.size(); i++) {
            if (!(said.get(i) instanceof Word what) || !(said.get(i + 2) instanceof Text text)) {
                continue;
            }
            if (what.text().equals("plugin")) {
                plugin(text.value(), "", text.line());
            } else if (what.text().equals("from")) {
                applied.putIfAbsent(text.value(), text.line());
            }
        }
    }

    private void plugins(List<Part> parts) {
        for (List<Part> s : Script.statements(parts)) {
            if (!(s.getFirst() instanceof Word first)) {
                continue;
            }
            String version = "";
            for (int i = 1; i + 1 < s.size(); i++) {
                if (s.get(i) instanceof Word word && word.text().equals("version")) {
                    List<Part> behind = s.subList(i + 1, s.size());
                    version = Script.firstText(flat(behind));
                    if (version.isEmpty() && behind.getFirst() instanceof Word named) {
                        version = "${" + named.text() + "}";
                    }
                }
            }
            List<Part> arguments = flat(s.subList(1, s.size()));
            String text = Script.firstText(arguments);
            switch (first.text()) {
                case "id" -> plugin(text, version, first.line());
                case "kotlin" -> plugin("org.jetbrains.kotlin." + text, version, first.line());
                case "alias" -> {
                    if (!arguments.isEmpty() && arguments.getFirst() instanceof Word alias) {
                        needs.add(
                                new Need(
                                        "plugin",
                                        new GradleNotation.Accessor(alias.text()),
                                        first.line()));
                    }
                }
                default -> {
                    if (s.size() == 1) {
                        corePlugins.add(first.text());
                    }
                }
            }
        }
    }

    private void plugin(String id, String version, int line) {
        if (id.indexOf('.') < 0) {
            corePlugins.add(id);
        } else if (id.indexOf('$') < 0) {
            needs.add(new Need("plugin", new GradleNotation.Plugin(id, version), line));
        }
    }

    private List<Need> of(Whose whose) {
        return switch (whose.kind()) {
            case OWN, BUILD -> needs;
            case ALL -> ofAll;
            case BELOW -> ofBelow;
            case ONE -> ofOthers.computeIfAbsent(whose.path(), _ -> new ArrayList<>());
            case UNKNOWN -> List.of();
        };
    }

    /** What a block of dependencies lists. */
    private void dependencies(List<Part> parts, Whose whose) {
        for (List<Part> s : Script.statements(parts)) {
            String first = s.getFirst() instanceof Word word ? word.text() : "";
            if (NOT_NEEDED.contains(first)) {
                continue;
            }
            List<Need> read = new ArrayList<>(1);
            switch (GradleNotation.read(s, read)) {
                case READ -> {
                    if (whose.kind() == Whose.Kind.UNKNOWN) {
                        notWrittenOut(s.getFirst().line(), first + " of projects that are chosen");
                    } else {
                        of(whose).addAll(read);
                    }
                }
                case NOT_WRITTEN_OUT ->
                        notWrittenOut(s.getFirst().line(), GradleNotation.shown(s));
                case NONE -> {
                    for (Part part : s) {
                        if (part instanceof Group group && group.open() == '{') {
                            dependencies(group.parts(), whose);
                        }
                    }
                }
            }
        }
    }

    /** What Spring's plugin manages: lists of versions that are imported. */
    private void managed(List<Part> parts, Whose whose) {
        for (List<Part> s : Script.statements(parts)) {
            if (s.getFirst() instanceof Word word) {
                if (word.text().equals("mavenBom")) {
                    String written = Script.firstText(flat(s));
                    if (whose.kind() != Whose.Kind.UNKNOWN && !written.isEmpty()) {
                        of(whose)
                                .add(
                                        new Need(
                                                "import",
                                                new GradleNotation.Artifact(written),
                                                word.line()));
                    }
                } else if (word.text().equals("imports")
                        && s.getLast() instanceof Group group
                        && group.open() == '{') {
                    managed(group.parts(), whose);
                }
            }
        }
    }

    /** {@code create("libs") { from(files("…")) }} or {@code libs { from(files("…")) }}. */
    private void catalogs(List<Part> parts) {
        for (List<Part> s : Script.statements(parts)) {
            if (s.getLast() instanceof Group block
                    && block.open() == '{'
                    && s.getFirst() instanceof Word word) {
                String given = Script.firstText(flat(s.subList(0, s.size() - 1)));
                String called = given.isEmpty() ? word.text() : given;
                String path = folder(Script.firstText(flat(block.parts())));
                if (path != null && path.toLowerCase(Locale.ROOT).endsWith(".toml")) {
                    catalogs.put(called, path);
                }
            }
        }
    }
}
