package alchemist.exchange.imports;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Memo;
import alchemist.exchange.Place;
import alchemist.exchange.SourceName;
import alchemist.exchange.Stated;
import alchemist.exchange.files.FileStatements;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * With what a place was read last: its top says so, as its folder's source states it. So it is part
 * of the workspace, of its past and of copies of it, and is taken back with the import.
 */
final class Remembered {
    private static final String READER = "folder";

    /** About what the patterns of a place take. */
    private static final int EXCLUDED_BYTES = 500;

    private Remembered() {}

    /** What was left out of a place. */
    static List<String> excludes(Workplace workplace, Place place) {
        if (!place.isFolder()) {
            return List.of();
        }
        Id source = SourceName.of(READER, place.location(), "").id();
        Memo memo = workplace.recollections().memo();
        Id sum = workplace.sources().sum(source);
        Excluded known = memo.find(Excluded.class, source, sum);
        if (known == null) {
            known = new Excluded(stated(workplace, source));
            memo.keep(Excluded.class, source, sum, known, EXCLUDED_BYTES);
        }
        return known.patterns;
    }

    private record Excluded(List<String> patterns) {}

    private static List<String> stated(Workplace workplace, Id source) {
        Stated stated = workplace.sources().stated(source);
        List<String> excludes = new ArrayList<>();
        stated.eachNode(
                id -> {
                    NodeStatement node = stated.node(id);
                    if (node != null
                            && node.properties().find(FileStatements.EXCLUDES)
                                    instanceof Value.ListOf(List<Value> patterns)) {
                        patterns.forEach(one -> add(one, excludes));
                    }
                });
        return excludes;
    }

    private static void add(Value pattern, List<String> excludes) {
        if (pattern instanceof Value.Text(String text)) {
            excludes.add(text);
        }
    }
}
