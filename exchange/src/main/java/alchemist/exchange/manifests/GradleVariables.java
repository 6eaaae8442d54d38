package alchemist.exchange.manifests;

import alchemist.exchange.manifests.Script.Group;
import alchemist.exchange.manifests.Script.Part;
import alchemist.exchange.manifests.Script.Text;
import alchemist.exchange.manifests.Script.Word;
import java.util.List;
import java.util.Map;

/** Texts that have a name in a script of Gradle. */
final class GradleVariables {
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

    private GradleVariables() {}

    /** The one text behind a name, with or without a sign between; empty where it is computed. */
    static String assigned(List<Part> s) {
        int from = s.size() > 1 && Script.isSign(s.get(1), '=') ? 2 : 1;
        if (s.size() != from + 1) {
            return "";
        }
        return switch (s.get(from)) {
            case Text text -> text.value();
            case Word word when from == 2 -> "${" + word.text() + "}";
            default -> "";
        };
    }

    /** Remembers a text that has a name: {@code def x = '1'}, {@code val x by extra("1")}. */
    static void read(List<Part> s, Map<String, String> into) {
        int equals = 1;
        while (equals < s.size() && !Script.isSign(s.get(equals), '=')) {
            equals++;
        }
        if (equals + 1 < s.size() && s.get(equals + 1) instanceof Group map) {
            String called = nameBefore(s, equals);
            if (!called.isEmpty() && map.open() == '[') {
                GradleNotation.entries(Script.split(map.parts(), ','))
                        .forEach((key, value) -> into.put(called + "." + key, value));
            }
        } else if (equals + 2 == s.size()) {
            String called = nameBefore(s, equals);
            if (!called.isEmpty() && s.get(equals + 1) instanceof Text text) {
                into.put(called, text.value());
            } else if (!called.isEmpty() && s.get(equals + 1) instanceof Word word) {
                into.put(called, "${" + word.text() + "}");
            }
        } else if (s.size() > 4
                && s.get(1) instanceof Word called
                && s.get(3) instanceof Word extra
                && extra.text().equals("extra")) {
            into.put(called.text(), Script.firstText(Script.flat(s)));
        }
    }

    private static String nameBefore(List<Part> s, int equals) {
        // val x: String =
        boolean typed = equals > 3 && Script.isSign(s.get(equals - 2), ':');
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

    /** What a block of nothing but variables says. */
    static void extras(List<Part> parts, Map<String, String> into) {
        for (List<Part> s : Script.statements(parts)) {
            if (s.getFirst() instanceof Word set
                    && set.text().equals("set")
                    && s.size() == 2
                    && s.get(1) instanceof Group both
                    && both.parts().size() == 3
                    && both.parts().get(0) instanceof Text key
                    && both.parts().get(2) instanceof Text value) {
                into.put(key.value(), value.value());
            } else {
                read(s, into);
            }
        }
    }
}
