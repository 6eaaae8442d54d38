package alchemist.server.cli;

import static alchemist.server.cli.Fields.objects;
import static alchemist.server.cli.Fields.text;

import alchemist.kernel.value.Properties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The imports that have not ended. */
final class UnderWay {
    private UnderWay() {}

    /**
     * Those of a state, of an answer that lists imports.
     *
     * @param which the id or the place of one; null: all
     * @throws Failure when there is none of that id or place
     */
    static List<Properties> of(Properties answer, String state, @Nullable String which)
            throws Failure {
        List<Properties> found =
                objects(answer, "imports").stream()
                        .filter(one -> text(one, "state").equals(state))
                        .filter(one -> which == null || isMeant(one, which))
                        .toList();
        if (found.isEmpty() && which != null) {
            throw new Failure("no import of '" + which + "' is " + state);
        }
        return found;
    }

    private static boolean isMeant(Properties one, String which) {
        return text(one, "id").equals(which)
                || text(one, "label").equals(which)
                || text(one, "path").equals(which);
    }
}
