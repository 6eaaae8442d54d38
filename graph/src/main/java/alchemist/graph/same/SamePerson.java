package alchemist.graph.same;

import alchemist.graph.read.Bots;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** People whose names, or whose addresses, are the same. */
final class SamePerson implements Rule {
    /** More people than this of one name are several people. */
    private static final int MOST_OF_A_NAME = 8;

    private static final int SHORTEST_LOCAL = 5;

    /** Addresses that are those of many. */
    private static final Set<String> SHARED =
            Set.of(
                    "admin",
                    "contact",
                    "developer",
                    "devops",
                    "email",
                    "github",
                    "gitlab",
                    "hello",
                    "infos",
                    "mailing",
                    "maintainer",
                    "maintainers",
                    "nobody",
                    "noreply",
                    "no-reply",
                    "office",
                    "support",
                    "ubuntu",
                    "username",
                    "vagrant",
                    "webmaster",
                    "you",
                    "root",
                    "user",
                    "info",
                    "team");

    @Override
    public void clues(Look look, Consumer<String> clues) {
        if (!look.is("Person") || Bots.has(look.name())) {
            return;
        }
        String mail = mail(look);
        if (!mail.isEmpty()) {
            clues.accept("mail " + mail);
        }
        String name = name(look);
        if (Words.areSeveral(name)) {
            clues.accept("name " + name);
        }
        for (String local : List.of(local(mail), name.replace(" ", ""))) {
            if (local.length() >= SHORTEST_LOCAL && !SHARED.contains(local)) {
                clues.accept("local " + local);
            }
        }
    }

    /** As people write names, in any case; a name that is an address is none. */
    private static String name(Look look) {
        return look.name().indexOf('@') >= 0 ? "" : String.join(" ", Words.list(look.name()));
    }

    private static String mail(Look look) {
        String mail = look.text("email").isEmpty() ? look.text("mail") : look.text("email");
        return mail.indexOf('@') > 0 ? mail.strip().toLowerCase(Locale.ROOT) : "";
    }

    /** Before the at sign, without what hosts of repositories and people add to it. */
    private static String local(String mail) {
        int at = mail.indexOf('@');
        if (at < 0) {
            return "";
        }
        String local = mail.substring(0, at);
        int plus = local.indexOf('+');
        if (plus > 0) {
            boolean number = local.substring(0, plus).chars().allMatch(Character::isDigit);
            local = number ? local.substring(plus + 1) : local.substring(0, plus);
        }
        return Words.bare(local).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Override
    public void propose(String clue, List<Look> alike, SeenGraph graph, Proposals proposals) {
        if (alike.size() > MOST_OF_A_NAME) {
            return;
        }
        String what = clue.substring(0, clue.indexOf(' '));
        for (int i = 1; i < alike.size(); i++) {
            Look other = alike.get(i);
            switch (what) {
                case "mail" ->
                        proposals.add(
                                alike.getFirst(),
                                other,
                                98,
                                reason("the same e-mail address", alike.getFirst(), other),
                                evidence(alike.getFirst(), other));
                case "name" -> sameName(alike, i, proposals);
                default -> sameLocal(alike, i, proposals);
            }
        }
    }

    /** Rows of one table of which only the names are the same are several people. */
    private static void sameName(List<Look> alike, int i, Proposals proposals) {
        Look other = alike.get(i);
        for (int k = 0; k < i; k++) {
            Look one = alike.get(k);
            boolean mails = !mail(one).isEmpty() && !mail(other).isEmpty();
            if (mails || (one.group() != other.group() && !one.sharesPlace(other))) {
                boolean local = mails && local(mail(one)).equals(local(mail(other)));
                proposals.add(
                        one,
                        other,
                        local ? 97 : 93,
                        reason("the same full name", one, other),
                        evidence(one, other));
                return;
            }
        }
    }

    /** One of them goes by what the other's address begins with, or both have the same surname. */
    private static void sameLocal(List<Look> alike, int i, Proposals proposals) {
        Look other = alike.get(i);
        for (int k = 0; k < i; k++) {
            Look one = alike.get(k);
            if (agree(one, other)) {
                proposals.add(
                        one,
                        other,
                        85,
                        reason("the same name before the @, and names that agree", one, other),
                        evidence(one, other));
                return;
            }
        }
    }

    private static boolean agree(Look one, Look other) {
        List<String> names = Words.list(one.name());
        List<String> others = Words.list(other.name());
        boolean noMail = mail(one).isEmpty() && mail(other).isEmpty();
        if (names.isEmpty() || others.isEmpty() || noMail) {
            return false;
        }
        if (names.size() > 1 && others.size() > 1) {
            return names.getLast().equals(others.getLast())
                    && names.getFirst().charAt(0) == others.getFirst().charAt(0);
        }
        String joined = String.join("", names);
        String otherJoined = String.join("", others);
        Set<String> known = new HashSet<>(List.of(local(mail(one)), local(mail(other))));
        // Of two who share a first name and nothing else nobody knows whether they are one.
        return known.contains(joined) || known.contains(otherJoined);
    }

    private static String reason(String what, Look one, Look other) {
        return "Both have " + what + ": '" + one.name() + "' and '" + other.name() + "'.";
    }

    private static List<String> evidence(Look one, Look other) {
        List<String> evidence = new ArrayList<>();
        for (Look look : List.of(one, other)) {
            String mail = mail(look);
            evidence.add(mail.isEmpty() ? look.name() : look.name() + " <" + mail + ">");
        }
        return evidence;
    }
}
