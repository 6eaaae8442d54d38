package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;

/**
 * 64 bits that stand for a statement: equal for equal statements, and for different ones different
 * but for one pair in 2^64. Never 0, which stands for no statement.
 */
final class Print {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private long hash = 0x243F6A8885A308D3L;

    private Print() {}

    static long of(NodeStatement statement) {
        Print print = new Print();
        print.value(statement.name());
        // The types are a set.
        long types = 0;
        for (String type : statement.types()) {
            Print one = new Print();
            one.text(type);
            types += one.hash;
        }
        print.number(types);
        print.properties(statement.properties());
        print.id(statement.group());
        print.number(statement.formsGroup() ? 1 : 0);
        return print.end();
    }

    static long of(EdgeStatement statement) {
        Print print = new Print();
        print.id(statement.from());
        print.id(statement.to());
        print.text(statement.type());
        print.properties(statement.properties());
        return print.end();
    }

    private long end() {
        return hash == 0 ? 1 : hash;
    }

    private void number(long number) {
        long mixed = (hash ^ number) * ODD;
        hash = mixed ^ (mixed >>> 29);
    }

    private void id(Id id) {
        number(id.high());
        number(id.low());
    }

    private void text(String text) {
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        number(5);
    }

    private void properties(Properties properties) {
        number(properties.size());
        for (int i = 0; i < properties.size(); i++) {
            text(properties.key(i));
            value(properties.value(i));
        }
    }

    private void value(Value value) {
        switch (value) {
            case Value.Null _ -> number(0);
            case Value.Bool(boolean flag) -> kind(1, flag ? 1 : 0);
            case Value.Int(long number) -> kind(2, number);
            case Value.Real(double number) -> kind(3, Double.doubleToLongBits(number));
            case Value.Text(String text) -> {
                number(4);
                text(text);
            }
            case Value.ListOf list -> {
                kind(5, list.values().size());
                list.values().forEach(this::value);
            }
            case Value.MapOf(Properties entries) -> {
                number(6);
                properties(entries);
            }
            case Value.Date(long day) -> kind(7, day);
            case Value.LocalTime(long nano) -> kind(8, nano);
            case Value.Time(long nano, int offset) -> {
                kind(9, nano);
                number(offset);
            }
            case Value.LocalDateTime(long second, int nano) -> {
                kind(10, second);
                number(nano);
            }
            case Value.DateTime(long second, int nano, int offset, String zone) -> {
                kind(11, second);
                number(nano);
                number(offset);
                text(zone);
            }
            case Value.Duration(long months, long days, long seconds, int nanos) -> {
                kind(12, months);
                number(days);
                number(seconds);
                number(nanos);
            }
            case Value.Point(int srid, double x, double y, double z) -> {
                kind(13, srid);
                number(Double.doubleToLongBits(x));
                number(Double.doubleToLongBits(y));
                number(Double.doubleToLongBits(z));
            }
            case Value.Personal(Id subject, String text) -> {
                number(14);
                id(subject);
                text(text);
            }
            case Value.Sealed sealed -> {
                number(15);
                id(sealed.subject());
                kind(sealed.key(), java.util.Arrays.hashCode(sealed.bytes()));
            }
            case Value.Erased(Id subject) -> {
                number(16);
                id(subject);
            }
        }
    }

    private void kind(long kind, long number) {
        number(kind);
        number(number);
    }
}
