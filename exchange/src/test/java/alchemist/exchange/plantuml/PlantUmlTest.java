package alchemist.exchange.plantuml;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.mermaid.Diagram;
import alchemist.exchange.mermaid.Problem;
import alchemist.exchange.mermaid.Said;
import alchemist.exchange.plantuml.PlantUml.Block;
import alchemist.exchange.plantuml.PlantUml.Included;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlantUmlTest {
    private static final List<String> PIECES =
            List.of(
                    "@startuml\n",
                    "class ",
                    "state ",
                    "participant ",
                    "package ",
                    "note ",
                    "as ",
                    "\n",
                    "\n",
                    " ",
                    "A",
                    "B",
                    "\"",
                    "[",
                    "]",
                    "(",
                    ")",
                    "{",
                    "}",
                    "<",
                    ">",
                    "-",
                    "->",
                    "--",
                    "..",
                    "|",
                    "*",
                    "o",
                    "#",
                    ":",
                    "!",
                    "$a",
                    "=",
                    "'",
                    "/'",
                    "'/",
                    "of ",
                    "end note",
                    "end",
                    "alt ",
                    "[*]",
                    "Rel(",
                    "System(",
                    ",",
                    "<<",
                    ">>",
                    "title ",
                    "legend",
                    "box ",
                    "return",
                    "if (",
                    "$x=",
                    "over ");

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "A -> B: hi § sequence",
                "actor A;database B § sequence",
                "participant A § sequence",
                "[*] --> A § state",
                "state A § state",
                "class A § class",
                "interface A {;} § class",
                "A <|-- B § class",
                "package P {;A *-- B;} § class",
                "usecase A § use case",
                "A --> (B) § use case",
                ":A: --> B § use case",
                "node A § deployment",
                "[A] --> B § component",
                "A --> [B] § component",
                "component A § component",
                "interface A;A -- B § component",
                "Person(a, b) § c4",
                "Rel(a, b, c) § c4",
                "start;:do;;stop § activity",
                "(*) --> A § activity",
                "robust \"A\" as a § timing"
            })
    void theKindIsThatOfTheLines(String lines, String kind) {
        Diagram diagram = PlantUml.parse("@startuml\n" + lines.replace(";", "\n") + "\n@enduml");
        assertEquals(kind, diagram.kind());
    }

    @Test
    void aFileMayHaveSeveralDiagramsOrOneWithoutItsEnds() {
        assertEquals(
                List.of(
                        new Block("@startuml\nA -> B\n@enduml", 2),
                        new Block("@startuml\nC -> D", 6),
                        new Block("@startmindmap\n* x", 8)),
                PlantUml.blocks(
                        "' first\n@startuml\nA -> B\n@enduml\nnothing\n@startuml\nC -> D\n@startmindmap\n* x"));
        assertEquals(List.of(new Block("A -> B\n", 1)), PlantUml.blocks("A -> B\n"));
        assertEquals(
                List.of(),
                PlantUml.blocks(
                        "!procedure $x()\nA -> B\n!endprocedure\n!define Y 3\nskinparam a b\n"));
    }

    @Test
    void filesThatAreTakenInAreThoseOfTheFolder() {
        assertEquals(
                List.of(
                        new Included("../a/b.puml", 1),
                        new Included("c.iuml", 4),
                        new Included("../parts/b.puml", 9)),
                PlantUml.included(
                        """
                        !include ../a/b.puml
                        !include https://x.example/y.puml
                        !include <C4/C4_Context>
                          !includesub c.iuml!PART
                        !include $x/y.puml
                        !define ICONS https://x.example/icons
                        !include ICONS/a.puml
                        !define PARTS ../parts
                        !include PARTS/b.puml
                        """));
    }

    @Test
    void whatIsNotReadIsTold() {
        assertEquals(
                List.of(new Problem(1, "diagrams of PlantUML of the kind 'gantt' are not read")),
                PlantUml.parse("@startgantt\n[a] lasts 3 days\n@endgantt").problems());
        assertEquals(
                List.of(new Problem(1, "there is nothing in the diagram that draws something")),
                PlantUml.parse("@startuml\n@enduml").problems());
        assertEquals(List.of(), PlantUml.parse("@startuml\n!include a.puml\n@enduml").problems());
        assertEquals(
                List.of(new Problem(2, "not understood: 'what is this'")),
                PlantUml.parse("@startuml\nwhat is this\n@enduml").problems());
        assertEquals(
                List.of(new Problem(1, "the diagram has more than 1048576 characters")),
                PlantUml.parse("x".repeat(PlantUml.MAX_LENGTH + 1)).problems());
        assertEquals(
                List.of(new Problem(2, "the line has more than 8000 characters")),
                PlantUml.parse("A -> B\nA -> C:" + "x".repeat(8000)).problems());
    }

    @Test
    void theTitleIsThatOfItsLineElseTheNameOfTheDiagram() {
        assertEquals("shop", PlantUml.parse("@startuml shop\nA -> B").title());
        assertEquals("A shop", PlantUml.parse("@startuml shop\ntitle A **shop**\nA -> B").title());
        assertEquals("Two lines", PlantUml.parse("title\nTwo\nlines\nend title\nA -> B").title());
        assertEquals("", PlantUml.parse("A -> B").title());
    }

    @Test
    void commentsAndWhatSaysHowThingsLookArePassedOver() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        @startuml
                        ' a -> comment
                        /' another
                        X -> Y '/
                        skinparam sequence {
                          ArrowColor red
                          Actor { Color blue }
                        }
                        skinparam nodesep 10
                        <style>
                        A -> X
                        </style>
                        legend right
                          A -> Z
                        endlegend
                        header top
                        center footer bottom
                        caption
                        hide footbox
                        !pragma teoz true
                        !theme plain
                        !include https://x.example/a.puml
                        !if (1)
                        A -> B : yes
                        !endif
                        !function $double($a)
                        !return $a + $a
                        !endfunction
                        !procedure $p()
                        A -> W
                        !endprocedure
                        @enduml
                        """);
        assertEquals(List.of("A -yes-> B {kind=call, order=1}"), Said.links(diagram));
        assertEquals(List.of(new Problem(18, "not understood: 'caption'")), diagram.problems());
    }

    @Test
    void namesStandForTheValuesTheyAreGivenAndOtherInstructionsAreToldOnce() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        !$from = "Shop"
                        !define TO Bank
                        !global $what ?= pays
                        !STYLE = 1
                        !$sum = 1 + 2
                        !$other = 3 + $sum
                        $from -> TO : $what $other
                        """);
        assertEquals(List.of("Shop -pays $other-> Bank {kind=call, order=1}"), Said.links(diagram));
        assertEquals(
                List.of(
                        new Problem(
                                5,
                                "the preprocessor is not run, so nothing follows from '!$sum = 1 + 2'")),
                diagram.problems());
    }

    @Test
    void labelsAreWhatPeopleRead() {
        assertEquals("a b c", UmlText.of("\"**a**\\n//b// <color:red>c</color>\""));
        assertEquals("see http://x.example/y", UmlText.of("see http://x.example/y"));
        assertEquals("x y", UmlText.of("<&cog>x __y__"));
        assertEquals("snake_case", UmlText.of("snake_case"));
    }

    @Property
    void anyTextIsReadWithoutFailing(@ForAll("texts") String text) {
        assertDoesNotThrow(() -> PlantUml.parse(text));
        assertDoesNotThrow(() -> PlantUml.blocks(text));
        Diagram diagram = PlantUml.parse(text);
        assertTrue(
                diagram.links().stream()
                        .allMatch(l -> has(diagram, l.from()) && has(diagram, l.to())),
                text);
    }

    private static boolean has(Diagram diagram, String id) {
        return diagram.nodes().stream().anyMatch(n -> n.id().equals(id))
                || diagram.groups().stream().anyMatch(g -> g.id().equals(id));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }
}
