package alchemist.exchange.plantuml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line, and how far it is read. */
final class Scan {
    private static final Pattern NAME =
            Pattern.compile(
                    "[\\p{L}\\p{N}_@$~][\\p{L}\\p{N}_@$.~/\\\\-]*+(?:::[\\p{L}\\p{N}_.]++)*+");

    private static final Pattern GENERIC = Pattern.compile("<(?!<)[^<>|-][^-|]*?>(?!>)(?=\\s|$)");

    private final String text;
    private int at;

    Scan(String text) {
        this.text = text;
    }

    /**
     * Something that a line names.
     *
     * @param name by which it is named
     * @param label what is written on it
     * @param type what it is by the signs around its name, or empty
     * @param plain whether it is a word
     */
    record Reference(String name, String label, String type, boolean plain) {}

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    boolean atEnd() {
        spaces();
        return at >= text.length();
    }

    void spaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    String rest() {
        String rest = text.substring(at).strip();
        at = text.length();
        return rest;
    }

    boolean sees(String wanted) {
        spaces();
        return text.startsWith(wanted, at);
    }

    boolean take(String wanted) {
        boolean there = sees(wanted);
        at += there ? wanted.length() : 0;
        return there;
    }

    /** Takes what a pattern finds right here; null and unmoved where it finds nothing. */
    @Nullable Matcher take(Pattern pattern) {
        spaces();
        Matcher found = pattern.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return null;
        }
        at = found.end();
        return found;
    }

    /** Takes what stands between two signs; null and unmoved where it does not. */
    @Nullable String between(String open, String close) {
        if (!sees(open)) {
            return null;
        }
        int end = text.indexOf(close, at + open.length());
        if (end < 0) {
            return null;
        }
        String inside = text.substring(at + open.length(), end);
        at = end + close.length();
        return inside;
    }

    /** A name that ends before a dash or point that begins an arrow. */
    @Nullable String name() {
        int from = at;
        Matcher found = take(NAME);
        if (found == null) {
            return null;
        }
        String name = found.group();
        int start = found.start();
        int end = name.length();
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean inside = i + 1 < name.length() && Character.isLetterOrDigit(name.charAt(i + 1));
            if (c == '\\' || c == '/' || ((c == '-' || c == '.') && !inside)) {
                end = i;
                break;
            }
            if (c == '-') { // a word of two, or an arrow with a direction
                Matcher arrow = Arrow.PATTERN.matcher(text).region(start + i, text.length());
                if (arrow.lookingAt()) {
                    end = i;
                    break;
                }
            }
        }
        at = start + end;
        if (end == 0) {
            at = from;
            return null;
        }
        return name.substring(0, end);
    }

    /** What a line names, or null. */
    @Nullable Reference reference() {
        spaces();
        if (take("()")) {
            Reference of = reference();
            return of == null
                    ? null
                    : new Reference(of.name(), of.label(), "Interface", of.plain());
        }
        String quoted = between("\"", "\"");
        if (quoted != null) {
            return new Reference(quoted, UmlText.of(quoted), "", false);
        }
        String component = sees("[*]") || sees("[[") ? null : between("[", "]");
        if (component != null) {
            return new Reference(component, UmlText.of(component), "Component", false);
        }
        String useCase = between("(", ")");
        if (useCase != null) {
            take("/");
            return new Reference(useCase, UmlText.of(useCase), "Use case", false);
        }
        String actor = between(":", ":");
        if (actor != null) {
            take("/");
            return new Reference(actor, UmlText.of(actor), "Actor", false);
        }
        String name = name();
        if (name == null) {
            return null;
        }
        Matcher generic = text.startsWith("<", at) ? take(GENERIC) : null;
        return new Reference(name, generic == null ? name : name + generic.group(), "", true);
    }

    /** The beginning of what is left, to be shown. */
    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40);
    }
}
