package alchemist.exchange.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StateDiagramTest {
    @Test
    void readsStatesTransitionsAndComposites() {
        Diagram diagram =
                Said.parse(
                        "stateDiagram-v2",
                        "  direction LR",
                        "  [*] --> Draft",
                        "  Draft : Being written",
                        "  state \"Looked at\" as review",
                        "  Draft --> review : hand in",
                        "  state fork <<fork>>",
                        "  state why <<choice>>",
                        "  review --> why",
                        "  why --> Done: if good",
                        "  state Done {",
                        "    [*] --> paid %% soon",
                        "    paid --> [*]",
                        "    --",
                        "    [*] --> filed",
                        "    state deep { x --> y }",
                        "  }",
                        "  Done:::green --> [*]",
                        "  note right of review : Two people",
                        "  note left of Draft",
                        "    first line",
                        "    second line",
                        "  end note",
                        "  classDef green fill:#0f0");
        assertEquals("state", diagram.kind());
        assertEquals(
                List.of(
                        "root_start: start (Start)",
                        "Draft: Being written (State) {notes=[first line second line]}",
                        "review: Looked at (State) {notes=[Two people]}",
                        "fork: fork (Fork)",
                        "why: why (Choice)",
                        "Done_start: start (Start in Done)",
                        "paid: paid (State in Done)",
                        "Done_end: end (End in Done)",
                        "Done_2_start: start (Start in Done)",
                        "filed: filed (State in Done)",
                        "x: x (State in deep)",
                        "y: y (State in deep)",
                        "root_end: end (End)"),
                Said.nodes(diagram));
        assertEquals(List.of("Done: Done", "deep: deep (in Done)"), Said.groups(diagram));
        assertEquals(
                List.of(
                        "root_start -leads to-> Draft",
                        "Draft -hand in-> review",
                        "review -leads to-> why",
                        "why -if good-> Done",
                        "Done_start -leads to-> paid",
                        "paid -leads to-> Done_end",
                        "Done_2_start -leads to-> filed",
                        "x -leads to-> y",
                        "Done -leads to-> root_end"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void aCompositeIsCalledAsItIsDescribed() {
        Diagram diagram =
                Said.parse("stateDiagram", "state a {", "b --> c", "}", "a : All of it", "a --> d");
        assertEquals(List.of("a: All of it"), Said.groups(diagram));
        assertEquals(List.of("b -leads to-> c", "a -leads to-> d"), Said.links(diagram));
    }

    @Test
    void aLineThatIsNotUnderstoodCostsNoMore() {
        Diagram diagram =
                Said.parse(
                        "stateDiagram-v2", "a --> ", "}", "b --> c", "state \"x\" y", "state s {");
        assertEquals(List.of("b -leads to-> c"), Said.links(diagram));
        assertEquals(List.of(2, 3, 5, 6), Said.problemLines(diagram));
    }
}
