package alchemist.exchange.blueprint;

import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Properties in the making; what is empty is not stated. */
public final class Facts {
    private final TreeMap<String, Value> values = new TreeMap<>();

    private Facts() {}

    /** None yet. */
    public static Facts none() {
        return new Facts();
    }

    /** Where something stands: a line from 1, or 0 where that is not known. */
    public static Facts at(int line) {
        Facts facts = new Facts();
        if (line > 0) {
            facts.values.put("line", Value.integer(line));
        }
        return facts;
    }

    /** Adds a text. */
    public Facts text(String name, String text) {
        if (!text.isEmpty()) {
            values.put(name, Value.text(text));
        }
        return this;
    }

    /** Adds a list of texts. */
    public Facts texts(String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            List<Value> all = texts.stream().<Value>map(Value::text).toList();
            values.put(name, new Value.ListOf(all));
        }
        return this;
    }

    /** Adds a flag that is set. */
    public Facts flag(String name, boolean set) {
        if (set) {
            values.put(name, Value.flag(true));
        }
        return this;
    }

    Properties properties() {
        return Properties.of(values);
    }

    TreeMap<String, Value> values() {
        return values;
    }
}
