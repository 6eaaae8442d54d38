package alchemist.domain.graph;

import alchemist.kernel.collection.LongIntMap;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * What imports replaced or dropped, so that each can be taken back exactly. What an import added
 * needs no entry: its statements name it.
 */
final class Journal {
    /**
     * A statement as it was before an import.
     *
     * @param formerImport the import that had stated it
     */
    record Entry(
            int importOrdinal,
            int thing,
            int field,
            int source,
            Value value,
            long since,
            int formerImport,
            int next) {}

    private static final int NONE = -1;
    private final List<Entry> entries = new ArrayList<>();
    private final LongIntMap firstOf = new LongIntMap();

    void note(
            int importOrdinal,
            int thing,
            int field,
            int source,
            Value value,
            long since,
            int formerImport) {
        long key = key(importOrdinal, thing);
        int next = firstOf.find(key);
        entries.add(
                new Entry(importOrdinal, thing, field, source, value, since, formerImport, next));
        firstOf.put(key, entries.size() - 1);
    }

    boolean has(int importOrdinal, int thing) {
        return firstOf.find(key(importOrdinal, thing)) != NONE;
    }

    /** The entries of an import for a thing, taken out. */
    List<Entry> take(int importOrdinal, int thing) {
        List<Entry> taken = new ArrayList<>();
        for (int at = firstOf.remove(key(importOrdinal, thing));
                at != NONE;
                at = entries.get(at).next()) {
            taken.add(entries.get(at));
        }
        return taken;
    }

    void save(Output out) {
        List<Entry> live = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (isLive(i)) {
                live.add(entries.get(i));
            }
        }
        out.varint(live.size());
        for (Entry entry : live) {
            out.varint(entry.importOrdinal());
            out.varint(entry.thing());
            out.varint(entry.field());
            out.varint(entry.source());
            ValueCodec.write(entry.value(), out);
            out.varint(entry.since());
            out.varint(entry.formerImport());
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param things how many things there are
     * @param fields how many fields
     * @param sources how many sources
     * @throws MalformedBytes when an entry is of what is not there
     */
    static Journal load(Input in, int things, int fields, int sources) {
        Journal journal = new Journal();
        for (int left = in.length(); left > 0; left--) {
            journal.note(
                    in.small(),
                    below(things, in),
                    below(fields, in),
                    below(sources, in),
                    ValueCodec.read(in),
                    in.varint(),
                    in.small());
        }
        return journal;
    }

    private static int below(int end, Input in) {
        int index = in.small();
        if (index >= end) {
            throw new MalformedBytes("an entry of the journal is of " + index + " of " + end);
        }
        return index;
    }

    private boolean isLive(int index) {
        Entry entry = entries.get(index);
        int at = firstOf.find(key(entry.importOrdinal(), entry.thing()));
        while (at != NONE && at != index) {
            at = entries.get(at).next();
        }
        return at == index;
    }

    private static long key(int importOrdinal, int thing) {
        return ((long) importOrdinal << 32) | thing;
    }
}
