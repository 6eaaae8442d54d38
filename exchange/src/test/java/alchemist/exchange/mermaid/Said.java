package alchemist.exchange.mermaid;

import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What a diagram says, in lines to compare with. */
public final class Said {
    private Said() {}

    static Diagram parse(String... lines) {
        return Mermaid.parse(String.join("\n", lines));
    }

    /** Such as {@code b: Really? (Decision in team) {shape=diamond}}. */
    public static List<String> nodes(Diagram diagram) {
        return diagram.nodes().stream()
                .map(
                        node ->
                                node.id()
                                        + ": "
                                        + node.label()
                                        + " ("
                                        + node.type()
                                        + (node.group().isEmpty() ? "" : " in " + node.group())
                                        + ")"
                                        + said(node.properties()))
                .toList();
    }

    /** Such as {@code a -yes-> b {line=dotted}}. */
    public static List<String> links(Diagram diagram) {
        return diagram.links().stream()
                .map(
                        link ->
                                link.from()
                                        + " -"
                                        + link.relation()
                                        + "-> "
                                        + link.to()
                                        + said(link.properties()))
                .toList();
    }

    /** Such as {@code inner: Inside (in outer)}. */
    public static List<String> groups(Diagram diagram) {
        return diagram.groups().stream()
                .map(
                        group ->
                                group.id()
                                        + ": "
                                        + group.label()
                                        + (group.within().isEmpty()
                                                ? ""
                                                : " (in " + group.within() + ")"))
                .toList();
    }

    static List<Integer> problemLines(Diagram diagram) {
        return diagram.problems().stream().map(Problem::line).toList();
    }

    private static String said(SortedMap<String, Value> properties) {
        return properties.isEmpty() ? "" : " " + text(new Value.MapOf(Properties.of(properties)));
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Int(long number) -> Long.toString(number);
            case Value.Bool(boolean flag) -> Boolean.toString(flag);
            case Value.ListOf(List<Value> values) ->
                    values.stream().map(Said::text).collect(Collectors.joining("; ", "[", "]"));
            case Value.MapOf(Properties entries) -> {
                StringBuilder all = new StringBuilder("{");
                for (int i = 0; i < entries.size(); i++) {
                    all.append(i == 0 ? "" : ", ")
                            .append(entries.key(i))
                            .append('=')
                            .append(text(entries.value(i)));
                }
                yield all.append('}').toString();
            }
            default -> value.toString();
        };
    }

    /** How many values a list holds. */
    static int size(Value value) {
        return value instanceof Value.ListOf(List<Value> values) ? values.size() : 0;
    }
}
