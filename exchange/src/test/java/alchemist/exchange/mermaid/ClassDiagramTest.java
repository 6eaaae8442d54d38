package alchemist.exchange.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassDiagramTest {
    @Test
    void readsClassesWithTheirMembers() {
        Diagram diagram =
                Said.parse(
                        "classDiagram",
                        "direction LR",
                        "class Loan[\"A loan\"]:::big {",
                        "  <<Aggregate Root>>",
                        "  +LoanId id",
                        "  -amount: Money",
                        "  #List~List~String~~ tags$ %% not shown",
                        "  +approve(Person by, int times) bool",
                        "  +void pay(Map~String, int~ parts)*",
                        "}",
                        "class Stack~T~",
                        "Stack : +push(T item)",
                        "class Payer { <<interface>> }",
                        "class Status {",
                        "  OPEN",
                        "  CLOSED",
                        "}",
                        "<<enumeration>> Status",
                        "class `Odd name!`",
                        "note for Loan \"kept for\\nten years\"",
                        "note \"hangs nowhere\"",
                        "click Loan href \"https://example.org\" \"tip\"",
                        "style Loan fill:#f9f");
        assertEquals("class", diagram.kind());
        assertEquals(
                List.of(
                        "Loan: A loan (Class) {attributes=[{name=id, type=LoanId,"
                                + " visibility=public}; {name=amount, type=Money,"
                                + " visibility=private}; {classifier=static, name=tags,"
                                + " type=List<List<String>>, visibility=protected}],"
                                + " link=https://example.org, methods=[{name=approve,"
                                + " parameters=Person by, int times, type=bool,"
                                + " visibility=public}; {classifier=abstract, name=pay,"
                                + " parameters=Map<String, int> parts, type=void,"
                                + " visibility=public}], notes=[kept for ten years],"
                                + " stereotype=Aggregate Root}",
                        "Stack: Stack<T> (Class) {methods=[{name=push, parameters=T item,"
                                + " visibility=public}]}",
                        "Payer: Payer (Interface)",
                        "Status: Status (Enumeration) {values=[OPEN; CLOSED]}",
                        "Odd name!: Odd name! (Class)"),
                Said.nodes(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A <|-- B; B -extends-> A",
                "A --|> B; A -extends-> B",
                "A ..|> B; A -implements-> B",
                "A <|.. B; B -implements-> A",
                "A *-- B; A -composed of-> B",
                "A --* B; B -composed of-> A",
                "A o-- B; A -aggregates-> B",
                "A --o B; B -aggregates-> A",
                "A o--> B; A -aggregates-> B",
                "A --> B; A -associated with-> B",
                "A <-- B; B -associated with-> A",
                "A <--> B; A -associated with-> B {arrow=both}",
                "A -- B; A -associated with-> B",
                "A ..> B; A -uses-> B",
                "A <.. B; B -uses-> A",
                "A .. B; A -associated with-> B",
                "A ()-- B; B -implements-> A",
                "A --() B; A -implements-> B",
                "A --> B : knows; A -knows-> B",
                "A *-- B : holds; A -composed of-> B {label=holds}",
                "A \"1\" --> \"0..*\" B : knows; A -knows-> B {fromMultiplicity=1,"
                        + " toMultiplicity=0..*}",
                "A \"1\" --* \"2\" B; B -composed of-> A {fromMultiplicity=2, toMultiplicity=1}",
                "A\"1\"-->\"*\"B; A -associated with-> B {fromMultiplicity=1, toMultiplicity=*}",
            })
    void knowsWhichWayEveryRelationGoes(String text, String said) {
        Diagram diagram = Said.parse("classDiagram", text);
        assertEquals(List.of(said), Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void namespacesAreGroupsOfTheClassesDeclaredInThem() {
        Diagram diagram =
                Said.parse(
                        "classDiagram-v2",
                        "namespace Shop.Sales[\"Selling\"] {",
                        "  class Order",
                        "  namespace Pay {",
                        "    class Invoice {",
                        "      +total()",
                        "    }",
                        "  }",
                        "}",
                        "class Shop",
                        "Order --> Invoice");
        assertEquals(
                List.of(
                        "namespace Shop: Shop",
                        "namespace Shop.Sales: Selling (in namespace Shop)",
                        "namespace Shop.Sales.Pay: Pay (in namespace Shop.Sales)"),
                Said.groups(diagram));
        assertEquals(
                List.of(
                        "Order: Order (Class in namespace Shop.Sales)",
                        "Invoice: Invoice (Class in namespace Shop.Sales.Pay)"
                                + " {methods=[{name=total, visibility=public}]}",
                        "Shop: Shop (Class)"),
                Said.nodes(diagram));
    }

    @Test
    void aLineThatIsNotUnderstoodCostsNoMore() {
        Diagram diagram =
                Said.parse(
                        "classDiagram",
                        "A --> B",
                        "?!",
                        "C <|-- ",
                        "D <|-- E",
                        "}",
                        "class F {",
                        "  int x");
        assertEquals(List.of("A -associated with-> B", "E -extends-> D"), Said.links(diagram));
        assertEquals(List.of(3, 4, 6, 7), Said.problemLines(diagram));
    }
}
