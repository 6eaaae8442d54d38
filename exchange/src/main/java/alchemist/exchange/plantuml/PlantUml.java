package alchemist.exchange.plantuml;

import alchemist.exchange.mermaid.Diagram;
import alchemist.exchange.mermaid.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of diagrams of PlantUML, as far as they can be understood: a line that cannot
 * costs a problem, never the rest.
 */
public final class PlantUml {
    /** How long a text may be, in UTF-16 units. */
    public static final int MAX_LENGTH = 1 << 20;

    private static final Pattern START = Pattern.compile("@start([a-z]+)\\b\\s*(.*)");
    private static final Pattern END = Pattern.compile("@end[a-z]+\\b.*");
    private static final Pattern INCLUDED =
            Pattern.compile("\\s*!include(?:_once|_many|sub)?\\s+([^<\\s!$(]++)(?:!.*+)?\\s*");

    /** A place that files are taken from. */
    private static final Pattern NAMED =
            Pattern.compile("\\s*!define\\s+(\\w++)\\s+([^\\s\"]++)\\s*");

    private PlantUml() {}

    /**
     * One diagram of a file.
     *
     * @param text with the lines that begin and end it
     * @param line of the file on which it begins
     */
    public record Block(String text, int line) {}

    /** A file that a diagram takes something from, and in which line it says so. */
    public record Included(String path, int line) {}

    /** The diagrams of a file; one that only defines things for others has none. */
    public static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        int from = -1;
        for (int i = 0; i < lines.length; i++) {
            boolean starts = START.matcher(lines[i].strip()).matches();
            boolean ends = END.matcher(lines[i].strip()).matches();
            if (from >= 0 && (starts || ends)) {
                blocks.add(block(lines, from, ends ? i + 1 : i));
                from = -1;
            }
            if (starts) {
                from = i;
            }
        }
        if (from >= 0) {
            blocks.add(block(lines, from, lines.length));
        }
        if (blocks.isEmpty() && !UmlKind.of(UmlLines.of(text, new Draft()), text).isEmpty()) {
            blocks.add(new Block(text, 1));
        }
        return blocks;
    }

    private static Block block(String[] lines, int from, int to) {
        return new Block(String.join("\n", List.of(lines).subList(from, to)), from + 1);
    }

    /** The files that a text takes something from; not those of the net. */
    public static List<Included> included(String text) {
        List<Included> all = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        Map<String, String> places = new HashMap<>();
        for (int i = 0; i < lines.length; i++) {
            Matcher named = NAMED.matcher(lines[i]);
            Matcher included = INCLUDED.matcher(lines[i]);
            if (named.matches()) {
                places.put(named.group(1), named.group(2));
            } else if (included.matches()) {
                String path = included.group(1);
                int first = Math.max(0, path.indexOf('/'));
                String top = path.substring(0, first);
                String whole = places.getOrDefault(top, top) + path.substring(first);
                if (!whole.contains("://")) {
                    all.add(new Included(whole, i + 1));
                }
            }
        }
        return all;
    }

    /**
     * Reads a diagram.
     *
     * @param text whatever it is, nothing is thrown
     */
    public static Diagram parse(String text) {
        Draft draft = new Draft();
        if (text.length() > MAX_LENGTH) {
            draft.problem(1, "the diagram has more than " + MAX_LENGTH + " characters");
            return draft.finish("");
        }
        String plain = text.replace("\r\n", "\n");
        Matcher start = START.matcher(plain.stripLeading().lines().findFirst().orElse("").strip());
        String notation = start.matches() ? start.group(1).toLowerCase(Locale.ROOT) : "uml";
        if (!notation.equals("uml")) {
            return unread(notation, draft);
        }
        List<UmlLine> lines = UmlLines.of(plain, draft);
        String kind = UmlKind.of(lines, plain);
        switch (kind) {
            case "" -> tellNothing(lines, plain, draft);
            case "activity", "timing" -> {
                return unread(kind, draft);
            }
            case "sequence" -> new UmlSequence(draft, lines).read();
            case "state" -> new UmlStates(draft, lines).read();
            default -> new UmlStructure(draft, kind, plain, lines).read();
        }
        if (start.matches()) {
            draft.title(UmlText.of(start.group(2)));
        }
        return draft.finish(kind);
    }

    private static void tellNothing(List<UmlLine> lines, String text, Draft draft) {
        for (UmlLine line : lines) {
            draft.problem(line.number(), "not understood: '" + Scan.shown(line.text()) + "'");
        }
        if (lines.isEmpty() && !text.contains("!include")) {
            draft.problem(1, "there is nothing in the diagram that draws something");
        }
    }

    private static Diagram unread(String kind, Draft draft) {
        draft.problem(1, "diagrams of PlantUML of the kind '" + kind + "' are not read");
        return draft.finish(kind);
    }
}
