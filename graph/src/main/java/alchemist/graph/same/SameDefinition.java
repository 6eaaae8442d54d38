package alchemist.graph.same;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A type of things that is defined in several notations under one name, each time once: where a
 * notation has several of the name, nothing tells which of them is meant.
 */
final class SameDefinition implements Rule {
    private static final String FULL = "full ";
    private static final String NAME = "name ";

    /** Parts by which two definitions can be compared. */
    private static final int FEW_PARTS = 2;

    private static final int SHOWN_PARTS = 5;

    @Override
    public void clues(Look look, Consumer<String> clues) {
        Notation notation = Notation.of(look);
        if (notation == null || look.isOfTest()) {
            return;
        }
        String full = look.text("full name");
        if (notation == Notation.PROTOBUF && full.indexOf('.') > 0) {
            clues.accept(FULL + full);
        }
        String words = Words.of(name(look, notation));
        if (!Words.sayLittle(words)) {
            clues.accept(NAME + words);
        }
    }

    /** Of a table without its schema. */
    private static String name(Look look, Notation notation) {
        String name = look.name();
        return notation == Notation.TABLE ? name.substring(name.lastIndexOf('.') + 1) : name;
    }

    @Override
    public void propose(String clue, List<Look> alike, SeenGraph graph, Proposals proposals) {
        if (clue.startsWith(FULL)) {
            copies(clue.substring(FULL.length()), alike, proposals);
        } else {
            notations(clue.substring(NAME.length()), alike, proposals);
        }
    }

    private static void copies(String full, List<Look> alike, Proposals proposals) {
        for (Look other : alike.subList(1, alike.size())) {
            Look one = alike.getFirst();
            Comparison parts = Comparison.of(one, other);
            if (!parts.differ()) {
                proposals.add(
                        one,
                        other,
                        parts.agree() ? 97 : 92,
                        "Both are the message " + full + ", defined by two files.",
                        parts.with(List.of(one.path(), other.path())));
            }
        }
    }

    private static void notations(String words, List<Look> alike, Proposals proposals) {
        Map<Notation, Look> one = new EnumMap<>(Notation.class);
        Set<Notation> several = new LinkedHashSet<>();
        for (Look look : alike) {
            Notation notation = Notation.of(look);
            if (notation != null) {
                @Nullable Look other = one.putIfAbsent(notation, look);
                if (other != null && !isCopy(other, look, notation)) {
                    several.add(notation);
                }
            }
        }
        one.keySet().removeAll(several);
        @Nullable Notation first = one.keySet().stream().findFirst().orElse(null);
        if (first == null) {
            return;
        }
        Look hub = one.get(first);
        one.forEach(
                (notation, look) -> {
                    if (hub != null && notation != first) {
                        propose(words, hub, first, look, notation, proposals);
                    }
                });
    }

    /** Whether others of the notation mean the same for sure. */
    private static boolean isCopy(Look one, Look other, Notation notation) {
        return switch (notation) {
            case DRAWN -> !one.page().isEmpty() && one.page().equals(other.page());
            case PROTOBUF -> one.text("full name").equals(other.text("full name"));
            default -> false;
        };
    }

    private static void propose(
            String words,
            Look one,
            Notation notation,
            Look other,
            Notation otherNotation,
            Proposals proposals) {
        Comparison parts = Comparison.of(one, other);
        boolean several = Words.areSeveral(words);
        boolean code = notation.isCode() && otherNotation.isCode();
        if (code && !(isData(one) && isData(other) && isCalledAlike(one, other))) {
            return; // what does something in two languages is two
        }
        if (one.is("Enumeration") != other.is("Enumeration")) {
            return; // the one lists values, the other has parts
        }
        if (parts.differ() || (!several && !parts.agree() && (code || !areNear(one, other)))) {
            return;
        }
        int score = several ? 90 : 82;
        score += parts.agree() ? 7 : 0;
        score -= code ? 10 : 0;
        score -= one.sharesPlace(other) ? 0 : 5;
        proposals.add(
                one,
                other,
                score,
                "'"
                        + one.name()
                        + "' is "
                        + notation.told()
                        + ", '"
                        + other.name()
                        + "' "
                        + otherNotation.told()
                        + "; no other there has that name.",
                parts.with(List.of(one.where(), other.where())));
    }

    private static boolean isData(Look look) {
        return !look.is("Class");
    }

    private static boolean isCalledAlike(Look one, Look other) {
        return Words.list(one.name()).equals(Words.list(other.name()));
    }

    /** Whether both are read at one place, and there in one folder below the top. */
    private static boolean areNear(Look one, Look other) {
        String top = top(one.where());
        String otherTop = top(other.where());
        return one.sharesPlace(other)
                && (top.isEmpty() || otherTop.isEmpty() || top.equals(otherTop));
    }

    private static String top(String path) {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    /**
     * How the parts of two definitions compare.
     *
     * @param both parts that both have
     * @param fewer how many parts the one with fewer has; 0 where one of them tells none
     */
    private record Comparison(List<String> both, int fewer) {
        static Comparison of(Look one, Look other) {
            Set<String> parts = plain(one);
            Set<String> others = plain(other);
            List<String> both = new ArrayList<>(parts);
            both.retainAll(others);
            return new Comparison(both, Math.min(parts.size(), others.size()));
        }

        private static Set<String> plain(Look look) {
            Set<String> parts = new LinkedHashSet<>();
            for (String part : look.parts()) {
                parts.add(part.replaceAll("[^\\p{L}\\p{N}]", ""));
            }
            return parts;
        }

        boolean agree() {
            return fewer >= FEW_PARTS && both.size() * 2 >= fewer;
        }

        boolean differ() {
            return fewer >= FEW_PARTS && both.size() * 4 < fewer;
        }

        List<String> with(List<String> evidence) {
            List<String> all = new ArrayList<>(evidence);
            all.removeIf(String::isEmpty);
            if (!both.isEmpty()) {
                List<String> shown = both.subList(0, Math.min(SHOWN_PARTS, both.size()));
                all.add("both have " + String.join(", ", shown));
            }
            return all;
        }
    }
}
