package alchemist.exchange.markdown;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What the headings of a page are called in links to them, as GitHub does it. */
final class Anchors {
    private final Set<String> taken = new HashSet<>();

    /** The anchor of the next heading, different from those before. */
    String next(String heading) {
        String plain = of(heading);
        String anchor = plain;
        for (int i = 1; !taken.add(anchor); i++) {
            anchor = plain + "-" + i;
        }
        return anchor;
    }

    /** Letters, digits, underscores and hyphens in lower case; spaces become hyphens. */
    static String of(String heading) {
        StringBuilder anchor = new StringBuilder();
        heading.strip()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(
                        c -> {
                            if (Character.isLetterOrDigit(c)
                                    || c == '_'
                                    || c == '-'
                                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                                anchor.appendCodePoint(c);
                            } else if (c == ' ') {
                                anchor.append('-');
                            }
                        });
        return anchor.toString();
    }
}
