package alchemist.graph;

import alchemist.graph.column.IntColumn;
import alchemist.graph.column.Terms;
import alchemist.graph.column.ValueHeap;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/** All columns of the view: filled by one thread, read by many as {@link GraphView} says. */
final class Store {
    static final int NONE = -1;

    final Commands commands = new Commands();
    final Things things = new Things();
    final Merges merges = new Merges(things);
    final Separations separations = new Separations();
    final Sources sources = new Sources();
    final Terms terms = new Terms();
    final Lanes lanes = new Lanes();
    final Rows rows = new Rows();
    final ValueHeap values = new ValueHeap();

    /** Which things were ever stated to be in a group; the heads are with the groups. */
    final Notes members = new Notes();

    /** Which nodes were ever stated to be of a type; the heads are in {@link #typed}. */
    final Notes typings = new Notes();

    /** By term, the last of its {@link #typings}. */
    final IntColumn typed = new IntColumn();

    /** By position, the thing that the event is about, or NONE. */
    final IntColumn subjects = new IntColumn();

    /** Pairs of a thing and the position of an event that mentions it but states nothing of it. */
    final IntColumn mentions = new IntColumn();

    final NameIndex names;

    Store(Opener opener) {
        names = new NameIndex(values, opener);
    }

    /** The term of a text, which is new where it was not there. */
    int term(String text) {
        int term = terms.add(text);
        while (typed.size() < terms.size()) {
            typed.add(NONE);
        }
        return term;
    }

    void save(Output out) {
        commands.save(out);
        things.save(out);
        merges.save(out);
        separations.save(out);
        sources.save(out);
        terms.save(out);
        lanes.save(out);
        rows.save(out);
        values.save(out);
        members.save(out);
        typings.save(out);
        typed.save(out);
        subjects.save(out);
        mentions.save(out);
        names.save(out);
    }

    void load(Input in) {
        commands.load(in);
        things.load(in);
        merges.load(in);
        separations.load(in);
        sources.load(in);
        terms.load(in);
        lanes.load(in);
        rows.load(in);
        values.load(in);
        members.load(in);
        typings.load(in);
        typed.load(in);
        subjects.load(in);
        mentions.load(in);
        names.load(in);
    }

    /** The memory that the columns take. */
    long bytes() {
        return commands.bytes()
                + things.bytes()
                + rows.bytes()
                + values.bytes()
                + members.bytes()
                + typings.bytes()
                + typed.bytes()
                + subjects.bytes()
                + mentions.bytes()
                + names.bytes();
    }
}
