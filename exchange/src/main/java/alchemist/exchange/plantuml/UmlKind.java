package alchemist.exchange.plantuml;

import alchemist.exchange.mermaid.C4Elements;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of diagram lines are of: PlantUML does not say it, but tries. */
final class UmlKind {
    private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\(.*");
    private static final Pattern STATE =
            Pattern.compile("\\[\\*\\].*|.*[->]\\s*\\[\\*\\].*|(?i)state\\s+[^-]*");
    private static final Pattern ACTIVITY =
            Pattern.compile(
                    "(?i)start|stop|:.*[;|<>/\\]}]|if\\s*\\(.*\\)\\s*(?:then|is|equals).*|repeat.*|while\\s*\\(.*"
                            + "|fork|partition\\s.*|\\(\\*\\).*|.*>\\s*\\(\\*(?:top)?\\).*");
    private static final Pattern TIMING =
            Pattern.compile("(?i)(?:robust|concise|clock|binary|analog)\\s+.*");
    private static final Pattern SEQUENCE =
            Pattern.compile(
                    "(?i)(?:participant|autonumber|activate|deactivate|destroy|create|alt|loop|opt|par|break"
                            + "|critical|group|box|return|ref\\s+over|newpage)(?:\\s.*)?|==.*==|\\.\\.\\..*|\\[o?x?-.*|.*->[ox]?\\]");
    private static final Pattern CLASS =
            Pattern.compile(
                    "(?i)(?:class|abstract|enum|annotation|struct|exception|metaclass|protocol|dataclass"
                            + "|record|object|map)\\s.*|(?:interface|entity)\\s[^\\[]*\\{.*");
    private static final Pattern RELATED =
            Pattern.compile(".*(?:<\\||\\|>|\\*--|--\\*|o--|--o|\\}[o|]--|--[o|]\\{).*");
    private static final Pattern USE_CASE =
            Pattern.compile(
                    "(?i)usecase\\b.*|:[^:;]+:\\s*(?:as\\s.*|[-.<].*|#.*)?|\\([^*()]+\\).*|[^\\[:\"]*[->.]\\s*\\([^*()]+\\).*");
    private static final Pattern DEPLOYMENT =
            Pattern.compile("(?i)(?:node|artifact|cloud|storage|frame|file|stack)\\s.*");
    private static final Pattern COMPONENT =
            Pattern.compile(
                    "(?i)(?:component|agent|rectangle|card|hexagon|label|person|process|action|port|portin"
                            + "|portout)\\b.*|\\[[^*\\]-]+\\].*|[^\\[:\"]*[->.)]\\s*\\[[^*\\]]+\\].*|\\(\\)\\s.*");
    private static final Pattern FRAMED =
            Pattern.compile("(?i)(?:package|folder|interface|circle|namespace|together)\\b.*");
    private static final Pattern MESSAGE =
            Pattern.compile("[^\\[(:{]*?(?:->|<-|-\\[[^\\]]*\\]>|-[\\\\/]|[\\\\/]-).*");
    private static final Pattern SHARED =
            Pattern.compile(
                    "(?i)(?:actor|database|boundary|control|entity|collections|queue)\\s+[^{]*");

    private UmlKind() {}

    /** The kind, as a person calls it; empty where no line is of any. */
    static String of(List<UmlLine> lines, String text) {
        if (lines.stream().anyMatch(line -> isCall(line.text()))) {
            return "c4";
        }
        if (has(lines, SEQUENCE)) {
            return "sequence";
        }
        if (has(lines, STATE)) {
            return "state";
        }
        if (has(lines, CLASS)) {
            return "class";
        }
        if (has(lines, ACTIVITY) && !has(lines, USE_CASE)) {
            return "activity";
        }
        if (has(lines, TIMING)) {
            return "timing";
        }
        if (has(lines, USE_CASE)) {
            return "use case";
        }
        if (has(lines, DEPLOYMENT)) {
            return "deployment";
        }
        if (has(lines, COMPONENT)) {
            return "component";
        }
        if (has(lines, RELATED)) {
            return "class";
        }
        if (has(lines, FRAMED)) {
            return "component";
        }
        if (has(lines, MESSAGE) || has(lines, SHARED)) {
            return "sequence";
        }
        return "";
    }

    /** Whether relations have an order. */
    static boolean isOrdered(String text) {
        return text.contains("C4_Dynamic") || text.contains("C4_Sequence");
    }

    /** Whether a line only stands in sequence diagrams. */
    static boolean isOfSequence(String line) {
        return SEQUENCE.matcher(line).matches() || line.matches("else\\b.*|end(?:\\s.*)?");
    }

    private static boolean isCall(String line) {
        Matcher call = CALL.matcher(line);
        return call.matches() && C4Elements.isDrawn(call.group(1));
    }

    private static boolean has(List<UmlLine> lines, Pattern pattern) {
        return lines.stream().anyMatch(line -> pattern.matcher(line.text()).matches());
    }
}
