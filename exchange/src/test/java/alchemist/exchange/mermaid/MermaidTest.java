package alchemist.exchange.mermaid;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Shared;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MermaidTest {
    private static final List<String> KINDS =
            List.of(
                    "graph TD\n",
                    "classDiagram\n",
                    "erDiagram\n",
                    "sequenceDiagram\n",
                    "stateDiagram-v2\n",
                    "C4Context\n",
                    "mindmap\n",
                    "");

    private static final List<String> PIECES =
            List.of(
                    "a",
                    " b ",
                    "[",
                    "]",
                    "(",
                    ")",
                    "{",
                    "}",
                    "\"",
                    "`",
                    "|",
                    "&",
                    "~",
                    ":",
                    ";",
                    ",",
                    ".",
                    "-",
                    "=",
                    "<",
                    ">",
                    "o",
                    "x",
                    "*",
                    "#",
                    "%",
                    "@",
                    "$",
                    "\\",
                    "/",
                    "+",
                    "\n",
                    "\n  ",
                    "\t",
                    "-->",
                    "-- ",
                    "==>",
                    "-.->",
                    "~~~",
                    "--",
                    "..",
                    "<|--",
                    "*--",
                    "()",
                    "||--o{",
                    "->>",
                    "-->>",
                    "subgraph ",
                    "end",
                    "class ",
                    "state ",
                    "note ",
                    "as ",
                    "namespace ",
                    "<<",
                    ">>",
                    ":::",
                    "@{",
                    "%%",
                    "%%{",
                    "}%%",
                    "---\n",
                    "loop ",
                    "alt ",
                    "else ",
                    "box ",
                    "participant ",
                    "[*]",
                    "<<fork>>",
                    "Person(",
                    "Boundary(",
                    "Rel(",
                    "$a=",
                    "accDescr {",
                    "accTitle:",
                    "title ",
                    "click ",
                    "href ",
                    "#quot;",
                    "&#39;",
                    "<br/>",
                    "\uE000",
                    "\uE001",
                    "\0",
                    "é",
                    "注",
                    "\uD83E",
                    "end note",
                    "one ",
                    "to ",
                    "many ");

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\n", "%% only a comment", "---\ntitle: x\n---\n"})
    void aTextWithoutADiagramIsOneProblem(String text) {
        Diagram diagram = Mermaid.parse(text);
        assertEquals("", diagram.kind());
        assertEquals(1, diagram.problems().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gantt", "pie", "gitGraph", "sankey-beta", "packet-beta"})
    void aKindThatIsNotReadIsTold(String keyword) {
        Diagram diagram = Mermaid.parse("---\ntitle: What\n---\n" + keyword + "\n  a: 1\n");
        assertEquals(keyword, diagram.kind());
        assertEquals("What", diagram.title());
        assertEquals(
                List.of(new Problem(4, "diagrams of the kind '" + keyword + "' are not read")),
                diagram.problems());
    }

    @Test
    void takesTheAccessibleTitleWhereThereIsNoOther() {
        Diagram diagram =
                Said.parse(
                        "graph LR",
                        "accTitle: The title",
                        "accDescr: one line",
                        "accDescr {",
                        "  a --> b",
                        "}",
                        "c --> d");
        assertEquals("The title", diagram.title());
        assertEquals(List.of("c -leads to-> d"), Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void readsTextsOfOtherSystems() {
        String text = "\uFEFFgraph LR\r\n%% x\r\na --> b\r\nb --> c\r";
        Diagram diagram = Mermaid.parse(text);
        assertEquals(2, diagram.links().size());
        assertEquals(4, diagram.links().getLast().line());
    }

    @Test
    void refusesATextThatIsTooLong() {
        Diagram diagram = Mermaid.parse("graph LR\n" + "a\n".repeat(Mermaid.MAX_LENGTH / 2));
        assertEquals(List.of(), diagram.nodes());
        assertEquals(1, diagram.problems().size());
    }

    @Test
    void tellsOfManyProblemsAsANumber() {
        Diagram diagram = Mermaid.parse("graph LR\n" + "end\n".repeat(Draft.MAX_PROBLEMS + 5));
        assertEquals(Draft.MAX_PROBLEMS + 1, diagram.problems().size());
        assertEquals("and 5 problems more", diagram.problems().getLast().what());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "a[",
                "a(\n",
                "a{{",
                "a>\n",
                "a[\"",
                "a@{\n",
                "a -- \n",
                "subgraph x\n",
                "class A {\n",
                "namespace a {\n",
                "state a {\n",
                "Boundary(a,b) {\n",
                "loop x\n",
                "a & b --> ",
                "``",
                "a~",
                "E {\n",
                "\"",
                " ",
                "\n",
                "#quot;",
                "%%{ "
            })
    void isNeverSlowOrDeep(String piece) {
        String much = piece.repeat(40_000 / piece.length());
        for (String kind : KINDS) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> checked(Mermaid.parse(kind + much)));
        }
    }

    @Property(tries = 1_000)
    void neverThrowsWhateverTheText(@ForAll("texts") String text) {
        checked(Mermaid.parse(text));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(PIECES).list().ofMaxSize(60).map(list -> String.join("", list));
        return Arbitraries.of(KINDS).flatMap(kind -> pieces.map(text -> kind + text));
    }

    /** No property, for which data that is not there is a failure. */
    @Test
    void neverThrowsOnDamagedDiagrams() throws IOException {
        List<Fences.Fence> samples = Fences.below(Shared.data("inputs/mermaid"));
        for (long seed = 0; seed < 300; seed++) {
            String which = "seed " + seed;
            Random random = new Random(seed);
            assertDoesNotThrow(() -> damaged(samples, random), which);
        }
    }

    private static void damaged(List<Fences.Fence> samples, Random random) {
        String text = samples.get(random.nextInt(samples.size())).text();
        for (int i = 0; i < 4; i++) {
            int at = random.nextInt(text.length());
            int until = Math.min(text.length(), at + random.nextInt(3));
            String put = PIECES.get(random.nextInt(PIECES.size()));
            text = text.substring(0, at) + put + text.substring(until);
        }
        checked(Mermaid.parse(text));
    }

    /** What holds for every diagram. */
    private static void checked(Diagram diagram) {
        Set<String> groups = new HashSet<>();
        for (Group group : diagram.groups()) {
            assertTrue(group.within().isEmpty() || groups.contains(group.within()));
            assertTrue(groups.add(group.id()));
        }
        Set<String> ids = new HashSet<>(groups);
        for (Node node : diagram.nodes()) {
            assertTrue(node.group().isEmpty() || groups.contains(node.group()));
            assertTrue(ids.add(node.id()));
        }
        for (Link link : diagram.links()) {
            assertTrue(ids.contains(link.from()) && ids.contains(link.to()));
            assertFalse(link.relation().isEmpty());
        }
    }
}
