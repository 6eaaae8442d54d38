package alchemist.exchange.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MindmapTest {
    @Test
    void readsTopicsByTheirIndent() {
        Diagram diagram =
                Said.parse(
                        "mindmap",
                        "  root((The<br/>centre))",
                        "    One topic",
                        "    ::icon(fa fa-book)",
                        "      a[Square]",
                        "      b(Rounded):::urgent",
                        "      %% not this",
                        "    )A cloud(",
                        "        id))Bang((",
                        "      {{Hexagon}}",
                        "      [\"`Two",
                        "  lines`\"]",
                        "    Square");
        assertEquals("mindmap", diagram.kind());
        assertEquals(
                List.of(
                        "root: The centre (Topic) {shape=circle}",
                        "One topic: One topic (Topic)",
                        "a: Square (Topic) {shape=square}",
                        "b: Rounded (Topic) {shape=rounded}",
                        "A cloud: A cloud (Topic) {shape=cloud}",
                        "id: Bang (Topic) {shape=bang}",
                        "Hexagon: Hexagon (Topic) {shape=hexagon}",
                        "Two lines: Two lines (Topic) {shape=square}",
                        "Square: Square (Topic)"),
                Said.nodes(diagram));
        assertEquals(
                List.of(
                        "root -includes-> One topic",
                        "One topic -includes-> a",
                        "One topic -includes-> b",
                        "root -includes-> A cloud",
                        "A cloud -includes-> id",
                        "A cloud -includes-> Hexagon",
                        "A cloud -includes-> Two lines",
                        "root -includes-> Square"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void topicsOfOneNameAreToldApartByWhatTheyBelongTo() {
        Diagram diagram =
                Said.parse("mindmap", "Work", " Team A", "  Lead", " Team B", "  Lead", "  Lead");
        assertEquals(
                List.of(
                        "Work: Work (Topic)",
                        "Team A: Team A (Topic)",
                        "Lead: Lead (Topic)",
                        "Team B: Team B (Topic)",
                        "Team B/Lead: Lead (Topic)",
                        "Team B/Lead 2: Lead (Topic)"),
                Said.nodes(diagram));
    }

    @Test
    void aTopicThatIsNotUnderstoodCostsNoMore() {
        Diagram diagram = Said.parse("mindmap", "a", " b[never closed", " c");
        assertEquals(List.of("a -includes-> b", "a -includes-> c"), Said.links(diagram));
        assertEquals(List.of(3), Said.problemLines(diagram));
    }
}
