package alchemist.exchange.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes of what a header says names that are there, each once. */
public final class ColumnNames {
    private static final int MAX_LENGTH = 200;

    private ColumnNames() {}

    /** The names: an empty one is called by its place, and one that comes again by its number. */
    public static List<String> of(List<String> header, Remarks remarks, String table) {
        List<String> names = new ArrayList<>(header.size());
        Set<String> taken = new HashSet<>();
        for (String cell : header) {
            String wanted = cell.strip().replaceAll("\\s+", " ");
            if (wanted.length() > MAX_LENGTH) {
                wanted = wanted.substring(0, MAX_LENGTH);
            }
            if (wanted.isEmpty()) {
                wanted = "column " + (names.size() + 1);
            }
            String name = wanted;
            for (int i = 2; !taken.add(name); i++) {
                name = wanted + " " + i;
            }
            if (!name.equals(wanted)) {
                remarks.note(
                        table, "has two columns '" + wanted + "': one is called '" + name + "'");
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /** Names by their places. */
    public static List<String> numbered(int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            names.add("column " + i);
        }
        return List.copyOf(names);
    }
}
