package alchemist.exchange.plantuml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.exchange.mermaid.Diagram;
import alchemist.exchange.mermaid.Problem;
import alchemist.exchange.mermaid.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UmlSequenceTest {
    @Test
    void participantsAreWhatTheyAreDeclaredAs() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        actor User as u
                        participant "Web app" as web <<spa>> order 1
                        database DB #red
                        create queue Jobs
                        box "Backend" #LightBlue
                        participant api [
                          = Title
                        ]
                        end box
                        create Late
                        u -> "New thing" as nt : hi
                        participant code as "Shown"
                        "Web app" -> nt
                        """);
        assertEquals(List.of("box:Backend: Backend"), Said.groups(diagram));
        assertEquals(
                List.of(
                        "u: User (Actor)",
                        "web: Web app (Participant) {stereotype=spa}",
                        "DB: DB (Database)",
                        "Jobs: Jobs (Queue)",
                        "api: api (Participant in box:Backend)",
                        "Late: Late (Participant)",
                        "nt: New thing (Participant)",
                        "code: Shown (Participant)"),
                Said.nodes(diagram));
        assertEquals(
                List.of("u -hi-> nt {kind=call, order=1}", "web -calls-> nt {kind=call, order=2}"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A -> B : go | A -go-> B {kind=call, order=1}",
                "A <- B | B -calls-> A {kind=call, order=1}",
                "A --> B | A -replies to-> B {kind=reply, order=1}",
                "A ->> B | A -signals-> B {kind=async, order=1}",
                "A <<-- B : x | B -x-> A {kind=reply, order=1}",
                "A <-> B | A -calls-> B {arrow=both, kind=call, order=1}",
                "A ->x B | A -calls-> B {arrow=cross, kind=call, order=1}",
                "A ->o B | A -calls-> B {arrow=circle, kind=call, order=1}",
                "A -\\ B | A -calls-> B {arrow=half, kind=call, order=1}",
                "A -[#red]> B ++ #gold : x | A -x-> B {kind=call, order=1}",
                "& A -> B | A -calls-> B {kind=call, order=1}",
                "{a} A -> B -- : x | A -x-> B {kind=call, order=1}",
                "A -> A : self | A -self-> A {kind=call, order=1}"
            })
    void messagesGoAsTheirArrowsSay(String line, String link) {
        Diagram diagram = PlantUml.parse("participant A\n" + line);
        assertEquals(List.of(link), Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void framesAroundMessagesAreTold() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        alt **ok**
                          A -> B
                        else no
                          loop 3 times
                            A -> B
                          end
                        end
                        group mine
                          A -> B
                        end group
                        """);
        assertEquals(
                List.of(
                        "A -calls-> B {kind=call, order=1, within=alt ok}",
                        "A -calls-> B {kind=call, order=2, within=else no / loop 3 times}",
                        "A -calls-> B {kind=call, order=3, within=mine}"),
                Said.links(diagram));
    }

    @Test
    void whatIsGivenBackGoesToWhoeverCalled() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        A -> B ++ : one
                        B -> C : two
                        activate C
                        return three
                        return four
                        A -> D
                        return five
                        activate A
                        deactivate A
                        deactivate
                        """);
        assertEquals(
                List.of(
                        "A -one-> B {kind=call, order=1}",
                        "B -two-> C {kind=call, order=2}",
                        "C -three-> B {kind=reply, order=3}",
                        "B -four-> A {kind=reply, order=4}",
                        "A -calls-> D {kind=call, order=5}",
                        "D -five-> A {kind=reply, order=6}"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void notesAndReferencesAreToldOfWhomTheyAreBeside() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        autonumber
                        A -> B
                        note left : of the last
                        note over A, B #aqua : thinks
                        hnote right of A
                          multi
                        endhnote
                        ref over A, B : see other
                        ref over B
                          long
                        end ref
                        note across: nobody
                        == Later ==
                        ... wait ...
                        ||45||
                        [-> A : start
                        A ->] : end
                        destroy B
                        """);
        assertEquals(
                List.of(
                        "A: A (Participant) {notes=[thinks; multi; see other]}",
                        "B: B (Participant) {notes=[of the last; long; nobody]}"),
                Said.nodes(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void whatIsNotUnderstoodIsToldWithItsLine() {
        assertEquals(
                List.of(
                        new Problem(1, "'return' leads to nobody who called"),
                        new Problem(2, "'end' closes nothing"),
                        new Problem(3, "not understood: 'and more'"),
                        new Problem(4, "not understood: 'garbage here'"),
                        new Problem(5, "not understood: 'so on'"),
                        new Problem(6, "'box' has no 'end box'"),
                        new Problem(7, "'alt' has no 'end'")),
                PlantUml.parse(
                                """
                                return x
                                end
                                A -> B and more
                                garbage here
                                participant C so on
                                box
                                alt x
                                """)
                        .problems());
    }
}
