package alchemist.exchange.imports;

import alchemist.exchange.Memo;
import alchemist.kernel.Id;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of places that were read, so that they need not be read again while they are
 * the same. Losing it costs time and nothing else. It holds nothing but ids, of which nobody can
 * tell what they stand for. Safe for several threads.
 *
 * <pre>
 * alchemist recollections 3
 * PLACE CONTENT RULES WARNINGS POSITION HISTORY SOURCE=SUM SOURCE=SUM …
 * </pre>
 */
public final class Recollections {
    private static final int FIXED_WORDS = 6;

    /** How many places are remembered; the one remembered first is forgotten first. */
    public static final int MAX_PLACES = 1000;

    private static final System.Logger LOG = System.getLogger("alchemist.exchange");
    private static final String HEADER = "alchemist recollections 3";

    /**
     * A place as it was read last.
     *
     * @param content what was found there
     * @param rules by what it was read
     * @param warnings how many there were
     * @param position of the workspace then; {@link #UNKNOWN} where it moved meanwhile
     * @param history that the position is of
     * @param sums what each source in it stated then
     */
    record Recollection(
            Id content, Id rules, long warnings, long position, Id history, Map<Id, Id> sums) {
        static final long UNKNOWN = -1;
    }

    private final @Nullable Path file;
    private final Map<Id, Recollection> places = new LinkedHashMap<>();
    private final Memo memo = new Memo();
    private boolean read;

    private Recollections(@Nullable Path file) {
        this.file = file;
    }

    /** Those that are kept in a file, which need not be there. */
    public static Recollections in(Path file) {
        return new Recollections(file);
    }

    /** Those of this process alone. */
    public static Recollections inMemory() {
        return new Recollections(null);
    }

    /** What this process remembers besides. */
    Memo memo() {
        return memo;
    }

    /** What is remembered of a place, or null. */
    synchronized @Nullable Recollection of(Id place) {
        readOnce();
        return places.get(place);
    }

    /** Remembers a place. */
    synchronized void remember(Id place, Recollection now) {
        readOnce();
        places.remove(place);
        places.put(place, now);
        while (places.size() > MAX_PLACES) {
            places.remove(places.keySet().iterator().next());
        }
        write();
    }

    private void readOnce() {
        if (read || file == null) {
            return;
        }
        read = true;
        try {
            if (Files.exists(file)) {
                String text = Files.readString(file);
                if (!text.endsWith("\n")) { // a line that is cut off may look whole
                    throw new IllegalArgumentException("its last line is cut off");
                }
                parse(text.lines().toList());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, file + " cannot be read: places are read anew", e);
            places.clear();
        }
    }

    private void parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("it is of another form");
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", -1);
            if (words.length < FIXED_WORDS) {
                throw new IllegalArgumentException("a line is cut off");
            }
            Map<Id, Id> sums = new TreeMap<>();
            for (int i = FIXED_WORDS; i < words.length; i++) {
                int equals = words[i].indexOf('=');
                sums.put(
                        Id.parse(words[i].substring(0, Math.max(0, equals))),
                        Id.parse(words[i].substring(equals + 1)));
            }
            places.put(
                    Id.parse(words[0]),
                    new Recollection(
                            Id.parse(words[1]),
                            Id.parse(words[2]),
                            Long.parseLong(words[3]),
                            Long.parseLong(words[4]),
                            Id.parse(words[5]),
                            sums));
        }
    }

    private void write() {
        if (file == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        places.forEach((place, one) -> lines.add(place + line(one)));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, lines);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " cannot be written: places will be read anew", e);
        }
    }

    private static String line(Recollection one) {
        StringBuilder line = new StringBuilder();
        line.append(' ').append(one.content()).append(' ').append(one.rules());
        line.append(' ').append(one.warnings()).append(' ').append(one.position());
        line.append(' ').append(one.history());
        one.sums()
                .forEach((source, sum) -> line.append(' ').append(source).append('=').append(sum));
        return line.toString();
    }
}
