package alchemist.kernel.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from text to values, in the order of the keys' UTF-16 units: equal contents have
 * equal bytes.
 */
public final class Properties {
    /** No properties. */
    public static final Properties NONE = new Properties(new String[0], new Value[0]);

    private final String[] keys;
    private final Value[] values;

    private Properties(String[] keys, Value[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** One property. */
    public static Properties of(String key, Value value) {
        return new Properties(new String[] {key}, new Value[] {value});
    }

    /** Two properties. */
    public static Properties of(String key1, Value value1, String key2, Value value2) {
        return of(key1, value1).with(key2, value2);
    }

    /** The entries of a map. */
    public static Properties of(Map<String, Value> entries) {
        if (entries.isEmpty()) {
            return NONE;
        }
        TreeMap<String, Value> sorted = new TreeMap<>(entries);
        return new Properties(
                sorted.keySet().toArray(new String[0]), sorted.values().toArray(new Value[0]));
    }

    /**
     * Keys and values as decoded; sorted here where they are not.
     *
     * @throws IllegalArgumentException when a key stands twice
     */
    static Properties of(List<String> keys, List<Value> values) {
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i - 1).compareTo(keys.get(i)) >= 0) {
                return sorted(keys, values);
            }
        }
        return keys.isEmpty()
                ? NONE
                : new Properties(keys.toArray(new String[0]), values.toArray(new Value[0]));
    }

    private static Properties sorted(List<String> keys, List<Value> values) {
        TreeMap<String, Value> sorted = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (sorted.put(keys.get(i), values.get(i)) != null) {
                throw new IllegalArgumentException(
                        "the property '" + keys.get(i) + "' stands twice");
            }
        }
        return of(sorted);
    }

    /** How many there are. */
    public int size() {
        return keys.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return keys.length == 0;
    }

    /** The key at an index, in order. */
    public String key(int index) {
        return keys[index];
    }

    /** The value at an index, in the order of keys. */
    public Value value(int index) {
        return values[index];
    }

    /** The value of a key, or null where there is none. */
    public @Nullable Value find(String key) {
        int index = Arrays.binarySearch(keys, key);
        return index < 0 ? null : values[index];
    }

    /** These and one more, which replaces one of the same key. */
    public Properties with(String key, Value value) {
        int found = Arrays.binarySearch(keys, key);
        if (found >= 0) {
            Value[] replaced = values.clone();
            replaced[found] = value;
            return new Properties(keys, replaced);
        }
        int at = -found - 1;
        String[] moreKeys = new String[keys.length + 1];
        Value[] moreValues = new Value[values.length + 1];
        System.arraycopy(keys, 0, moreKeys, 0, at);
        System.arraycopy(values, 0, moreValues, 0, at);
        moreKeys[at] = key;
        moreValues[at] = value;
        System.arraycopy(keys, at, moreKeys, at + 1, keys.length - at);
        System.arraycopy(values, at, moreValues, at + 1, values.length - at);
        return new Properties(moreKeys, moreValues);
    }

    /**
     * These with every value replaced by what the function makes of it; the same object where
     * nothing differs.
     */
    @SuppressWarnings(
            "ReferenceEquality") // the function returns its argument where it changes nothing
    public Properties map(UnaryOperator<Value> change) {
        Value[] changed = null;
        for (int i = 0; i < values.length; i++) {
            Value value = change.apply(values[i]);
            if (value != values[i]) {
                if (changed == null) {
                    changed = values.clone();
                }
                changed[i] = value;
            }
        }
        return changed == null ? this : new Properties(keys, changed);
    }

    /** A sorted copy that can be changed. */
    public SortedMap<String, Value> toMap() {
        TreeMap<String, Value> map = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            map.put(keys[i], values[i]);
        }
        return map;
    }

    /** The keys, in order. */
    public List<String> keys() {
        return List.of(keys);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Properties p
                && Arrays.equals(p.keys, keys)
                && Arrays.equals(p.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys) * 31 + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
