package alchemist.exchange.gexf;

import alchemist.exchange.graphfile.FileGraph.Span;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.exchange.graphfile.TypedText;
import alchemist.exchange.graphfile.XmlIn;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a file says of one node or edge, gathered while its element is open. */
final class GexfItem {
    static final String DIRECTED = "directed";
    private static final String WEIGHT = "weight";

    /** A value that holds for some time. */
    private record Timed(@Nullable String start, @Nullable String end, Value value) {}

    final String element;
    final String id;
    final String place;
    final SortedMap<String, Value> properties = new TreeMap<>();
    final List<Span> spans = new ArrayList<>();
    final Set<String> told = new HashSet<>();
    String label = "";
    String types = "";
    String source = "";
    String target = "";
    @Nullable Thing thing;
    private final Map<String, List<Timed>> timed = new TreeMap<>();
    private final List<Value> untold = new ArrayList<>();

    /**
     * A node or edge.
     *
     * @param element as which it stands there: node or edge
     * @param place where, for warnings
     */
    GexfItem(String element, String id, String place) {
        this.element = element;
        this.id = id;
        this.place = place;
    }

    /** Takes what the element of an edge says itself. */
    void describeEdge(XmlIn xml, boolean directedByDefault) {
        String type = xml.attribute("type");
        if (type.equals("mutual")) {
            properties.put("mutual", Value.flag(true));
        } else if (type.isEmpty() ? !directedByDefault : type.equals("undirected")) {
            properties.put(DIRECTED, Value.flag(false));
        }
        String weight = xml.attribute(WEIGHT);
        if (!weight.isEmpty()) {
            Value number = TypedText.value(TypedText.DOUBLE, weight);
            properties.put(WEIGHT, number == null ? Value.text(weight) : number);
        }
        String kind = xml.attribute("kind");
        if (!kind.isEmpty()) {
            properties.put("kind", Value.text(kind));
        }
    }

    /** Takes when it was there; false where that is told in numbers, which are no times. */
    boolean addSpan(@Nullable String start, @Nullable String end) {
        if (start == null && end == null) {
            return true;
        }
        Span span = GexfTimes.span(start, end);
        if (span == null) {
            untold.add(times(start, end, null));
            return false;
        }
        spans.add(span);
        return true;
    }

    /** Takes a value that holds always, or for some time. */
    void addValue(String title, Value value, @Nullable String start, @Nullable String end) {
        if (start == null && end == null) {
            properties.put(title, value);
        } else {
            timed.computeIfAbsent(title, _ -> new ArrayList<>()).add(new Timed(start, end, value));
        }
    }

    /** Makes properties of what held for some time: what holds at the end, and all of it. */
    void settleTimes() {
        timed.forEach(
                (title, values) -> {
                    properties.putIfAbsent(title, last(values));
                    if (values.size() > 1) {
                        properties.putIfAbsent(
                                title + " over time",
                                new Value.ListOf(
                                        values.stream()
                                                .map(v -> times(v.start, v.end, v.value))
                                                .toList()));
                    }
                });
        if (!untold.isEmpty()) {
            properties.putIfAbsent("spells", new Value.ListOf(untold));
        }
    }

    /** The value that holds at the end: the one without an end, else the one that ends last. */
    private static Value last(List<Timed> values) {
        Timed last = values.getFirst();
        for (Timed one : values) {
            String end = one.end;
            String known = last.end;
            if (end == null || (known != null && end.compareTo(known) >= 0)) {
                last = one;
            }
        }
        return last.value;
    }

    private static Value times(@Nullable String start, @Nullable String end, @Nullable Value what) {
        TreeMap<String, Value> told = new TreeMap<>();
        if (start != null) {
            told.put("start", Value.text(start));
        }
        if (end != null) {
            told.put("end", Value.text(end));
        }
        if (what != null) {
            told.put("value", what);
        }
        return new Value.MapOf(Properties.of(told));
    }
}
