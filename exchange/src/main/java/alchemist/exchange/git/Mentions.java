package alchemist.exchange.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the issues and pull requests that messages mention. What could be something else is passed
 * over: a link that is missing is missed less than one that is wrong.
 */
final class Mentions {
    /** More than so many in one message are a list of something, and not told. */
    static final int MOST = 50;

    private static final String NUMBER = "([1-9]\\d{0,6})";
    private static final String KEY = "([A-Z][A-Z0-9]{1,9}-[1-9]\\d{0,6})";
    private static final String CLOSING = "(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)";

    /** Most messages have nothing like a mention. */
    private static final Pattern SIGN = Pattern.compile("[#!-]\\d|://|^Merged PR ");

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"'`)\\]}]+");

    /** What a link of Markdown is called; where it leads counts. */
    private static final Pattern LINKED = Pattern.compile("\\[[^\\]\\n]{1,200}\\](?=\\(https?://)");

    private static final Pattern NUMBERED_URL =
            Pattern.compile(
                    "https?://([\\w.-]+)(?::\\d+)?/([\\w.~-]+(?:/[\\w.~-]+){1,6}?)(?:/-)?"
                            + "/(issues|pull|pulls|merge_requests|pull-requests)/"
                            + NUMBER
                            + "(?![\\w-]).*");
    private static final Pattern KEYED_URL =
            Pattern.compile(
                    "https?://[\\w.-]+(?::\\d+)?(?:/[\\w.-]+)?/browse/" + KEY + "(?![\\w-]).*");

    /** In front of the word after which a mention closes an issue. */
    private static final Pattern CLOSES =
            Pattern.compile("(?<![\\w-])" + CLOSING + ":?\\s+$", Pattern.CASE_INSENSITIVE);

    private static final Pattern MERGE =
            Pattern.compile(
                    "^Merge (?:pull request|PR) #"
                            + NUMBER
                            + "\\b|^Merged PR "
                            + NUMBER
                            + ":"
                            + "|^Merged in .{1,200}\\(pull request #"
                            + NUMBER
                            + "\\)");

    /** As a squashed pull request is called: {@code Mend it (#12)}. */
    private static final Pattern SQUASHED =
            Pattern.compile("\\((?:#|GH-|gh-)" + NUMBER + "\\)\\s*$");

    private static final Pattern MERGE_REQUEST =
            Pattern.compile(
                    "^See merge request ([\\w.~-]+(?:/[\\w.~-]+){1,6})?!" + NUMBER + "\\s*$",
                    Pattern.MULTILINE);
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "(?<![\\w./@-])([A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100})#"
                            + NUMBER
                            + "(?![\\w-])");
    private static final Pattern FILE_NAME =
            Pattern.compile(
                    "\\.(?:md|html?|txt|adoc|rst|xml|json|ya?ml|java|js|tsx?|py|go|rs|c|h|cc|cpp|css|rb)$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN =
            Pattern.compile("(?<![\\w&/#.$@%\\\\-])#" + NUMBER + "(?![\\w#/%])(?!\\.\\d)(?!-\\w)");
    private static final Pattern GITHUB_KEY =
            Pattern.compile("(?<![\\w/.-])(?:GH|gh)-" + NUMBER + "(?![\\w-])");
    private static final Pattern PULL_BEFORE =
            Pattern.compile(
                    "(?<!\\w)(?:pull requests?|PRs?|merge requests?|MRs?)\\s+$",
                    Pattern.CASE_INSENSITIVE);

    /** Words after which a number counts something else. */
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?<!\\w)(?:part|step|phase|attempt|try|take|round|version|option|case|point|item"
                            + "|number|no|test|reason|note|rule|section|chapter|figure|fig|table|line"
                            + "|column|page|thread|cpu|core|frame|process|job|build|run|stage|level"
                            + "|slot|port|channel|pin|arg|argument|param|parameter|bullet|list|example"
                            + "|way|question|day|week|sprint|iteration|revision|rev|alternative"
                            + "|approach|idea|variant|priority|top|rank|class|device|node|commit"
                            + "|patch|comment|review|release|milestone|exercise|lesson|problem"
                            + "|assumption|invariant|theorem|lemma)\\s+$",
                    Pattern.CASE_INSENSITIVE);

    /** As in 'the #1 reason'. */
    private static final Pattern DETERMINER =
            Pattern.compile(
                    "(?<!\\w)(?:the|our|your|my|its|their|a|an)\\s+$", Pattern.CASE_INSENSITIVE);

    private static final Pattern KEY_LIKE = Pattern.compile("[A-Z0-9]-[1-9]");

    /** Where the key of a ticket stands, so that it is one. */
    private static final List<Pattern> KEYED =
            List.of(
                    Pattern.compile("\\A\\s*" + KEY + "(?=[:\\s,]|$)"),
                    Pattern.compile("\\A\\w+(?:\\([^)]*\\))?!?:\\s+" + KEY + "(?=[:\\s,.]|$)"),
                    Pattern.compile("[\\[(]" + KEY + "[\\])]"),
                    Pattern.compile(
                            "(?<![\\w-])(?i:"
                                    + CLOSING
                                    + "|see|refs?|references|issues?|tickets?|bugs?|jira|relates to"
                                    + "|part of)(?::|\\s)\\s*"
                                    + KEY
                                    + "(?![\\w-])(?!\\.\\d)"));

    private static final Pattern NEXT_KEY =
            Pattern.compile("\\G\\s*(?:,|&|and)\\s*" + KEY + "(?![\\w-])(?!\\.\\d)");

    /** Standards and measures that are written like the keys of tickets. */
    private static final Set<String> STANDARDS =
            Set.copyOf(
                    List.of(
                            ("UTF UCS SHA ISO RFC CVE CWE MD AES RSA DES HTTP TLS SSL GPT COVID UTC GMT"
                                            + " PEP JSR JEP IEEE ECMA ANSI BASE CP KOI EUC BIG LATIN"
                                            + " WINDOWS WIN MP USB RS PCI DDR ARM IPV IP TCP UDP ED SECP"
                                            + " BLAKE CRC FIPS NIST POSIX ISBN ASCII PKCS OAUTH HTML CSS"
                                            + " ES JDK JAVA PHP GL EGL VK CUDA SM QT GTK BSD GPL LGPL AGPL"
                                            + " MIT APACHE CC MPL EPL ROT RGB YUV UINT INT FP BF TF KB LTE"
                                            + " TODO FIXME STEP PART PHASE GH PR MR TASK RC PY CLANG GCC"
                                            + " MSVC LLVM DOS OS GB TB KHZ MHZ PS RP SSE AVX")
                                    .split(" ")));

    /** By way of these one leads to issues without mentioning them. */
    private static final Set<String> DETOURS = Set.of("togithub.com", "redirect.github.com");

    private final Remotes remotes;

    /**
     * Finds what the messages of a repository mention.
     *
     * @param remotes tells which project elsewhere is the repository itself
     */
    Mentions(Remotes remotes) {
        this.remotes = remotes;
    }

    /** What a message mentions, each once, in the order of its first mention. */
    List<Mention> in(String message) {
        Map<String, Mention> found = new LinkedHashMap<>();
        if (SIGN.matcher(message).find()) {
            look(message, found);
        }
        List<Mention> all = new ArrayList<>(found.values());
        if (all.size() > MOST) {
            all.removeIf(mention -> !mention.merges());
        }
        return all;
    }

    private void look(String message, Map<String, Mention> found) {
        String prose = Prose.of(message);
        merged(message.stripLeading().lines().findFirst().orElse(""), found);
        String text = prose;
        if (prose.contains("://")) {
            urls(prose, found);
            text = Prose.blank(URL, Prose.blank(LINKED, prose));
        }
        if (text.indexOf('!') >= 0) {
            requested(text, found);
        }
        if (text.indexOf('#') >= 0) {
            elsewhere(text, found);
            own(OWN, text, found);
        }
        if (text.contains("GH-") || text.contains("gh-")) {
            own(GITHUB_KEY, text, found);
        }
        if (KEY_LIKE.matcher(text).find()) {
            keyed(text, found);
        }
    }

    private static void add(Mention mention, Map<String, Mention> found) {
        found.merge(mention.place() + "\0" + mention.name(), mention, Mention::with);
    }

    private void urls(String prose, Map<String, Mention> found) {
        Matcher url = URL.matcher(prose);
        while (url.find()) {
            boolean closes = isAfter(CLOSES, prose, url.start());
            Matcher numbered = NUMBERED_URL.matcher(url.group());
            Matcher keyed = KEYED_URL.matcher(url.group());
            if (numbered.matches() && !DETOURS.contains(numbered.group(1))) {
                String place = remotes.place(numbered.group(1), numbered.group(2));
                boolean pull = !numbered.group(3).equals("issues");
                add(new Mention(place, numbered.group(4), pull, closes, false), found);
            } else if (keyed.matches()) {
                add(new Mention("", keyed.group(1), false, closes, false), found);
            }
        }
    }

    private static void merged(String subject, Map<String, Mention> found) {
        Matcher merge = MERGE.matcher(subject);
        if (merge.find()) {
            for (int i = 1; i <= merge.groupCount(); i++) {
                if (merge.group(i) != null) {
                    add(new Mention("", merge.group(i), true, false, true), found);
                }
            }
        }
        Matcher squashed = SQUASHED.matcher(subject);
        if (squashed.find()) {
            add(new Mention("", squashed.group(1), true, false, true), found);
        }
    }

    private void requested(String text, Map<String, Mention> found) {
        Matcher request = MERGE_REQUEST.matcher(text);
        while (request.find()) {
            String place = request.group(1) == null ? "" : remotes.place("", request.group(1));
            add(new Mention(place, request.group(2), true, false, true), found);
        }
    }

    private void elsewhere(String text, Map<String, Mention> found) {
        Matcher other = ELSEWHERE.matcher(text);
        while (other.find()) {
            if (!FILE_NAME.matcher(other.group(1)).find()) {
                boolean closes = isAfter(CLOSES, text, other.start());
                String place = remotes.place("", other.group(1));
                add(new Mention(place, other.group(2), false, closes, false), found);
            }
        }
    }

    private static void own(Pattern pattern, String text, Map<String, Mention> found) {
        Matcher own = pattern.matcher(text);
        while (own.find()) {
            boolean small = own.group(1).length() == 1;
            if (!isAfter(COUNTED, text, own.start())
                    && !(small && isAfter(DETERMINER, text, own.start()))) {
                boolean pull = isAfter(PULL_BEFORE, text, own.start());
                boolean closes = isAfter(CLOSES, text, own.start());
                add(new Mention("", own.group(1), pull, closes, false), found);
            }
        }
    }

    private static void keyed(String text, Map<String, Mention> found) {
        for (Pattern pattern : KEYED) {
            Matcher keyed = pattern.matcher(text);
            while (keyed.find()) {
                boolean closes = isAfter(CLOSES, text, keyed.start(1));
                addKey(keyed.group(1), closes, found);
                Matcher next = NEXT_KEY.matcher(text).region(keyed.end(1), text.length());
                while (next.find()) {
                    addKey(next.group(1), closes, found);
                }
            }
        }
    }

    private static void addKey(String key, boolean closes, Map<String, Mention> found) {
        String project = key.substring(0, key.indexOf('-'));
        String letters = project.replaceFirst("\\d+$", "");
        if (letters.length() > 1 && !STANDARDS.contains(letters)) {
            add(new Mention("", key, false, closes, false), found);
        }
    }

    /** Whether what stands before a place ends so. */
    private static boolean isAfter(Pattern pattern, String text, int place) {
        int from = Math.max(0, place - 24);
        return pattern.matcher(text.substring(from, place)).find();
    }
}
