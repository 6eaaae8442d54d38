package alchemist.exchange.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlowchartTest {
    @Test
    void readsNodesLinksAndSubgraphs() {
        Diagram diagram =
                Said.parse(
                        "---",
                        "title: How a loan is decided",
                        "config:",
                        "  theme: dark",
                        "---",
                        "%%{init: {'theme': 'base'}}%%",
                        "flowchart TD",
                        "  %% what comes in",
                        "  apply([Application received]) --> check{\"Complete #amp; signed?\"}",
                        "  check -->|yes| score[[Score the<br/>applicant]]; check -- no --> ask",
                        "  subgraph bank [The bank]",
                        "    direction LR",
                        "    score -.-> store[(Files)]",
                        "    subgraph desk",
                        "      clerk & lead ==> sign>Sign it]",
                        "    end",
                        "  end",
                        "  bank <--> court",
                        "  ask e1@--o apply",
                        "  e1@{ animate: true }",
                        "  sign:::urgent ~~~ court",
                        "  classDef urgent fill:#f96;",
                        "  style ask fill:#fff,stroke:#000",
                        "  click store href \"https://example.org/files\" \"To the files\" _blank");
        assertEquals("flowchart", diagram.kind());
        assertEquals("How a loan is decided", diagram.title());
        assertEquals(
                List.of(
                        "apply: Application received (Step) {shape=stadium}",
                        "check: Complete & signed? (Decision) {shape=diamond}",
                        "score: Score the applicant (Step in bank) {shape=subroutine}",
                        "ask: ask (Step)",
                        "store: Files (Database in bank) {link=https://example.org/files,"
                                + " shape=cylinder, tooltip=To the files}",
                        "clerk: clerk (Step in desk)",
                        "lead: lead (Step in desk)",
                        "sign: Sign it (Step in desk) {shape=flag}",
                        "court: court (Step)"),
                Said.nodes(diagram));
        assertEquals(List.of("bank: The bank", "desk: desk (in bank)"), Said.groups(diagram));
        assertEquals(
                List.of(
                        "apply -leads to-> check",
                        "check -yes-> score",
                        "check -no-> ask",
                        "score -leads to-> store {line=dotted}",
                        "clerk -leads to-> sign {line=thick}",
                        "lead -leads to-> sign {line=thick}",
                        "bank -leads to-> court {arrow=both}",
                        "ask -leads to-> apply {arrow=circle, id=e1}"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
        assertEquals(9, diagram.nodes().getFirst().line());
        assertEquals(19, diagram.links().getLast().line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a[x] rectangle",
                "a(x) rounded",
                "a([x]) stadium",
                "a[[x]] subroutine",
                "a((x)) circle",
                "a(((x))) 'double circle'",
                "a(-x-) ellipse",
                "a{x} diamond",
                "a{{x}} hexagon",
                "a[/x/] parallelogram",
                "a[\\x\\] 'parallelogram alt'",
                "a[/x\\] trapezoid",
                "a[\\x/] 'trapezoid alt'",
                "a>x] flag",
                "a[(x)] cylinder",
                "a@{shape:doc,label:'x'} doc"
            })
    void knowsEveryShape(String text, String shape) {
        Diagram diagram = Said.parse("graph LR", text);
        String type = shape.equals("diamond") ? "Decision" : "Step";
        assertEquals(
                List.of(
                        "a: x ("
                                + (shape.equals("cylinder") ? "Database" : type)
                                + ") {shape="
                                + shape
                                + "}"),
                Said.nodes(diagram));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "--> ''",
                "----> ''",
                "--- {arrow=none}",
                "--x {arrow=cross}",
                "o--o '{arrow=circle both}'",
                "x--x '{arrow=cross both}'",
                "<--> {arrow=both}",
                "-.-> {line=dotted}",
                "-..-> {line=dotted}",
                "-.- '{arrow=none, line=dotted}'",
                "==> {line=thick}",
                "=== '{arrow=none, line=thick}'"
            })
    void knowsEveryArrow(String arrow, String said) {
        Diagram diagram =
                Said.parse("graph LR", "a" + (arrow.startsWith("-") ? "" : " ") + arrow + " b");
        assertEquals(List.of(("a -leads to-> b " + said).strip()), Said.links(diagram));
    }

    @Test
    void readsTextsOfLinksInEveryForm() {
        Diagram diagram =
                Said.parse(
                        "graph LR",
                        "a -- says hello --> b",
                        "a == \"a -- b\" ==> b",
                        "a -. maybe .-> b",
                        "a -->|\"with | bar\"| b",
                        "a --> | spaced | b",
                        "a <-- both ways --> b",
                        "a",
                        "  --> c",
                        "  -->",
                        "  d");
        assertEquals(
                List.of(
                        "a -says hello-> b",
                        "a -a -- b-> b {line=thick}",
                        "a -maybe-> b {line=dotted}",
                        "a -with | bar-> b",
                        "a -spaced-> b",
                        "a -both ways-> b {arrow=both}",
                        "a -leads to-> c",
                        "c -leads to-> d"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void readsIdsAndLabelsOfEverySort() {
        Diagram diagram =
                Said.parse(
                        "graph LR",
                        "order-line_1.x[\"`**Bold** and _slanted_ snake_case`\"]",
                        "größe[Maß (in cm)] --> 注文",
                        "q[\"say #quot;hi#quot; #35;1 &amp; more\"]",
                        "t[\"two",
                        "lines\"]",
                        "i[fa:fa-car <b>Car</b> of List<T>]",
                        "a & b:::x --> c & d");
        assertEquals(
                List.of(
                        "order-line_1.x: Bold and slanted snake_case (Step) {shape=rectangle}",
                        "größe: Maß (in cm) (Step) {shape=rectangle}",
                        "注文: 注文 (Step)",
                        "q: say \"hi\" #1 & more (Step) {shape=rectangle}",
                        "t: two lines (Step) {shape=rectangle}",
                        "i: Car of List<T> (Step) {shape=rectangle}",
                        "a: a (Step)",
                        "b: b (Step)",
                        "c: c (Step)",
                        "d: d (Step)"),
                Said.nodes(diagram));
        assertEquals(5, diagram.links().size());
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void namesSubgraphsByIdOrTitle() {
        Diagram diagram =
                Said.parse(
                        "graph LR",
                        "subgraph The first one",
                        "a",
                        "end",
                        "subgraph \"second\"",
                        "a --> b",
                        "end",
                        "subgraph third[\"Number 3\"]",
                        "end",
                        "subgraph",
                        "end",
                        "second --> third");
        assertEquals(
                List.of(
                        "The first one: The first one",
                        "second: second",
                        "third: Number 3",
                        "subGraph1: "),
                Said.groups(diagram));
        assertEquals(
                List.of("a: a (Step in The first one)", "b: b (Step in second)"),
                Said.nodes(diagram));
        assertEquals(List.of("a -leads to-> b", "second -leads to-> third"), Said.links(diagram));
    }

    @Test
    void aLineThatIsNotUnderstoodCostsNoMore() {
        Diagram diagram =
                Said.parse(
                        "graph LR",
                        "a --> b",
                        "c[never closed",
                        "e --> ",
                        "f --> g h",
                        "end",
                        "subgraph s",
                        "i --> j");
        assertEquals(
                List.of("a -leads to-> b", "f -leads to-> g", "i -leads to-> j"),
                Said.links(diagram).stream().filter(link -> !link.startsWith("e ")).toList());
        assertEquals(List.of(3, 5, 6, 7), Said.problemLines(diagram));
    }

    @Test
    void readsNoMoreLinksThanItsLimit() {
        String many = String.join(" & ", java.util.Collections.nCopies(1000, "a"));
        Diagram diagram = Said.parse("graph LR", many + " --> " + many);
        assertEquals(Draft.MAX_LINKS, diagram.links().size());
        assertEquals(1, diagram.problems().size());
    }
}
