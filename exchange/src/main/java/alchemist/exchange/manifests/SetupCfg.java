package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code setup.cfg}: a project of setuptools, where it says its name. */
final class SetupCfg {
    private SetupCfg() {}

    /** The project; null where only tools are set there. */
    static @Nullable Module manifest(SourceFile file) throws Malformed {
        @Nullable Module module = null;
        String version = "";
        List<Dependency> needs = new ArrayList<>();
        String section = "";
        String key = "";
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].stripTrailing();
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#") || plain.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[")) {
                if (!line.endsWith("]")) {
                    throw new Malformed(i + 1, "is no setup.cfg: a section is not closed");
                }
                section = line.substring(1, line.length() - 1).strip();
                key = "";
                continue;
            }
            boolean goesOn = Character.isWhitespace(line.charAt(0));
            String value = plain;
            if (!goesOn) {
                int equals = equals(line);
                if (equals < 0) {
                    file.warn(i + 1, "is no setting, and is passed over");
                    continue;
                }
                key = line.substring(0, equals).strip();
                value = line.substring(equals + 1).strip();
            }
            if (section.equals("metadata") && !goesOn) {
                version = key.equals("version") ? value : version;
                if (key.equals("name") && !value.isEmpty() && module == null) {
                    module = new Module(file, Ecosystem.PYTHON, value);
                    module.line = i + 1;
                }
                continue;
            }
            String scope = scope(section, key);
            Dependency need = scope == null ? null : PythonFiles.requirement(value, scope, i + 1);
            if (need != null) {
                needs.add(need);
            }
        }
        if (module != null) {
            // What is computed, as attr: and file: say, is not known.
            module.version = version.indexOf(':') < 0 ? version : "";
            module.dependencies.addAll(needs);
        }
        return module;
    }

    private static int equals(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
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
