package alchemist.exchange.plantuml;

import alchemist.exchange.mermaid.ClassFacts;
import alchemist.exchange.mermaid.Draft;
import alchemist.exchange.mermaid.Draft.Sketch;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The members and stereotypes of classes, until all of them are known. */
final class UmlMembers {
    private static final Pattern RULE = Pattern.compile("(?:--|\\.\\.|==|__).*");
    private static final Pattern MODIFIER = Pattern.compile("\\{(\\w+)\\}");

    private final Draft draft;
    private final Map<String, ClassFacts> facts = new LinkedHashMap<>();

    UmlMembers(Draft draft) {
        this.draft = draft;
    }

    void stereotype(String id, String stereotype) {
        facts(id).stereotype(stereotype);
    }

    /** The lines up to the bracket that ends them. */
    void body(String id, UmlCursor lines, int number) {
        int depth = 1;
        while (lines.next()) {
            String line = lines.text();
            if (line.equals("}") && --depth == 0) {
                return;
            }
            depth += line.endsWith("{") ? 1 : 0;
            if (!RULE.matcher(line).matches() && !line.equals("}")) {
                member(id, line);
            }
        }
        draft.problem(number, "the body of '" + Scan.shown(id) + "' has no end '}'");
    }

    /** A member; its modifiers stand behind it, as those of Mermaid do. */
    void member(String id, String text) {
        String sign = "";
        for (Matcher modifier = MODIFIER.matcher(text); modifier.find(); ) {
            sign =
                    switch (modifier.group(1).toLowerCase(Locale.ROOT)) {
                        case "static", "classifier" -> "$";
                        case "abstract" -> "*";
                        default -> sign;
                    };
        }
        String plain = MODIFIER.matcher(text).replaceAll("").strip();
        // A star before its name says that it must be there.
        boolean marked = plain.startsWith("*") || plain.startsWith("\\");
        facts(id).member((marked ? plain.substring(1).strip() : plain) + sign);
    }

    private ClassFacts facts(String id) {
        return facts.computeIfAbsent(id, _ -> new ClassFacts());
    }

    /** Tells of all of them. */
    void settle() {
        facts.forEach(
                (id, all) -> {
                    Sketch node = draft.find(id);
                    if (node != null) {
                        all.settle(node);
                    }
                });
    }
}
