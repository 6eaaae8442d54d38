package alchemist.exchange.plantuml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.exchange.mermaid.Diagram;
import alchemist.exchange.mermaid.Problem;
import alchemist.exchange.mermaid.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UmlStructureTest {
    @Test
    void classesHaveMembersSupertypesAndPackages() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        package "com.acme.orders" as orders {
                          abstract class Order<T> extends Base implements Priced, Sellable<T> {
                            - {static} int count
                            + id : UUID
                            title : String
                            .. calculated ..
                            + {abstract} total(x: int): Money
                            {method} void pay()
                          }
                          interface Priced
                          enum Status {
                            OPEN
                            PAID
                          }
                          class "Line item" as Item <<(E,#ff0) entity>> #pink
                        }
                        class Base [[https://x.example]]
                        class Empty { }
                        class One { +x : int }
                        annotation Marked
                        object till {
                          open = true
                        }
                        entity Row {
                          * key : number <<PK>>
                        }
                        Order : +note()
                        class Other <<interface>>
                        """);
        assertEquals(List.of("in orders: com.acme.orders"), Said.groups(diagram));
        assertEquals(
                List.of(
                        "Order: Order<T> (Abstract class in in orders) {attributes=[{classifier=static, name=count,"
                                + " type=int, visibility=private}; {name=id, type=UUID, visibility=public};"
                                + " {name=title, type=String}], methods=[{classifier=abstract, name=total,"
                                + " parameters=x: int, type=Money, visibility=public}; {name=pay, type=void};"
                                + " {name=note, visibility=public}]}",
                        "Priced: Priced (Interface in in orders)",
                        "Status: Status (Enumeration in in orders) {values=[OPEN; PAID]}",
                        "Item: Line item (Class in in orders) {stereotype=entity}",
                        "Base: Base (Class) {link=https://x.example}",
                        "Empty: Empty (Class)",
                        "One: One (Class) {attributes=[{name=x, type=int, visibility=public}]}",
                        "Marked: Marked (Annotation)",
                        "till: till (Object) {attributes=[{name=open = true}]}",
                        "Row: Row (Entity) {attributes=[{name=key, type=number <<PK>>}]}",
                        "Other: Other (Interface)",
                        "Sellable: Sellable<T> (Class in in orders)"),
                Said.nodes(diagram));
        assertEquals(
                List.of(
                        "Order -extends-> Base",
                        "Order -implements-> Priced",
                        "Order -implements-> Sellable"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "A <|-- B § B -extends-> A",
                "A --|> B § A -extends-> B",
                "A ..|> B § A -implements-> B",
                "A ^-- B § B -extends-> A",
                "A *-- B § A -composed of-> B",
                "A o-left- B : has > § A -aggregates-> B {label=has}",
                "A --o B § B -aggregates-> A",
                "A +-- B § A -contains-> B",
                "A --> B § A -associated with-> B",
                "A --> B : knows § A -knows-> B",
                "A <-- B § B -associated with-> A",
                "A ..> B : <<use>> § A -uses-> B {label=use}",
                "A -- B § A -associated with-> B",
                "A - B : < talks to § A -talks to-> B",
                "A \"1\" --> \"0..*\" B § A -associated with-> B {fromMultiplicity=1, toMultiplicity=0..*}",
                "A ||--o{ B § A -associated with-> B {fromMultiplicity=exactly one, toMultiplicity=zero or more}",
                "A }|..o| B § A -associated with-> B {fromMultiplicity=one or more, toMultiplicity=zero or one}",
                "A::x --> B::y § A -associated with-> B",
                "A -[#red,dashed,thickness=2]-> B § A -uses-> B",
                "\"A\" ..> B #blue;line:red : x § A -uses-> B {label=x}",
                "A [key] --> B § A -associated with-> B",
                "A <--> B § A -associated with-> B {arrow=both}"
            })
    void relationsOfClassesGoAsTheySay(String line, String link) {
        Diagram diagram = PlantUml.parse("class A\nclass B\n" + line);
        assertEquals(List.of(link), Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void thingsOfOneNameInTwoPackagesAreTwo() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        namespace a {
                          class X
                        }
                        package b {
                          class X
                          X --> Y
                        }
                        a.X --> b
                        together {
                          class Z
                        }
                        """);
        assertEquals(
                List.of(
                        "X: X (Class in in a)",
                        "in b/X: X (Class in in b)",
                        "Z: Z (Class)",
                        "Y: Y (Class in in b)"),
                Said.nodes(diagram));
        assertEquals(
                List.of("in b/X -associated with-> Y", "X -associated with-> in b"),
                Said.links(diagram));
    }

    @Test
    void notesAreToldOfWhatTheyAreBeside() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        class A
                        note left of A : careful
                        note right
                          of the
                          last
                        end note
                        note "floating" as N1
                        note as N2
                          long
                        end note
                        A .. N1
                        N2 -- A
                        note on link : nothing
                        note on link
                          nothing
                        end note
                        note left of Nobody : lost
                        """);
        assertEquals(
                List.of("A: A (Class) {notes=[careful; of the last; floating; long]}"),
                Said.nodes(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void componentsAreDrawnByWordsAndSigns() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        left to right direction
                        node "Web server" as web {
                          [API] as api
                          component "Billing\\nservice" as bill <<spring>> $tag
                        }
                        database DB
                        cloud Internet {
                          [CDN]
                        }
                        frame {
                          queue Q
                        }
                        () "HTTP" as http
                        interface Events
                        rectangle R [
                         long
                         text
                        ]
                        usecase U as "two
                        lines"
                        api --> bill : calls
                        [API] ..> DB
                        api -( http
                        bill -up-> Events
                        Internet --> web
                        web -[hidden]- DB
                        [New one] -> [CDN]
                        "Quoted" as QU
                        Code as "Display"
                        """);
        assertEquals("use case", diagram.kind());
        assertEquals(
                List.of("in web: Web server", "in Internet: Internet", "in frame: frame"),
                Said.groups(diagram));
        assertEquals(
                List.of(
                        "api: API (Component in in web)",
                        "bill: Billing service (Component in in web) {stereotype=spring}",
                        "DB: DB (Database)",
                        "CDN: CDN (Component in in Internet)",
                        "Q: Q (Queue in in frame)",
                        "http: HTTP (Interface)",
                        "Events: Events (Interface)",
                        "R: long text (Component)",
                        "U: two lines (Use case)",
                        "QU: Quoted (Actor)",
                        "Code: Display (Actor)",
                        "New one: New one (Component)"),
                Said.nodes(diagram));
        assertEquals(
                List.of(
                        "api -calls-> bill",
                        "api -uses-> DB",
                        "api -uses-> http",
                        "bill -uses-> Events",
                        "in Internet -uses-> in web",
                        "New one -uses-> CDN"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void useCasesAreUsedByActors() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        actor Customer as c
                        :Main Admin: as Admin
                        actor/ Business
                        (Use the app) as UC1
                        rectangle Shop {
                          (Browse)
                        }
                        c --> UC1
                        Admin -- (Use the app)
                        (Browse) .> UC1 : <<include>>
                        User <|-- Admin
                        """);
        assertEquals(
                List.of(
                        "c: Customer (Actor)",
                        "Admin: Main Admin (Actor)",
                        "Business: Business (Actor)",
                        "UC1: Use the app (Use case)",
                        "Browse: Browse (Use case in in Shop)",
                        "User: User (Actor)"),
                Said.nodes(diagram));
        assertEquals(
                List.of(
                        "c -uses-> UC1",
                        "Admin -associated with-> UC1",
                        "Browse -include-> UC1",
                        "Admin -extends-> User"),
                Said.links(diagram));
    }

    @Test
    void macrosOfC4DrawWhatTheyDrawInMermaid() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        @startuml
                        !include https://x.example/C4_Dynamic.puml
                        LAYOUT_WITH_LEGEND()
                        AddElementTag("v1", $bgColor="red")
                        Person(customer, Customer, "Buys (often)")
                        System_Boundary(c1, "Shop")
                        {
                          Container(web, "Web", "Java",
                            $descr="Sells")
                          ContainerDb_Ext(db, "Data")
                        }
                        Deployment_Node(n, "Node") {
                        }
                        Rel_D(customer, web, "Uses", "HTTPS")
                        Rel_Back_Neighbor(db, web, "Reads")
                        BiRel(web, customer, "Talks")
                        RelIndex_R(7, web, db, "Writes", $index=Index()-1)
                        Lay_R(web, db)
                        SHOW_LEGEND()
                        package Other {
                          System(o, "Other")
                        }
                        System(broken, "no end
                        @enduml
                        """);
        assertEquals("c4", diagram.kind());
        assertEquals(List.of("c1: Shop", "n: Node", "in Other: Other"), Said.groups(diagram));
        assertEquals(
                List.of(
                        "customer: Customer (Person) {description=Buys (often)}",
                        "web: Web (Container in c1) {description=Sells, technology=Java}",
                        "db: Data (External container database in c1)",
                        "o: Other (System in in Other)"),
                Said.nodes(diagram));
        assertEquals(
                List.of(
                        "customer -Uses-> web {order=1, technology=HTTPS}",
                        "web -Reads-> db {order=2}",
                        "web -Talks-> customer {arrow=both, order=3}",
                        "web -Writes-> db {order=4}"),
                Said.links(diagram));
        assertEquals(List.of(new Problem(23, "System( has no end ')'")), diagram.problems());
    }

    @Test
    void sequencesOfC4HaveBoundariesThatEnd() {
        Diagram diagram =
                PlantUml.parse(
                        """
                        !include C4_Sequence.puml
                        Container_Boundary(b, "API")
                        Component(c, "Sign in")
                        Boundary_End()
                        Person(p, "Ann")
                        alt good
                        Rel(p, c, "Signs in")
                        end
                        """);
        assertEquals(
                List.of("c: Sign in (Component in b)", "p: Ann (Person)"), Said.nodes(diagram));
        assertEquals(List.of("p -Signs in-> c {order=1}"), Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void whatIsNotUnderstoodIsToldWithItsLine() {
        assertEquals(
                List.of(
                        new Problem(1, "what begins here has no end '}'"),
                        new Problem(2, "not understood: 'what is this'"),
                        new Problem(3, "not understood: 'and so on'"),
                        new Problem(4, "not understood: 'forever'"),
                        new Problem(5, "the body of 'X' has no end '}'")),
                PlantUml.parse(
                                """
                                package P {
                                what is this
                                A --> B and so on
                                class C forever
                                class X {
                                a
                                """)
                        .problems());
        assertEquals(
                List.of(new Problem(2, "'}' closes nothing")),
                PlantUml.parse("class A\n}").problems());
        assertEquals(
                1,
                PlantUml.parse("package a {\n".repeat(101) + "class A\n" + "}\n".repeat(101))
                        .problems()
                        .size());
    }
}
