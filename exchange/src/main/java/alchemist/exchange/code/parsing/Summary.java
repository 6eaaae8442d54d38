package alchemist.exchange.code.parsing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first sentence of what a comment says, as plain text: as Javadoc, KDoc, JSDoc, Doxygen, C#'s
 * XML, Sphinx, rustdoc and Go's doc write it.
 */
final class Summary {
    /** Longer sentences are cut. */
    private static final int MAX_LENGTH = 300;

    /** Fewer letters say nothing. */
    private static final int LEAST_LETTERS = 3;

    private static final Pattern SIGNS = Pattern.compile("^[*!<]++(?=\\s|$)|^/++(?=\\s)");
    private static final Pattern BEGINS =
            Pattern.compile("^[@\\\\](?:brief|summary|desc(?:ription)?|classdesc|fileoverview)\\b");
    private static final Pattern ALONE =
            Pattern.compile(
                    "^[@\\\\](?:file|class|struct|enum|fn|def|ingroup|internal|module|public"
                            + "|packageDocumentation|template|name|interface|namespace)\\b.*");
    private static final Pattern TAGGED =
            Pattern.compile(
                    "^(?:[@\\\\]|:(?:param|type|returns?|rtype|raises)\\b|<(?:param|returns|exception|typeparam|inheritdoc)\\b)");
    private static final Pattern IN_XML =
            Pattern.compile("<summary>(.*?)(?:</summary>|$)", Pattern.DOTALL);
    private static final Pattern XML_REFERENCE =
            Pattern.compile(
                    "<(?:see|seealso|paramref|typeparamref)\\s+\\w+=\"(?:[A-Z]:)?([^\"]{0,200})\"\\s*/?>");
    private static final Pattern TAG = Pattern.compile("\\{@(\\w+)\\s*+([^{}]*+)\\}");
    private static final Pattern HTML =
            Pattern.compile(
                    "</?(?:a|abbr|b|br|c|cite|code|em|h[1-6]|i|kbd|li|ol|p|para|pre|samp|small|span"
                            + "|strong|sub|sup|tt|u|ul|var|value|remarks)(?:\\s[^<>]{0,200})?/?>");
    private static final Pattern ROLE =
            Pattern.compile(":[a-z:]{1,20}:`[~!]?([^`<]{1,200})(?:<[^`>]{0,200}>)?`");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{1,200})]\\([^()]{0,300}\\)");
    private static final Pattern CODE_LINK =
            Pattern.compile("\\[(`[^`\\[\\]]{1,200}`)](?:\\[[^\\[\\]]{0,200}])?");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern SAYS_NOTHING =
            Pattern.compile(
                    "^(?:copyright|\\(c\\)|©|licen[sc]ed?\\b|spdx|all rights|todo\\b|fixme\\b|xxx\\b"
                            + "|hack\\b|noinspection|eslint|prettier-|istanbul|clang-|nolint|non-javadoc"
                            + "|\\(non-javadoc\\)|#region|region\\b|@ts-|global ).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> ABBREVIATIONS =
            Set.of("e.g", "i.e", "etc", "vs", "cf", "approx", "incl", "resp", "dr", "mr", "st");

    private Summary() {}

    /** The first sentence of a comment without what encloses it; empty where it says nothing. */
    static String of(String comment) {
        Matcher xml = IN_XML.matcher(comment);
        String text = plain(paragraph(xml.find() ? xml.group(1) : comment));
        if (SAYS_NOTHING.matcher(text).matches() || letters(text) < LEAST_LETTERS) {
            return "";
        }
        return cut(sentence(text));
    }

    /** The same of a comment that may be code which somebody has put out of use. */
    static String ofAny(String comment) {
        String text = of(comment);
        return text.endsWith(";") || text.endsWith("{") || text.endsWith("}") ? "" : text;
    }

    /** The first lines up to an empty one, a tag, or what else does not go on with them. */
    private static String paragraph(String comment) {
        StringBuilder text = new StringBuilder();
        for (String written : comment.split("\n", -1)) {
            String line = SIGNS.matcher(written.strip()).replaceFirst("").strip();
            Matcher begins = BEGINS.matcher(line);
            if (begins.find()) {
                line = line.substring(begins.end()).strip();
            } else if (text.isEmpty() && ALONE.matcher(line).matches()) {
                continue;
            } else if (TAGGED.matcher(line).find()) {
                break;
            }
            boolean ends = letters(line) == 0 || line.startsWith("#") || line.startsWith("```");
            if (!text.isEmpty() && (ends || line.startsWith("<p>") || line.startsWith("<ul>"))) {
                break;
            }
            if (!ends) {
                text.append(line).append(' ');
            }
        }
        return text.toString();
    }

    private static String plain(String text) {
        String said = TAG.matcher(text).replaceAll(Summary::tag);
        said = XML_REFERENCE.matcher(said).replaceAll("$1");
        said = HTML.matcher(said).replaceAll("");
        said = ROLE.matcher(said).replaceAll("$1");
        said = CODE_LINK.matcher(said).replaceAll("$1");
        said = LINK.matcher(said).replaceAll("$1");
        said =
                said.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&nbsp;", " ")
                        .replace("&#64;", "@")
                        .replace("&amp;", "&")
                        .replace("``", "`");
        return SPACE.matcher(said).replaceAll(" ").strip();
    }

    /** What an inline tag of Javadoc shows. */
    private static String tag(MatchResult tag) {
        String said = tag.group(2).strip();
        String shown =
                switch (tag.group(1)) {
                    case "link", "linkplain" -> link(said);
                    case "inheritDoc" -> "";
                    default -> said;
                };
        return Matcher.quoteReplacement(shown);
    }

    /** The label of a link; without one where it leads. */
    private static String link(String said) {
        int open = said.indexOf('(');
        int space = said.indexOf(' ');
        int label = open >= 0 && open < space ? said.indexOf(' ', said.indexOf(')')) : space;
        if (label > 0) {
            return said.substring(label + 1).strip();
        }
        return said.startsWith("#") ? said.substring(1) : said.replace('#', '.');
    }

    private static String sentence(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '。') {
                return text.substring(0, i + 1);
            }
            boolean ends = sign == '.' || sign == '!' || sign == '?';
            if (ends && isEnd(text, i)) {
                return text.substring(0, i + 1);
            }
        }
        return text;
    }

    /**
     * Whether a sentence ends with a sign: nothing follows, or another begins, and it is no
     * abbreviation.
     */
    private static boolean isEnd(String text, int at) {
        if (at + 1 == text.length()) {
            return true;
        }
        boolean goesOn = at + 2 < text.length() && Character.isLowerCase(text.charAt(at + 2));
        if (text.charAt(at + 1) != ' ' || goesOn) {
            return false;
        }
        String word = text.substring(text.lastIndexOf(' ', at) + 1, at).toLowerCase(Locale.ROOT);
        String bare = word.startsWith("(") ? word.substring(1) : word;
        return bare.length() > 1 && !ABBREVIATIONS.contains(bare);
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int space = text.lastIndexOf(' ', MAX_LENGTH - 1);
        int end = space > MAX_LENGTH / 2 ? space : MAX_LENGTH - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
