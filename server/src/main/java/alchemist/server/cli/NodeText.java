package alchemist.server.cli;

import static alchemist.server.cli.Fields.flag;
import static alchemist.server.cli.Fields.number;
import static alchemist.server.cli.Fields.object;
import static alchemist.server.cli.Fields.objects;
import static alchemist.server.cli.Fields.shown;
import static alchemist.server.cli.Fields.text;

import alchemist.kernel.value.Properties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node as text: what is stated of it, its neighbours by relation; and why a value is so. */
final class NodeText {
    private NodeText() {}

    /**
     * A node with its neighbours.
     *
     * @param answer with {@code node}, and of {@code neighbors} and {@code members} some
     * @param mostNamed how many members, and neighbours of each relation, are named
     */
    static String of(Properties answer, int mostNamed) {
        Properties node = object(answer, "node");
        StringBuilder text = new StringBuilder(NodeLines.of(List.of(node)));
        text.append("  here since ").append(text(node, "effectiveFrom"));
        text.append(", stated by ").append(labels(objects(node, "sources"))).append('\n');
        properties(objects(node, "properties"), text);
        neighbors(answer, mostNamed, text);
        members(objects(answer, "members"), mostNamed, text);
        return text.toString();
    }

    private static String labels(List<Properties> sources) {
        return String.join(
                ", ", sources.stream().map(one -> text(one, "label")).distinct().toList());
    }

    private static void properties(List<Properties> properties, StringBuilder text) {
        int width = 1;
        for (Properties one : properties) {
            width = Math.max(width, text(one, "key").length());
        }
        for (Properties one : properties) {
            line(width, text(one, "key"), shown(one, "value"), object(one, "source"), text);
            for (Properties other : objects(one, "statements")) {
                if (!flag(other, "shown") && flag(one, "disagreement")) {
                    line(width, "", shown(other, "value"), object(other, "source"), text);
                }
            }
        }
    }

    private static void line(
            int width, String key, String value, Properties source, StringBuilder text) {
        String lines = value.replace("\n", "\n" + " ".repeat(width + 4));
        text.append(
                String.format("  %-" + width + "s  %s  (%s)%n", key, lines, text(source, "label")));
    }

    private static void neighbors(Properties answer, int mostNamed, StringBuilder text) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Properties one : objects(answer, "neighbors")) {
            String relation = text(object(one, "edge"), "type");
            String way = text(one, "direction").equals("in") ? "← " + relation : relation + " →";
            names.computeIfAbsent(way, _ -> new ArrayList<>())
                    .add(text(object(one, "node"), "name"));
        }
        Properties counts = object(object(answer, "node"), "neighborCounts");
        for (int i = 0; i < counts.size(); i++) {
            String way = counts.key(i);
            long count = number(counts, way);
            List<String> some = names.getOrDefault(way, List.of());
            String told = some.isEmpty() ? "" : ": " + some(some, count, mostNamed);
            text.append(String.format("  %s %,d%s%n", way, count, told));
        }
    }

    private static void members(List<Properties> members, int mostNamed, StringBuilder text) {
        if (!members.isEmpty()) {
            List<String> names = members.stream().map(one -> text(one, "name")).toList();
            text.append("  holds ").append(some(names, names.size(), mostNamed)).append('\n');
        }
    }

    /** The first names of so many. */
    private static String some(List<String> names, long count, int most) {
        List<String> some = names.subList(0, Math.min(most, names.size()));
        return String.join(", ", some) + (count > some.size() ? ", …" : "");
    }

    /**
     * Why a value is so.
     *
     * @param property empty: the name
     * @param most how many reasons are told
     */
    static String ofWhy(String property, Properties answer, int most) {
        List<Properties> reasons = objects(answer, "why");
        String what = property.isEmpty() ? "name" : property;
        if (reasons.isEmpty()) {
            return "Nothing states '" + what + "'.\n";
        }
        StringBuilder text = new StringBuilder();
        String told = "";
        for (Properties reason : reasons.subList(0, Math.min(most, reasons.size()))) {
            Properties statement = object(reason, "statement");
            String line = what + " = " + shown(statement, "value");
            if (!line.equals(told)) {
                text.append(line).append(flag(statement, "shown") ? "\n" : "  (not shown)\n");
                told = line;
            }
            text.append("  stated by ").append(text(object(reason, "source"), "label"));
            Properties read = object(reason, "import");
            if (!read.isEmpty()) {
                text.append(", read from ").append(text(read, "location"));
                text.append(" as ").append(text(read, "reader"));
            }
            text.append(", by ").append(text(reason, "actorName")).append('\n');
            for (Properties event : objects(reason, "events")) {
                text.append(
                        String.format(
                                "  event %d, %s, recorded %s, in effect since %s%n",
                                number(event, "position"),
                                text(event, "type"),
                                text(event, "recordedAt"),
                                text(event, "effectiveAt")));
            }
        }
        if (reasons.size() > most) {
            text.append("… and ")
                    .append(reasons.size() - most)
                    .append(" more; --limit shows them\n");
        }
        return text.toString();
    }
}
