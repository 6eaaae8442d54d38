package alchemist.exchange.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.markdown.Document.Link;
import alchemist.exchange.markdown.Document.LinkKind;
import alchemist.exchange.markdown.Document.Mention;
import alchemist.exchange.markdown.Document.Section;
import alchemist.exchange.markdown.Document.Tag;
import alchemist.exchange.markdown.Document.Task;
import alchemist.kernel.value.Value;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentParserTest {
    @Test
    void headingsAreSectionsWithinSections() {
        Document page =
                DocumentParser.parse(
                        """
                        Before.

                        # The *bones* of `it`

                        ## Setup!

                        Under
                        -----

                        ### Deep & deeper

                        # Setup
                        """);
        assertEquals("The bones of it", page.title());
        assertEquals(
                List.of(
                        new Section("The bones of it", "the-bones-of-it", 1, -1, 3),
                        new Section("Setup!", "setup", 2, 0, 5),
                        new Section("Under", "under", 2, 0, 7),
                        new Section("Deep & deeper", "deep--deeper", 3, 2, 10),
                        new Section("Setup", "setup-1", 1, -1, 12)),
                page.sections());
    }

    @Test
    void linksOfEveryKindAreFoundWhereTheyStand() {
        Document page =
                DocumentParser.parse(
                        """
                        # A
                        See [the map](docs/map.md#zoom "title") and [[Other note#Part|that]]
                        or ![a picture](img/a.png), ![[Embedded]], <https://a.example/x>,
                        https://b.example/y. [ref]

                        | [[In|a\\|table]] |

                            [not](code.md) [[nor this]]

                        `[nor](this.md)` <a href="h.html">h</a>

                        [ref]: r.md
                        """);
        assertEquals(
                List.of(
                        link(LinkKind.WIKI, "Other note#Part", "that", 2),
                        link(LinkKind.EMBED, "Embedded", "Embedded", 3),
                        link(LinkKind.LINK, "https://b.example/y", "https://b.example/y", 4),
                        link(LinkKind.LINK, "docs/map.md#zoom", "the map", 2),
                        link(LinkKind.IMAGE, "img/a.png", "a picture", 3),
                        link(LinkKind.LINK, "https://a.example/x", "https://a.example/x", 3),
                        link(LinkKind.LINK, "r.md", "ref", 4),
                        link(LinkKind.WIKI, "In", "a|table", 6),
                        link(LinkKind.LINK, "h.html", "h.html", 10)),
                page.links());
        assertEquals(List.of(new Mention("[nor](this.md)", 0, 10)), page.mentions());
    }

    private static Link link(LinkKind kind, String target, String text, int line) {
        return new Link(kind, target, text, 0, line);
    }

    @Test
    void frontMatterGivesTitleTagsAliasesAndProperties() {
        Document page =
                DocumentParser.parse(
                        """
                        ---
                        title: A note
                        tags: [one, two/three]
                        aliases:
                          - Another
                          - 1984
                        created: 2025-06-17
                        rating: 4.5
                        draft: true
                        nested: {a: [1, null]}
                        ---
                        # Not the title #four and #5, nor a#b or #1
                        """);
        assertEquals("A note", page.title());
        assertEquals(List.of("Another", "1984"), page.aliases());
        assertEquals(
                List.of(new Tag("one", 0), new Tag("two/three", 0), new Tag("four", 12)),
                page.tags());
        assertEquals(new Value.Date(20256), page.frontMatter().get("created"));
        assertEquals(new Value.Real(4.5), page.frontMatter().get("rating"));
        assertEquals(Value.flag(true), page.frontMatter().get("draft"));
        assertEquals(4, page.frontMatter().size());
        assertEquals(12, page.sections().getFirst().line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [*a, *a]",
                "? &k [[*k, *k], [*k, *k]]\n: 1",
                "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: &d [*c,*c,*c]\n"
                        + "e: &e [*d,*d,*d]\nf: &f [*e,*e]\ng: &g [*f,*f]\nh: [*g,*g]"
            })
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aliasesOfFrontMatterThatStandForWithoutEndEndInWords(String yaml) {
        String much = yaml.replace("x,", "x,".repeat(1_000));
        Document page = DocumentParser.parse("---\n" + much + "\n---\n# Title\n");
        assertTrue(page.problems().toString().contains("front matter"), page.problems()::toString);
        assertEquals(0, page.frontMatter().size());
    }

    @Test
    void frontMatterThatIsNoYamlIsToldAndTheRestIsRead() {
        Document page = DocumentParser.parse("---\na: [1\nb: }\n---\n# Title\n");
        assertEquals("Title", page.title());
        assertEquals(1, page.problems().size());
        assertTrue(page.problems().getFirst().what().contains("is no YAML"));
        assertEquals("T", DocumentParser.parse("---\n# T\n").title());
        assertEquals(0, DocumentParser.parse("---\n\njust text\n\n---\n").frontMatter().size());
    }

    @Test
    void aBombOfAliasesIsNoYaml() {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertEquals(1, DocumentParser.parse(bomb + "---\n").problems().size());
    }

    @Test
    void tasksAndDiagramsAndFilesThatFencesName() {
        Document page =
                DocumentParser.parse(
                        """
                        - [ ] buy *milk*
                        - [x] call `home`
                          - [-] given up
                        - [link](a.md) is no task
                        1. [ ] numbered

                        ```mermaid
                        graph TD
                        ```

                        ```java title="src/A.java"
                        // src/B.java
                        ```
                        """);
        assertEquals(
                List.of(
                        new Task("buy milk", false, -1, 1),
                        new Task("call", true, -1, 2),
                        new Task("given up", true, -1, 3),
                        new Task("numbered", false, -1, 5)),
                page.tasks());
        assertEquals("graph TD\n", page.diagrams().getFirst().text());
        assertEquals(8, page.diagrams().getFirst().line());
        assertEquals(
                List.of("home", "src/A.java", "src/B.java"),
                page.mentions().stream().map(Mention::text).toList());
    }

    @Test
    void nestingHasNoEnd() {
        assertEquals(0, DocumentParser.parse(">".repeat(100_000) + "a").sections().size());
        assertEquals(0, DocumentParser.parse("[".repeat(50_000)).links().size());
        assertEquals(0, DocumentParser.parse("- ".repeat(50_000) + "x").tasks().size());
        assertEquals(
                "a", DocumentParser.parse("# " + "*".repeat(999) + "a").title().substring(999));
    }

    @Property(tries = 300)
    void anyTextIsAPage(
            @ForAll
                    @StringLength(max = 400)
                    @Chars({
                        '[', ']', '(', ')', '#', '-', '`', '!', '|', '\n', ' ', 'a', ':', '<', '>',
                        '"', '\u0000'
                    })
                    String text) {
        Document page = DocumentParser.parse("---\n" + text);
        for (Link link : page.links()) {
            assertTrue(link.line() >= 1, link.toString());
        }
    }
}
