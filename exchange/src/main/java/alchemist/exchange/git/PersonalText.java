package alchemist.exchange.git;

import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds people in texts: the names of those who are known, as whole words, and every e-mail
 * address. A text with people in it becomes a list of its parts, of which theirs are personal.
 */
final class PersonalText {
    /** Shorter names than this are too often just words. */
    static final int SHORTEST_NAME = 3;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,8}");

    private static final Pattern DOMAIN_END = Pattern.compile("\\.[\\p{L}][\\p{L}\\p{N}-]*$");

    private record Name(String text, boolean words, Id subject) {}

    private record Found(int from, int to, Id subject) {}

    private final Map<String, List<Name>> names = new HashMap<>();
    private final Function<String, Id> subjectOfAddress;
    private final Predicate<String> isKnownAddress;

    /**
     * Finds these people.
     *
     * @param names whose name is whose
     * @param subjectOfAddress whose is an address, in lower case
     * @param isKnownAddress whether an address is somebody's who is known, though it may not look
     *     like one
     */
    PersonalText(
            Map<String, Id> names,
            Function<String, Id> subjectOfAddress,
            Predicate<String> isKnownAddress) {
        this.subjectOfAddress = subjectOfAddress;
        this.isKnownAddress = isKnownAddress;
        names.forEach(
                (name, subject) -> {
                    if (name.length() >= SHORTEST_NAME) {
                        this.names
                                .computeIfAbsent(firstWord(name, 0), _ -> new ArrayList<>(1))
                                .add(new Name(name, name.indexOf(' ') > 0, subject));
                    }
                });
        for (List<Name> sameWord : this.names.values()) {
            sameWord.sort(
                    Comparator.<Name>comparingInt(name -> -name.text.length())
                            .thenComparing(Name::text));
        }
    }

    /** The text, or where people are in it, its parts. */
    Value of(String text) {
        List<Found> found = found(text);
        if (found.isEmpty()) {
            return Value.text(text);
        }
        List<Value> parts = new ArrayList<>();
        int at = 0;
        for (Found one : found) {
            if (one.from > at) {
                parts.add(Value.text(text.substring(at, one.from)));
            }
            parts.add(new Value.Personal(one.subject, text.substring(one.from, one.to)));
            at = one.to;
        }
        if (at < text.length()) {
            parts.add(Value.text(text.substring(at)));
        }
        return parts.size() == 1 ? parts.getFirst() : new Value.ListOf(parts);
    }

    private List<Found> found(String text) {
        List<Found> addresses = addresses(text);
        List<Found> found = new ArrayList<>(addresses);
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            while (next < addresses.size() && addresses.get(next).to <= i) {
                next++;
            }
            if (next < addresses.size() && addresses.get(next).from <= i) {
                i = addresses.get(next).to - 1;
            } else if (isWordStart(text, i)) {
                int limit = next < addresses.size() ? addresses.get(next).from : text.length();
                Found name = nameAt(text, i, limit);
                if (name != null) {
                    found.add(name);
                    i = name.to - 1;
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    private List<Found> addresses(String text) {
        List<Found> addresses = new ArrayList<>(0);
        if (text.indexOf('@') < 0) {
            return addresses;
        }
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            int end = matcher.end();
            String address = matcher.group().toLowerCase(Locale.ROOT);
            boolean remote = address.startsWith("git@") && text.startsWith(":", end);
            if (isKnownAddress.test(address) || (!remote && DOMAIN_END.matcher(address).find())) {
                addresses.add(new Found(matcher.start(), end, subjectOfAddress.apply(address)));
            }
        }
        return addresses;
    }

    private @Nullable Found nameAt(String text, int at, int limit) {
        for (Name name : names.getOrDefault(firstWord(text, at), List.of())) {
            int end = at + name.text.length();
            if (end <= limit
                    && text.regionMatches(name.words, at, name.text, 0, name.text.length())
                    && !isWithinWord(text, end)) {
                return new Found(at, end, name.subject);
            }
        }
        return null;
    }

    /** The first word of what stands from here on, in lower case. */
    private static String firstWord(String text, int from) {
        int end = from;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return text.substring(from, Math.max(end, Math.min(from + 1, text.length())))
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isWordStart(String text, int at) {
        return !Character.isWhitespace(text.charAt(at))
                && (at == 0 || !isWord(text.charAt(at - 1)) || !isWord(text.charAt(at)));
    }

    private static boolean isWithinWord(String text, int at) {
        return at < text.length() && isWord(text.charAt(at)) && isWord(text.charAt(at - 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }
}
