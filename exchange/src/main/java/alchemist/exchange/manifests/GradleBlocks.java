package alchemist.exchange.manifests;

import alchemist.exchange.manifests.GradleNotation.Need;
import alchemist.exchange.manifests.GradleScript.Whose;
import alchemist.exchange.manifests.Script.Group;
import alchemist.exchange.manifests.Script.Part;
import alchemist.exchange.manifests.Script.Text;
import alchemist.exchange.manifests.Script.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a script of Gradle block by block: what each says, and whose it is. */
final class GradleBlocks {
    /** Blocks in a block of dependencies that say nothing of what is needed. */
    private static final Set<String> NOT_NEEDED =
            Set.of("constraints", "components", "modules", "artifactTypes", "registerTransform");

    /** So many pieces of a script may be read, each counted as often as it is repeated. */
    private static final long MAX_REPEATED = 1_000_000;

    private static final Part NOTHING = new Script.Sign(';', 0);

    private final GradleScript script;
    private String loopName = "";
    private String loopValue = "";
    private long repeated;

    GradleBlocks(GradleScript script) {
        this.script = script;
    }

    void read(List<Part> parts) {
        block(parts, Whose.OWN, true);
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
            case "each", "forEach" ->
                    repeat(before < 2 ? NOTHING : statement.get(before - 2), block, whose);
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
            case "ext", "extra" -> GradleVariables.extras(block.parts(), script.variables);
            default -> block(block.parts(), whose, false);
        }
    }

    /** {@code ['a', 'b'].each { x -> include "my-$x" }}: what is listed is written out. */
    private void repeat(Part before, Group block, Whose whose) {
        List<String> listed = new ArrayList<>();
        for (Part part : Script.flat(List.of(before))) {
            if (part instanceof Text text && !text.isOpen()) {
                listed.add(text.value());
            }
        }
        boolean inner = loopName.isEmpty();
        List<Part> parts = block.parts();
        boolean named =
                parts.size() > 2
                        && parts.get(0) instanceof Word
                        && Script.isSign(parts.get(1), '-')
                        && Script.isSign(parts.get(2), '>');
        List<Part> rest = named ? parts.subList(3, parts.size()) : parts;
        repeated += listed.size() * Script.size(rest);
        if (listed.isEmpty() || !inner || repeated > MAX_REPEATED) {
            block(rest, new Whose(Whose.Kind.UNKNOWN, ""), false);
            return;
        }
        boolean first = named && !parts.isEmpty(); // nothing may be done with each
        loopName = first && parts.getFirst() instanceof Word word ? word.text() : "it";
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
            case "includeBuild" -> {
                String folder = script.folder(Script.firstText(Script.flat(s)));
                if (folder != null) {
                    script.builds.add(folder);
                }
            }
            case "rootProject.name" -> {
                script.name = GradleVariables.assigned(s);
                script.nameLine = first.line();
            }
            case "project" -> {
                if (s.size() > 3
                        && s.get(1) instanceof Group path
                        && s.get(3) instanceof Word what
                        && what.text().equals("name")) {
                    String called = lastText(Script.flat(s.subList(4, s.size())));
                    if (!called.isEmpty()) {
                        script.renamed.put(plain(firstText(path.parts())), called);
                    }
                } else if (s.size() > 3
                        && s.get(1) instanceof Group path
                        && s.get(3) instanceof Word what
                        && what.text().equals("projectDir")) {
                    String folder = script.folder(lastText(Script.flat(s.subList(4, s.size()))));
                    if (folder != null) {
                        script.folders.put(plain(firstText(path.parts())), folder);
                    }
                }
            }
            case "apply" -> apply(s);
            case "group", "project.group" -> {
                if (outermost) {
                    script.say(whose, GradleVariables.assigned(s), true);
                }
            }
            case "version", "project.version" -> {
                if (outermost) {
                    script.say(whose, GradleVariables.assigned(s), false);
                }
            }
            default -> GradleVariables.read(s, script.variables);
        }
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
                script.include(path, line);
            } else {
                script.notWrittenOut(one.getFirst().line(), "include " + GradleNotation.shown(one));
            }
        }
    }

    private void apply(List<Part> s) {
        List<Part> said = Script.flat(s);
        for (int i = 1; i + 2 < said.size(); i++) {
            if (!(said.get(i) instanceof Word what) || !(said.get(i + 2) instanceof Text text)) {
                continue;
            }
            if (what.text().equals("plugin")) {
                script.plugin(text.value(), "", text.line());
            } else if (what.text().equals("from")) {
                script.applied.putIfAbsent(text.value(), text.line());
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
                    version = Script.firstText(Script.flat(behind));
                    if (version.isEmpty() && behind.getFirst() instanceof Word named) {
                        version = "${" + named.text() + "}";
                    }
                    break;
                }
            }
            List<Part> arguments = Script.flat(s.subList(1, s.size()));
            String text = Script.firstText(arguments);
            switch (first.text()) {
                case "id" -> script.plugin(text, version, first.line());
                case "kotlin" ->
                        script.plugin("org.jetbrains.kotlin." + text, version, first.line());
                case "alias" -> {
                    if (!arguments.isEmpty() && arguments.getFirst() instanceof Word alias) {
                        script.needs.add(
                                new Need(
                                        "plugin",
                                        new GradleNotation.Accessor(alias.text()),
                                        first.line()));
                    }
                }
                default -> {
                    if (s.size() == 1) {
                        script.corePlugins.add(first.text());
                    }
                }
            }
        }
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
                case READ -> script.need(whose, read);
                case NOT_WRITTEN_OUT ->
                        script.notWrittenOut(s.getFirst().line(), GradleNotation.shown(s));
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
                    String written = Script.firstText(Script.flat(s));
                    GradleNotation bom = new GradleNotation.Artifact(written);
                    if (!written.isEmpty()) {
                        script.need(whose, List.of(new Need("import", bom, word.line())));
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
                String given = Script.firstText(Script.flat(s.subList(0, s.size() - 1)));
                String called = given.isEmpty() ? word.text() : given;
                String path = script.folder(Script.firstText(Script.flat(block.parts())));
                if (path != null && path.toLowerCase(Locale.ROOT).endsWith(".toml")) {
                    script.catalogs.put(called, path);
                }
            }
        }
    }
}
