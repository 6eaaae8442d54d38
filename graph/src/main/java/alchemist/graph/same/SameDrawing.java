package alchemist.graph.same;

import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What several diagrams of one page draw under one name: within a diagram two nodes are two. */
final class SameDrawing implements Rule {
    private static final Set<String> NOTHING = Set.of("Start", "End", "Decision", "Note");

    @Override
    public void clues(Look look, Consumer<String> clues) {
        String words = String.join(" ", Words.list(look.name()));
        if (!look.page().isEmpty() && !look.isAny(NOTHING) && !Words.sayLittle(words)) {
            clues.accept(look.page() + "\0" + words);
        }
    }

    @Override
    public void propose(String clue, List<Look> alike, SeenGraph graph, Proposals proposals) {
        List<Look> single = new ArrayList<>();
        for (Look look : alike) {
            boolean twice =
                    alike.stream()
                            .anyMatch(
                                    other ->
                                            other.node() != look.node()
                                                    && other.diagram() == look.diagram());
            if (!twice && (single.isEmpty() || single.getFirst().sharesPlace(look))) {
                single.add(look);
            }
        }
        for (int i = 1; i < single.size(); i++) {
            Look one = single.getFirst();
            Look other = single.get(i);
            proposals.add(
                    one,
                    other,
                    one.types().equals(other.types()) ? 90 : 80,
                    "Two diagrams of "
                            + one.page()
                            + " draw one thing of this name each: "
                            + one.told()
                            + ".",
                    List.of(line(one), line(other)));
        }
    }

    private static String line(Look look) {
        return look.properties().find("line") instanceof Value.Int(long line)
                ? look.told() + ", line " + line
                : look.told();
    }
}
