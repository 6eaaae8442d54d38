package alchemist.graph;

import alchemist.graph.column.IntColumn;
import alchemist.graph.column.LongColumn;
import alchemist.graph.column.ValueHeap;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every name that was ever stated, to be looked up without regard to case: 16 bytes a name beside
 * the name itself. A name carries the set of its pairs of neighbouring letters, folded into 64
 * bits: only names whose set holds that of the text that is looked for are read.
 *
 * <p>What is sealed is opened when it is indexed, and stands opened in memory only: never in a
 * checkpoint, and no longer than until its subject is forgotten.
 */
final class NameIndex {
    /** The longest part of a name that is looked at. */
    static final int LONGEST = 512;

    /**
     * A name with sealed parts.
     *
     * @param text all parts that can be read
     */
    private record Opened(String text, Set<Id> subjects) {}

    private final ValueHeap values;
    private final NameText nameText;

    /** Pairs of a thing and the reference of its name. */
    private final IntColumn entries = new IntColumn();

    private final LongColumn signatures = new LongColumn();
    private final Map<Integer, Opened> opened = new ConcurrentHashMap<>();

    NameIndex(ValueHeap values, Opener opener) {
        this.values = values;
        this.nameText = new NameText(opener, People.STRANGERS);
    }

    /** How many names there are; for the writer. */
    int size() {
        return signatures.size();
    }

    int thing(int entry) {
        return entries.get(entry * 2);
    }

    int reference(int entry) {
        return entries.get(entry * 2 + 1);
    }

    /** The set of pairs of neighbouring letters of the name. */
    long pairs(int entry) {
        return signatures.get(entry);
    }

    /** The name in lower case; empty where it is forgotten. */
    String folded(int entry) {
        Opened sealed = opened.get(entry);
        return fold(sealed != null ? sealed.text : NameText.plain(values.value(reference(entry))));
    }

    void add(int thing, int reference, Value name) {
        entries.add(thing);
        entries.add(reference);
        index(signatures.size(), name);
    }

    /** Forgets what of the subject stands opened. Any thread. */
    void forget(Id subject) {
        for (Integer entry : List.copyOf(opened.keySet())) {
            Opened sealed = opened.get(entry);
            if (sealed != null && sealed.subjects.contains(subject)) {
                signatures.put(entry, forget(entry, sealed.subjects, subject));
            }
        }
    }

    /** What of others stands opened in the name stays so; the set of its letters. */
    private long forget(int entry, Set<Id> subjects, Id subject) {
        Value name = values.value(reference(entry));
        Set<Id> others = new HashSet<>(subjects);
        others.remove(subject);
        if (others.isEmpty()) {
            opened.remove(entry);
            return signature(fold(NameText.plain(name)));
        }
        return open(entry, name, others);
    }

    private void index(int entry, Value name) {
        if (name instanceof Value.Text(String text)) {
            signatures.add(signature(fold(text)));
            return;
        }
        Set<Id> subjects = subjects(name);
        signatures.add(
                subjects.isEmpty()
                        ? signature(fold(NameText.plain(name)))
                        : open(entry, name, subjects));
    }

    /** Keeps a name opened, as far as it can be; the set of its letters. */
    private long open(int entry, Value name, Set<Id> subjects) {
        String text = nameText.readable(name, subjects);
        opened.put(entry, new Opened(text, subjects));
        return signature(fold(text));
    }

    private static Set<Id> subjects(Value name) {
        Set<Id> subjects = new HashSet<>();
        List<Value> parts = name instanceof Value.ListOf(List<Value> all) ? all : List.of(name);
        for (Value part : parts) {
            if (part instanceof Value.Sealed sealed) {
                subjects.add(sealed.subject());
            }
        }
        return subjects;
    }

    /** In lower case, and no longer than is looked at. */
    static String fold(String text) {
        String part = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return part.toLowerCase(Locale.ROOT);
    }

    /** The set of pairs of neighbouring letters, in 64 bits. */
    static long signature(String folded) {
        long set = 0;
        for (int i = 1; i < folded.length(); i++) {
            int pair = folded.charAt(i - 1) * 31 + folded.charAt(i);
            set |= 1L << ((pair * 0x9E3779B9) >>> 26);
        }
        return set;
    }

    /** Of what is opened nothing is written, not even the set of its letters. */
    void save(Output out) {
        entries.save(out);
        int[] sealed = opened.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        LongColumn plain = new LongColumn();
        for (int entry = 0, next = 0; entry < signatures.size(); entry++) {
            boolean isSealed = next < sealed.length && sealed[next] == entry;
            plain.add(isSealed ? 0 : signatures.get(entry));
            next += isSealed ? 1 : 0;
        }
        plain.save(out);
        out.varint(sealed.length);
        for (int entry : sealed) {
            out.varint(entry);
        }
    }

    void load(Input in) {
        entries.load(in);
        signatures.load(in);
        for (int left = in.length(); left > 0; left--) {
            int entry = in.small();
            Value name = values.value(reference(entry));
            signatures.put(entry, open(entry, name, subjects(name)));
        }
    }

    long bytes() {
        return entries.bytes() + signatures.bytes();
    }
}
