package alchemist.exchange;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import alchemist.kernel.collection.Names;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements in some 20 bytes each, where objects take 300 to 400: ids, texts, types and the names
 * of properties stand once, and are numbers elsewhere. In memory only. One thread.
 *
 * <pre>
 * node  = name | types | group | forms a group | names of properties | values
 * edge  = from | to | relation | names of properties | values
 * value = kind | content;  0 false  1 true  2 integer (zigzag)  3 text (number)  4 other (number)
 * </pre>
 */
final class PackedStatements {
    private static final int FALSE = 0;
    private static final int TRUE = 1;
    private static final int INTEGER = 2;
    private static final int TEXT = 3;
    private static final int OTHER = 4;

    private final IdMap ids;
    private final Names texts = new Names();
    private final Known<List<String>> types = new Known<>();

    /** Properties of which only the names count. */
    private final Known<List<String>> names = new Known<>();

    private final List<Properties> named = new ArrayList<>();
    private final List<Value> others = new ArrayList<>();
    private final Output out = new Output(1 << 10);
    private final Input in = new Input(new byte[0]);

    /** Packs, with numbers for ids from this map. */
    PackedStatements(IdMap ids) {
        this.ids = ids;
    }

    /** What has a number. */
    private static final class Known<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> all = new ArrayList<>();

        int number(T one) {
            Integer known = numbers.get(one);
            if (known == null) {
                known = all.size();
                numbers.put(one, known);
                all.add(one);
            }
            return known;
        }
    }

    /** Packs a node; where it lies. */
    int add(NodeStatement node) {
        int place = out.size();
        add(node.name());
        out.varint(types.number(node.types()));
        out.varint(ids.add(node.group()));
        out.u8(node.formsGroup() ? TRUE : FALSE);
        add(node.properties());
        return place;
    }

    /** Packs an edge; where it lies. */
    int add(EdgeStatement edge) {
        int place = out.size();
        out.varint(ids.add(edge.from()));
        out.varint(ids.add(edge.to()));
        out.varint(texts.add(edge.type()));
        add(edge.properties());
        return place;
    }

    /** The node that lies at a place. */
    NodeStatement node(Id id, int place) {
        seek(place);
        Value name = value();
        List<String> type = types.all.get(in.small());
        Id group = ids.id(in.small());
        boolean formsGroup = in.u8() == TRUE;
        return new NodeStatement(id, name, type, properties(), group, formsGroup);
    }

    /** The edge that lies at a place. */
    EdgeStatement edge(Id id, int place) {
        seek(place);
        Id from = ids.id(in.small());
        Id to = ids.id(in.small());
        String relation = texts.name(in.small());
        return new EdgeStatement(id, from, to, relation, properties());
    }

    /** The number of the node that the edge at a place leaves. */
    int from(int place) {
        seek(place);
        return in.small();
    }

    /** The number of the node that it enters. */
    int to(int place) {
        seek(place);
        in.small();
        return in.small();
    }

    private void seek(int place) {
        in.reset(out.bytes(), place, out.size() - place);
    }

    private void add(Properties properties) {
        int number = names.number(properties.keys());
        if (number == named.size()) {
            named.add(properties.map(_ -> Value.flag(false)));
        }
        out.varint(number);
        for (int i = 0; i < properties.size(); i++) {
            add(properties.value(i));
        }
    }

    private Properties properties() {
        return named.get(in.small()).map(_ -> value());
    }

    private void add(Value value) {
        switch (value) {
            case Value.Bool(boolean flag) -> out.u8(flag ? TRUE : FALSE);
            case Value.Int(long number) -> {
                out.u8(INTEGER);
                out.zigzag(number);
            }
            case Value.Text(String text) -> {
                out.u8(TEXT);
                out.varint(texts.add(text));
            }
            default -> { // kept as it is: few statements have one
                out.u8(OTHER);
                out.varint(others.size());
                others.add(value);
            }
        }
    }

    private Value value() {
        return switch (in.u8()) {
            case FALSE -> Value.flag(false);
            case TRUE -> Value.flag(true);
            case INTEGER -> Value.integer(in.zigzag());
            case TEXT -> Value.text(texts.name(in.small()));
            default -> others.get(in.small());
        };
    }
}
