package alchemist.exchange.blueprint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which of several things of one name another means. The same may stand in several files, such as
 * one for each environment: meant is what is in the same file, else in the folder with which most
 * of the path is shared.
 */
public final class Nearest {
    private Nearest() {}

    /** Those that are wanted and equally near; none where none is wanted. */
    public static <T> List<T> of(
            List<T> among, Function<T, SourceFile> file, SourceFile from, Predicate<T> wanted) {
        List<T> nearest = new ArrayList<>(1);
        int best = -1;
        for (T one : among) {
            int near = nearness(file.apply(one), from);
            if (near < best || !wanted.test(one)) {
                continue;
            }
            if (near > best) {
                nearest.clear();
                best = near;
            }
            nearest.add(one);
        }
        return nearest;
    }

    private static int nearness(SourceFile one, SourceFile other) {
        if (one.path().equals(other.path())) {
            return Integer.MAX_VALUE;
        }
        String[] first = one.folder().split("/", -1);
        String[] second = other.folder().split("/", -1);
        int same = 0;
        while (same < first.length && same < second.length && first[same].equals(second[same])) {
            same++;
        }
        return same;
    }
}
