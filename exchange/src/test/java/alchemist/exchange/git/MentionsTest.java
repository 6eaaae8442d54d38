package alchemist.exchange.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    private final Mentions mentions =
            new Mentions(Remotes.of(List.of("git@github.com:Acme/Tool.git")));

    /** As {@code #12 pull merges}. */
    private String in(String message) {
        return mentions.in(message).stream()
                .map(MentionsTest::told)
                .collect(Collectors.joining(", "));
    }

    private static String told(Mention mention) {
        return (mention.place().isEmpty() ? "" : mention.place() + " ")
                + mention.name()
                + (mention.pull() ? " pull" : "")
                + (mention.closes() ? " closes" : "")
                + (mention.merges() ? " merges" : "");
    }

    @Test
    void numbersAreIssuesOfTheRepository() {
        assertEquals("12", in("Mend the parser, see #12"));
        assertEquals("12, 7, 8", in("Mend\n\nRefs: #12, #7 and (#8)."));
        assertEquals("12", in("#12: mend the parser"));
        assertEquals("12345, 5", in("gh-12345: speed up, like GH-5"));
        assertEquals("1", in("Issue #1 again"));
        assertEquals("12", in("See acme/tool#12"));
        assertEquals("12", in("See https://github.com/acme/tool/issues/12#issuecomment-99"));
    }

    @Test
    void whatClosesAnIssueSaysSo() {
        assertEquals("12 closes", in("Fixes #12"));
        assertEquals("12 closes, 13", in("Closes: #12, about #13"));
        assertEquals("12 closes", in("Resolved https://github.com/acme/tool/issues/12."));
        assertEquals("12", in("Prefixes #12"));
        assertEquals("ABC-7 closes, ABC-8 closes", in("Mend it\n\nFixes: ABC-7, ABC-8"));
        assertEquals("github.com/other/lib 3 closes", in("Fix other/lib#3"));
    }

    @Test
    void pullRequestsAreToldFromIssues() {
        assertEquals("12 pull merges", in("Merge pull request #12 from ann/branch\n\nMend it"));
        assertEquals("12 pull merges", in("Mend the parser (#12)"));
        assertEquals("15 pull merges, 12", in("bug (#12): mend (#15)"));
        assertEquals("123 pull merges", in("Mend the background (#123)"));
        assertEquals("12 pull merges", in("Merged PR 12: Mend it"));
        assertEquals("12 pull merges", in("Merged in fix/x (pull request #12)"));
        assertEquals("12 pull", in("As said in PR #12"));
        assertEquals("12 pull", in("See https://github.com/Acme/Tool/pull/12/files"));
        assertEquals(
                "github.com/group/sub/proj 9 pull merges",
                in("Merge branch 'x' into 'main'\n\nSee merge request group/sub/proj!9"));
        assertEquals("12 pull merges", in("Merge branch 'x'\n\nSee merge request acme/tool!12"));
    }

    @Test
    void othersAreTheirProjects() {
        assertEquals("github.com/other/lib 12", in("Like Other/Lib#12"));
        assertEquals(
                "github.com/other/lib 12",
                in("See [#12](https://github.com/other/lib/pull/12)").replace(" pull", ""));
        assertEquals(
                "gitlab.example.org/a/b/c 4", in("https://gitlab.example.org/a/b/c/-/issues/4"));
        assertEquals(
                "gitlab.example.org/a/b/c 4 pull",
                in("<https://gitlab.example.org/a/b/c/-/merge_requests/4>"));
        assertEquals("example.org/a/b 4", in("http://example.org:8080/a/b/issues/4, and more"));
    }

    @Test
    void keysOfTicketsStandWhereTheyAreMeant() {
        assertEquals("ABC-12", in("ABC-12 mend the parser"));
        assertEquals("ABC-12", in("ABC-12: mend the parser"));
        assertEquals("ABC-12", in("[ABC-12] mend the parser"));
        assertEquals("ABC-12", in("feat(ui): ABC-12 mend the parser"));
        assertEquals("ABC-12", in("feat(ABC-12): mend the parser"));
        assertEquals("ABC-12", in("Mend the parser (ABC-12)"));
        assertEquals("ABC-12, X2Y-3", in("Mend\n\nJira: ABC-12\nSee X2Y-3"));
        assertEquals("ABC-12", in("See https://jira.example.org/browse/ABC-12?x=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Make the border #123",
                "Use color #333, not #444444",
                "Use #fff and #a1b2c3",
                "Escape &#123; and &#8217;",
                "Link to page.html#12 and docs/a.md#3",
                "See https://example.org/list#12",
                "See https://example.org/issues/12",
                "See https://togithub.com/a/b/pull/4",
                "Use C#7 and F#4",
                "Part #2 of the work",
                "Attempt #3",
                "It is the #1 reason",
                "Number #0 and #007 and #12345678",
                "Version #1.2 and #1-introduction and #5%",
                "Code:\n```\nsee #12\n```\nend",
                "Code:\n\n    see #12\n\nend",
                "Code:\n\n\tsee #12",
                "The name `#12` is odd",
                "Crash:\n#0  0x00007f in raise ()\n#1  0x00007f in abort ()\n#2 main (argc=1)",
                "Support UTF-8 and SHA-256",
                "UTF-8: decode it",
                "[RFC-2119] words",
                "See ISO-8859 (CVE-2021-1234)",
                "SHA-512: add",
                "Use ABC-12 as the name",
                "Merge branch 'feature/ABC-12-x'",
                "A-1: too short",
                "Say a/b/c#4 and ./x/y#5",
                "@scope/pkg#12",
                "mail ann@example.org",
                "no mention at all",
                ""
            })
    void whatIsNoMentionIsNone(String message) {
        assertEquals("", in(message));
    }

    @Test
    void indentedLinesOfAListAreProse() {
        assertEquals("12", in("Mend\n\n- the parser\n    as in #12"));
        assertEquals("12", in("    #12 is mended"));
    }

    @Test
    void aListOfHundredsIsNoneOfThem() {
        String all =
                IntStream.rangeClosed(100, 100 + Mentions.MOST)
                        .mapToObj(i -> "#" + i)
                        .collect(Collectors.joining(" "));
        assertEquals(List.of(), mentions.in(all));
        assertEquals("9 pull merges", in("Bump x (#9)\n\n" + all));
        assertEquals(Mentions.MOST, mentions.in(all.substring(5)).size());
    }

    @Test
    void longMessagesTakeNoTime() {
        List<String> hostile =
                List.of(
                        "https://" + "a/".repeat(40_000) + "issues/1",
                        "a".repeat(60_000) + "#1",
                        "A/".repeat(30_000) + "#1",
                        "fix ".repeat(20_000) + "#",
                        "See merge request " + "a/".repeat(30_000) + "!",
                        "`".repeat(60_001) + "#1",
                        "Merged in " + "(pull request ".repeat(5_000),
                        "feat(" + "(".repeat(60_000) + "): ABC-1",
                        "ABC-1, ".repeat(9_000),
                        "#".repeat(60_000) + "1");
        for (String message : hostile) {
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> mentions.in(message));
        }
    }

    @Test
    void aRemoteIsKnownHoweverItIsWritten() {
        for (String url :
                List.of(
                        "https://github.com/acme/tool",
                        "https://ann:secret@github.com/acme/tool.git/",
                        "ssh://git@github.com:22/acme/tool.git",
                        "git@github.com:acme/tool.git",
                        "github.com:acme/tool")) {
            Remotes remotes = Remotes.of(List.of(url));
            assertEquals("", remotes.place("GitHub.com", "acme/tool"), url);
            assertEquals("", remotes.place("", "Acme/Tool"), url);
            assertEquals("github.com/acme/other", remotes.place("", "acme/other"), url);
        }
        Remotes local = Remotes.of(List.of("/srv/repo.git", "../other", "file:///srv/x"));
        assertEquals("github.com/a/b", local.place("", "a/b"));
        Remotes elsewhere = Remotes.of(List.of("git@git.example.org:a/b.git"));
        assertEquals("git.example.org/c/d", elsewhere.place("", "c/d"));
    }
}
