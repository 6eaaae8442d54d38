package alchemist.exchange.plantuml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.exchange.mermaid.Diagram;
import alchemist.exchange.mermaid.Problem;
import alchemist.exchange.mermaid.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UmlStatesTest {
    @Test
    void statesLeadToEachOtherWithinStatesAndRegions() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        [*] --> Idle
                        Idle --> Busy : start [ok]
                        state "Very busy" as Busy {
                          [*] -> Working
                          Working --> [*]
                          --
                          [*] -> Logging
                        }
                        state c <<choice>>
                        state gate <<entryPoint>>
                        state odd <<mine>> #red : said
                        Busy -down-> c
                        c --> Busy[H]
                        c --> [H*]
                        c --> Idle : no
                        Idle <-- odd
                        Idle : waits
                        Busy -[#red,dashed]-> Done
                        Busy -[hidden]- Done
                        Done --> [*]
                        """);
        assertEquals(List.of("Busy: Very busy"), Said.groups(diagram));
        assertEquals(
                List.of(
                        "root_start: start (Start)",
                        "Idle: Idle (State) {descriptions=[waits]}",
                        "Busy_start: start (Start in Busy)",
                        "Working: Working (State in Busy)",
                        "Busy_end: end (End in Busy)",
                        "Busy_2_start: start (Start in Busy)",
                        "Logging: Logging (State in Busy)",
                        "c: c (Choice)",
                        "gate: gate (Entry point)",
                        "odd: odd (State) {descriptions=[said], stereotype=mine}",
                        "Busy[H]: Busy[H] (History in Busy)",
                        "[H*]: [H*] (History)",
                        "Done: Done (State)",
                        "root_end: end (End)"),
                Said.nodes(diagram));
        assertEquals(
                List.of(
                        "root_start -leads to-> Idle",
                        "Idle -start [ok]-> Busy",
                        "Busy_start -leads to-> Working",
                        "Working -leads to-> Busy_end",
                        "Busy_2_start -leads to-> Logging",
                        "Busy -leads to-> c",
                        "c -leads to-> Busy[H]",
                        "c -leads to-> [H*]",
                        "c -no-> Idle",
                        "odd -leads to-> Idle",
                        "Busy -leads to-> Done",
                        "Done -leads to-> root_end"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @ParameterizedTest
    @CsvSource({
        "start, Start",
        "end, End",
        "fork, Fork",
        "join, Join",
        "history*, History",
        "inputPin, Entry point",
        "exitPoint, Exit point"
    })
    void statesAreWhatTheirStereotypesSay(String stereotype, String type) {
        Diagram diagram = PlantUml.parse("state A <<" + stereotype + ">>");
        assertEquals(List.of("A: A (" + type + ")"), Said.nodes(diagram));
    }

    @Test
    void notesAreToldOfTheirStates() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        state "Long name" as A
                        note left of A : hello
                        note right
                          of the
                          last
                        end note
                        note right of Nobody : lost
                        note "floating" as N
                        note on link
                          nothing
                        end note
                        "Long name" --> B
                        """);
        assertEquals(
                List.of("A: Long name (State) {notes=[hello; of the last]}", "B: B (State)"),
                Said.nodes(diagram));
        assertEquals(List.of("A -leads to-> B"), Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void whatIsNotUnderstoodIsToldWithItsLine() {
        assertEquals(
                List.of(
                        new Problem(1, "'}' closes nothing"),
                        new Problem(2, "the state 'A' has no end '}'"),
                        new Problem(3, "not understood: 'oops!'"),
                        new Problem(4, "not understood: 'and on'"),
                        new Problem(5, "not understood: 'forever'")),
                PlantUml.parse("}\nstate A {\noops!\nA --> B and on\nstate C forever\n")
                        .problems());
        assertEquals(
                1, PlantUml.parse("state a {\n".repeat(101) + "}\n".repeat(101)).problems().size());
    }
}
