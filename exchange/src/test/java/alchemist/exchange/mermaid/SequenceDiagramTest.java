package alchemist.exchange.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SequenceDiagramTest {
    @Test
    void readsParticipantsMessagesAndFrames() {
        Diagram diagram =
                Said.parse(
                        "sequenceDiagram",
                        "  title Applying for a loan",
                        "  autonumber",
                        "  box Aqua Front office",
                        "    actor A as Applicant",
                        "    participant desk-1",
                        "  end",
                        "  box rgb(1,2,3)",
                        "    participant DB@{ \"type\": \"database\" } as Files",
                        "  end",
                        "  A->>+desk-1: apply; desk-1-->>-A: noted #59; thanks",
                        "  loop every day",
                        "    desk-1-)DB: look # a comment",
                        "    alt found",
                        "      DB-->>desk-1: here",
                        "    else not found",
                        "      rect rgb(0,0,0)",
                        "      DB-->>desk-1: sorry",
                        "      end",
                        "    end",
                        "  end",
                        "  par one",
                        "    A->>DB: x",
                        "  and two",
                        "    A->>DB: x",
                        "  end",
                        "  create participant C",
                        "  A->>C:",
                        "  destroy C",
                        "  Note over A,desk-1: They know<br/>one another",
                        "  activate A",
                        "  deactivate A");
        assertEquals("sequence", diagram.kind());
        assertEquals("Applying for a loan", diagram.title());
        assertEquals(
                List.of(
                        "A: Applicant (Actor in box:Front office) {notes=[They know one another]}",
                        "desk-1: desk-1 (Participant in box:Front office)",
                        "DB: Files (Database in box:box)",
                        "C: C (Participant)"),
                Said.nodes(diagram));
        assertEquals(List.of("box:Front office: Front office", "box:box: "), Said.groups(diagram));
        assertEquals(
                List.of(
                        "A -apply-> desk-1 {kind=call, order=1}",
                        "desk-1 -noted ; thanks-> A {kind=reply, order=2}",
                        "desk-1 -look-> DB {kind=async, order=3, within=loop every day}",
                        "DB -here-> desk-1 {kind=reply, order=4, within=loop every day / alt"
                                + " found}",
                        "DB -sorry-> desk-1 {kind=reply, order=5, within=loop every day / else"
                                + " not found}",
                        "A -x-> DB {kind=call, order=6, within=par one}",
                        "A -x-> DB {kind=call, order=7, within=and two}",
                        "A -calls-> C {kind=call, order=8}"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "->> call ''",
                "-->> reply ''",
                "-> call none",
                "--> reply none",
                "-x call cross",
                "--x reply cross",
                "-) async ''",
                "--) async dotted",
                "<<->> call both",
                "<<-->> reply both",
                "-|\\ call half",
                "--// reply half",
                "/|- call 'reverse half'"
            })
    void knowsEveryArrow(String sign, String kind, String arrow) {
        Diagram diagram = Said.parse("sequenceDiagram", "Ann Lee" + sign + "Bob: hi");
        assertEquals(
                List.of(
                        "Ann Lee -hi-> Bob {"
                                + (arrow.isEmpty() ? "" : "arrow=" + arrow + ", ")
                                + "kind="
                                + kind
                                + ", order=1}"),
                Said.links(diagram));
    }

    @Test
    void anArrowInALabelIsNoMessage() {
        Diagram diagram =
                Said.parse(
                        "sequenceDiagram",
                        "title: From A->>B and on",
                        "participant X as Y-x and Z->>W",
                        "loop X->>Y: again",
                        "end");
        assertEquals(List.of("X: Y-x and Z->>W (Participant)"), Said.nodes(diagram));
        assertEquals(List.of(), diagram.links());
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void aLineThatIsNotUnderstoodCostsNoMore() {
        Diagram diagram =
                Said.parse(
                        "sequenceDiagram",
                        "what is this",
                        "A->>B: hi",
                        "end",
                        "note somewhere: x",
                        "loop for ever",
                        "B->>A: ho");
        assertEquals(
                List.of(
                        "A -hi-> B {kind=call, order=1}",
                        "B -ho-> A {kind=call, order=2, within=loop for ever}"),
                Said.links(diagram));
        assertEquals(List.of(2, 4, 5, 6), Said.problemLines(diagram));
    }
}
