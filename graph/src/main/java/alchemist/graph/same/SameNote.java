package alchemist.graph.same;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A note and what it is about: one that is linked but not written, and the page or the type of its
 * name; or a page that is called like a type of several words.
 */
final class SameNote implements Rule {
    private static final String UNWRITTEN = "Unwritten note";

    @Override
    public void clues(Look look, Consumer<String> clues) {
        String words = words(look);
        if (!words.isEmpty() && !Words.sayLittle(words)) {
            clues.accept(words);
        }
    }

    private static String words(Look look) {
        if (look.is(UNWRITTEN)) {
            return Words.of(look.name());
        }
        if (look.is("Page")) {
            int dot = look.name().lastIndexOf('.');
            return Words.of(dot > 0 ? look.name().substring(0, dot) : look.name());
        }
        Notation notation = Notation.of(look);
        String words = notation != null && notation.isCode() ? Words.of(look.name()) : "";
        return Words.areSeveral(words) && !look.isOfTest() ? words : "";
    }

    @Override
    public void propose(String clue, List<Look> alike, SeenGraph graph, Proposals proposals) {
        List<Look> unwritten = new ArrayList<>();
        List<Look> pages = new ArrayList<>();
        List<Look> types = new ArrayList<>();
        for (Look look : alike) {
            (look.is(UNWRITTEN) ? unwritten : look.is("Page") ? pages : types).add(look);
        }
        @Nullable Look page = pages.size() == 1 ? pages.getFirst() : null;
        @Nullable Look type = types.size() == 1 ? types.getFirst() : null;
        for (Look note : unwritten) {
            if (page != null) {
                add(page, note, 85, "A note that is linked but not written is called", proposals);
            } else if (type != null && pages.isEmpty()) {
                add(type, note, 85, "A note that is linked but not written is called", proposals);
            }
        }
        // A page may be called like a type and be about something else: its title tells.
        if (page != null
                && type != null
                && Words.areSeveral(clue)
                && plain(page.text("title")).equals(clue)) {
            add(type, page, 75, "A page is called", proposals);
        }
    }

    /** The words of a title, without its article. */
    private static String plain(String title) {
        return Words.of(title).replaceFirst("^(the|a) ", "");
    }

    private static void add(Look one, Look other, int score, String what, Proposals proposals) {
        proposals.add(
                one,
                other,
                score,
                what + " like the " + one.told() + ", and nothing else is.",
                one.path().isEmpty() ? List.of(other.name()) : List.of(other.name(), one.path()));
    }
}
