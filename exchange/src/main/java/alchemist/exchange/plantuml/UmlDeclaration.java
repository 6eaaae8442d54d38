package alchemist.exchange.plantuml;

import alchemist.exchange.plantuml.Scan.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a line declares behind its keyword: {@code "Long name" as id <<stereotype>> #color}.
 *
 * @param name by which others name it
 * @param shown what else it is known by, or empty
 * @param label what is written on it
 * @param type what it is by the signs around its name, or empty
 * @param stereotypes what stands in {@code <<…>>}
 * @param link where it leads, or empty
 * @param extended what it extends, as it is written
 * @param implemented what it implements
 * @param said what stands behind a colon, or empty
 * @param opens the bracket that stands at its end, or empty
 * @param rest what is not understood
 */
record UmlDeclaration(
        String name,
        String shown,
        String label,
        String type,
        List<String> stereotypes,
        String link,
        List<String> extended,
        List<String> implemented,
        String said,
        String opens,
        String rest) {
    private static final Pattern STEREOTYPE =
            Pattern.compile("<<\\s*(?:\\([^)]*\\))?\\s*([^<>]*?)\\s*>>");
    private static final Pattern LINK = Pattern.compile("\\[\\[([^\\]\\s{]*)[^\\]]*\\]\\]");
    private static final Pattern LOOKS =
            Pattern.compile(
                    "#[\\w;:.,/|\\\\#-]+(?:\\[[^\\]]*\\])?|\\$[\\w-]+|(?i:order)\\s+-?\\d+|(?i:is)\\s(?=#)");
    private static final Pattern AS = Pattern.compile("(?i)as\\s+(?=\\S)");
    private static final Pattern EXTENDS = Pattern.compile("(?i)extends\\s+");
    private static final Pattern IMPLEMENTS = Pattern.compile("(?i)implements\\s+");
    private static final Pattern NAMES =
            Pattern.compile("[^\\s{#<,]+(?:<[^>{]*>)?(?:\\s*,\\s*[^\\s{#<,]+(?:<[^>{]*>)?)*");

    /** Reads it; null where nothing is named. */
    static @Nullable UmlDeclaration of(Scan scan) {
        Reference first = scan.reference();
        if (first == null) {
            return null;
        }
        String name = first.name();
        String shown = "";
        String label = first.label();
        String type = first.type();
        List<String> stereotypes = new ArrayList<>();
        String link = "";
        List<String> extended = List.of();
        List<String> implemented = List.of();
        String said = "";
        String opens = "";
        while (!scan.atEnd()) {
            Matcher found = scan.take(STEREOTYPE);
            if (found != null) {
                stereotypes.add(found.group(1));
            } else if ((found = scan.take(LINK)) != null) {
                link = found.group(1);
            } else if (scan.take(EXTENDS) != null) {
                extended = names(scan);
            } else if (scan.take(IMPLEMENTS) != null) {
                implemented = names(scan);
            } else if (scan.take(AS) != null) {
                Reference second = scan.reference();
                if (second == null) {
                    break;
                }
                boolean isLabel = first.plain() && !second.plain();
                shown = first.name();
                name = isLabel ? first.name() : second.name();
                label = isLabel ? second.label() : first.label();
                type = type.isEmpty() ? second.type() : type;
            } else if (scan.take(":")) {
                said = scan.rest();
            } else if (scan.take("{")) {
                String inside = scan.rest();
                boolean ends = inside.endsWith("}");
                opens = ends ? "" : "{";
                said = ends ? inside.substring(0, inside.length() - 1).strip() : inside;
            } else if (scan.sees("[") && !scan.sees("[[")) {
                scan.take("[");
                opens = "[";
                break;
            } else if (scan.take(LOOKS) == null) {
                break;
            }
        }
        return new UmlDeclaration(
                name,
                shown,
                label,
                type,
                stereotypes,
                link,
                extended,
                implemented,
                said,
                opens,
                scan.rest());
    }

    private static List<String> names(Scan scan) {
        Matcher names = scan.take(NAMES);
        return names == null ? List.of() : List.of(names.group().split("\\s*,\\s*", -1));
    }
}
