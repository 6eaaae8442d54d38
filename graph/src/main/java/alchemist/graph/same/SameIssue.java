package alchemist.graph.same;

import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An issue that its own repository tells by its number alone, and another one, or a full address,
 * by the project.
 */
final class SameIssue implements Rule {
    private static final Set<String> TYPES = Set.of("Issue", "PullRequest");

    @Override
    public void clues(Look look, Consumer<String> clues) {
        if (look.isAny(TYPES) && look.properties().find("number") instanceof Value.Int number) {
            String project = look.text("project");
            if (!project.isEmpty()) {
                clues.accept(last(project) + "#" + number.value());
            } else {
                for (String place : look.places()) {
                    clues.accept(last(place) + "#" + number.value());
                }
            }
        }
    }

    private static String last(String path) {
        String plain = path.endsWith(".git") ? path.substring(0, path.length() - 4) : path;
        return plain.substring(plain.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public void propose(String clue, List<Look> alike, SeenGraph graph, Proposals proposals) {
        Look own = null;
        for (Look one : alike) {
            if (one.text("project").isEmpty()) {
                if (own != null) {
                    return; // two repositories of one name
                }
                own = one;
            }
        }
        for (Look other : alike) {
            if (own != null && !other.text("project").isEmpty()) {
                proposals.add(
                        own,
                        other,
                        90,
                        "'"
                                + other.name()
                                + "' names a project that is called like the repository which calls"
                                + " the same number its own.",
                        List.of(own.name(), other.text("project")));
            }
        }
    }
}
