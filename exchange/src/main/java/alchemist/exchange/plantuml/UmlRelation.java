package alchemist.exchange.plantuml;

import alchemist.exchange.mermaid.ClassRelation;
import alchemist.exchange.mermaid.Draft;
import alchemist.exchange.plantuml.Scan.Reference;
import alchemist.kernel.value.Value;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An arrow between two things.
 *
 * @param near how many of the first there are, or empty
 * @param far how many of the second
 * @param rest what stands behind it and is not understood
 */
record UmlRelation(
        Reference first,
        Reference second,
        Arrow arrow,
        String near,
        String far,
        String label,
        String rest) {
    private static final Pattern COUNT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern QUALIFIER = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern COLOUR = Pattern.compile("#[^\\s:]*(?::[\\w;.]+)*");

    /** Reads a line; null where it is none. */
    static @Nullable UmlRelation of(String line) {
        Scan scan = new Scan(line);
        Reference first = scan.reference();
        if (first == null) {
            return null;
        }
        scan.take(QUALIFIER);
        Matcher near = scan.take(COUNT);
        Arrow arrow = Arrow.take(scan);
        if (arrow == null) {
            return null;
        }
        Matcher quoted = scan.take(COUNT);
        boolean isName = quoted != null && (scan.atEnd() || scan.sees(":") || scan.sees("#"));
        Matcher far = isName ? null : quoted;
        Reference second =
                isName && quoted != null
                        ? new Reference(quoted.group(1), UmlText.of(quoted.group(1)), "", false)
                        : scan.reference();
        if (second == null) {
            return null;
        }
        scan.take(COLOUR);
        String label = scan.take(":") ? label(scan.rest()) : "";
        return new UmlRelation(
                first,
                second,
                arrow,
                near == null ? Arrow.cardinality(arrow.left()) : UmlText.of(near.group(1)),
                far == null ? Arrow.cardinality(arrow.right()) : UmlText.of(far.group(1)),
                label,
                scan.rest());
    }

    /** Without the signs around it, and that which says in which way it is read. */
    private static String label(String text) {
        String label = UmlText.of(text);
        if (label.startsWith("<<") && label.endsWith(">>") && label.length() > 4) {
            return label.substring(2, label.length() - 2).strip();
        }
        if (label.endsWith(" >") || label.endsWith(" <")) {
            return label.substring(0, label.length() - 2).strip();
        }
        return label.startsWith("> ") || label.startsWith("< ")
                ? label.substring(2).strip()
                : label;
    }

    /**
     * What it states.
     *
     * @param turned whether it goes from the second to the first
     * @param says what the one does with the other
     */
    record Meaning(boolean turned, String says, SortedMap<String, Value> properties) {}

    /** What it means, among classes or among other things. */
    Meaning meaning(boolean ofClasses) {
        ClassRelation classes =
                ClassRelation.between(
                        Arrow.ofClass(arrow.left()), Arrow.ofClass(arrow.right()), arrow.dotted());
        boolean nests = arrow.left().equals("+") || arrow.right().equals("+");
        boolean points = Arrow.isPoint(arrow.left()) || Arrow.isPoint(arrow.right());
        boolean turned = nests ? arrow.right().equals("+") : classes.turned();
        boolean uses = !ofClasses && points;
        boolean speaks = !nests && !label.isEmpty() && (uses || classes.association());
        String says = nests ? "contains" : uses ? "uses" : classes.says();
        return new Meaning(
                turned,
                speaks ? label : says,
                Draft.texts(
                        "fromMultiplicity", turned ? far : near,
                        "toMultiplicity", turned ? near : far,
                        "label", speaks ? "" : label,
                        "arrow", classes.both() ? "both" : ""));
    }
}
