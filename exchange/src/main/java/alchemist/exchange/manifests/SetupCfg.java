package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code setup.cfg}: a project of setuptools, where it says its name. */
final class SetupCfg {
    private static final String OF_FILES = "file:";

    /** A line of a value. */
    private record Line(String text, int number) {}

    /** A setting, with its value in as many lines as it has. */
    private record Setting(String section, String key, int line, List<Line> value) {
        String first() {
            return value.getFirst().text;
        }
    }

    private SetupCfg() {}

    /** The project; null where only tools are set there. */
    static @Nullable Module manifest(SourceFile file) throws Malformed {
        @Nullable Module module = null;
        String version = "";
        List<Setting> settings = settings(file);
        for (Setting one : settings) {
            if (one.section.equals("metadata")) {
                version = one.key.equals("version") ? one.first() : version;
                if (one.key.equals("name") && !one.first().isEmpty() && module == null) {
                    module = new Module(file, Ecosystem.PYTHON, one.first());
                    module.line = one.line;
                }
            }
        }
        if (module != null) {
            // What is computed, as attr: and file: say, is not known.
            module.version = version.indexOf(':') < 0 ? version : "";
            for (Setting one : settings) {
                String scope = scope(one.section, one.key);
                if (scope != null) {
                    add(one, scope, module);
                }
            }
        }
        return module;
    }

    /** As Python reads them: what is indented deeper than its key goes on with its value. */
    private static List<Setting> settings(SourceFile file) throws Malformed {
        List<Setting> settings = new ArrayList<>();
        String section = "";
        @Nullable Setting open = null;
        int indentOfKey = 0;
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String plain = lines[i].strip();
            if (plain.isEmpty() || plain.startsWith("#") || plain.startsWith(";")) {
                continue;
            }
            int indent = lines[i].indexOf(plain);
            if (open != null && indent > indentOfKey) {
                open.value.add(new Line(plain, i + 1));
                continue;
            }
            if (plain.startsWith("[")) {
                int end = plain.lastIndexOf(']');
                if (end < 0) {
                    throw new Malformed(i + 1, "is no setup.cfg: a section is not closed");
                }
                section = plain.substring(1, end).strip();
                open = null;
                continue;
            }
            int equals = equals(plain);
            if (equals < 0) {
                file.warn(i + 1, "is no setting, and is passed over");
                continue;
            }
            List<Line> value = new ArrayList<>();
            value.add(new Line(plain.substring(equals + 1).strip(), i + 1));
            open = new Setting(section, plain.substring(0, equals).strip(), i + 1, value);
            indentOfKey = indent;
            settings.add(open);
        }
        return settings;
    }

    private static int equals(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
    }

    private static void add(Setting setting, String scope, Module module) {
        if (setting.first().startsWith(OF_FILES)) {
            for (String path : setting.first().substring(OF_FILES.length()).split(",", -1)) {
                module.list(path.strip(), scope, setting.line);
            }
            return;
        }
        for (Line line : setting.value) {
            // Several stand in one line where that is all; else a condition is behind the mark.
            String[] each =
                    setting.value.size() == 1 ? line.text.split(";", -1) : new String[] {line.text};
            for (String one : each) {
                boolean condition = one.indexOf('"') >= 0 || one.indexOf('\'') >= 0;
                Dependency need =
                        condition && each.length > 1
                                ? null
                                : PythonFiles.requirement(one, scope, line.number);
                if (need != null) {
                    module.dependencies.add(need);
                }
            }
        }
    }

    /** What a list is for; null where it is not one of what is needed. */
    private static @Nullable String scope(String section, String key) {
        if (section.equals("options.extras_require")) {
            return key;
        }
        if (!section.equals("options")) {
            return null;
        }
        return switch (key) {
            case "install_requires" -> "";
            case "setup_requires" -> "build";
            case "tests_require" -> "test";
            default -> null;
        };
    }
}
