package alchemist.exchange.blueprint;

import java.util.List;
import java.util.Map;

/**
 * Data of a file: a text, a list or a map, which knows its line. What is asked for and not there is
 * {@link #ABSENT}, so that a path can be followed without looking at each step.
 */
public final class Tree {
    /** Where nothing is. */
    public static final Tree ABSENT = new Tree("", List.of(), Map.of(), 0, 0);

    private final String text;
    private final List<Tree> items;
    private final Map<String, Tree> entries;
    private final int line;
    private final long size;

    private Tree(String text, List<Tree> items, Map<String, Tree> entries, int line, long size) {
        this.text = text;
        this.items = items;
        this.entries = entries;
        this.line = line;
        this.size = size;
    }

    /** A text, number or flag as it is written; empty for null. */
    public static Tree text(String text, int line) {
        return new Tree(text, List.of(), Map.of(), line, 1);
    }

    /** A map of values that stand in no file. */
    public static Tree map(Map<String, Tree> entries) {
        return map(entries, 0, 1);
    }

    /** What has a text of its own beside what is in it. */
    static Tree element(String text, Map<String, Tree> entries, int line) {
        return new Tree(text, List.of(), entries, line, 1);
    }

    static Tree list(List<Tree> items, int line, long size) {
        return new Tree("", items, Map.of(), line, size);
    }

    static Tree map(Map<String, Tree> entries, int line, long size) {
        return new Tree("", List.of(), entries, line, size);
    }

    /** What is under a name. */
    public Tree at(String name) {
        return entries.getOrDefault(name, ABSENT);
    }

    /** What is under several names, each in the one before. */
    public Tree at(String first, String... more) {
        Tree found = at(first);
        for (String name : more) {
            found = found.at(name);
        }
        return found;
    }

    /** A map of nothing but what is under a name; nothing where that is not there. */
    public Tree only(String name) {
        return has(name) ? map(Map.of(name, at(name)), line, 1) : ABSENT;
    }

    /** Whether something is under a name. */
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The text that it is, or empty. */
    public String text() {
        return text;
    }

    /** The text that is under a name, or empty. */
    public String text(String name) {
        return at(name).text;
    }

    /** What is in the list that it is; nothing where it is none. */
    public List<Tree> items() {
        return items;
    }

    /** All that is under a name: what is in the list there, or the one that is there. */
    public List<Tree> each(String name) {
        Tree there = at(name);
        return there == ABSENT ? List.of() : there.isList() ? there.items : List.of(there);
    }

    /** What is in the map that it is, in the order of the file; nothing where it is none. */
    public Map<String, Tree> entries() {
        return entries;
    }

    /** Whether it is a map in which something is. */
    public boolean isMap() {
        return !entries.isEmpty();
    }

    /** Whether it is a list in which something is. */
    public boolean isList() {
        return !items.isEmpty();
    }

    /** In which line it begins, from 1, with its name where it has one; 0 where nothing is. */
    public int line() {
        return line;
    }

    /** How many values are in it, each counted as often as it is referred to. */
    long size() {
        return size;
    }

    /** The same, called from another line. */
    Tree from(int other) {
        return other == line ? this : new Tree(text, items, entries, other, size);
    }
}
