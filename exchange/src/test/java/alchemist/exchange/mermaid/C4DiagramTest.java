package alchemist.exchange.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class C4DiagramTest {
    @Test
    void readsElementsBoundariesAndRelations() {
        Diagram diagram =
                Said.parse(
                        "C4Container",
                        "title The shop",
                        "Person(buyer, \"Buyer\", \"Buys, often\")",
                        "System_Ext(mail, \"Mail\", $tags=\"old\")",
                        "Enterprise_Boundary(e, \"Company\") {",
                        "  Container_Boundary(shop, \"Shop\")",
                        "  {",
                        "    Container(web, \"Web app\", \"TypeScript\", \"Shows<br/>goods\")",
                        "    ContainerDb(db, \"Files\", $descr=\"Keeps all\", $techn=\"SQL\")",
                        "    Component_Ext(pay, \"Payment\")",
                        "  }",
                        "  Deployment_Node(host, \"Host\", \"Linux\") {",
                        "    SystemQueue(q, \"Queue\")",
                        "  }",
                        "}",
                        "Rel(buyer, web, \"looks at\", \"HTTPS\")",
                        "BiRel_R(web, db, \"reads and writes\")",
                        "Rel_Back(web, q, \"feeds\")",
                        "Rel_U(shop, mail, \"\", $techn=\"SMTP\")",
                        "UpdateElementStyle(buyer, $fontColor=\"red\")",
                        "UpdateLayoutConfig($c4ShapeInRow=\"3\")");
        assertEquals("c4", diagram.kind());
        assertEquals("The shop", diagram.title());
        assertEquals(
                List.of(
                        "buyer: Buyer (Person) {description=Buys, often}",
                        "mail: Mail (External system) {tags=old}",
                        "web: Web app (Container in shop) {description=Shows goods,"
                                + " technology=TypeScript}",
                        "db: Files (Container database in shop) {description=Keeps all,"
                                + " technology=SQL}",
                        "pay: Payment (External component in shop)",
                        "q: Queue (System queue in host)"),
                Said.nodes(diagram));
        assertEquals(
                List.of("e: Company", "shop: Shop (in e)", "host: Host (in e)"),
                Said.groups(diagram));
        assertEquals(
                List.of(
                        "buyer -looks at-> web {technology=HTTPS}",
                        "web -reads and writes-> db {arrow=both}",
                        "q -feeds-> web",
                        "shop -relates to-> mail {technology=SMTP}"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void numbersTheRelationsOfADynamicDiagram() {
        Diagram diagram =
                Said.parse(
                        "C4Dynamic",
                        "Container(a, \"A\")",
                        "Container(b, \"B\")",
                        "RelIndex(1, a, b, \"asks\")",
                        "Rel(b, a, \"answers\")");
        assertEquals(
                List.of("a -asks-> b {order=1}", "b -answers-> a {order=2}"), Said.links(diagram));
    }

    @Test
    void aLineThatIsNotUnderstoodCostsNoMore() {
        Diagram diagram =
                Said.parse(
                        "C4Context",
                        "Person(a, \"A\")",
                        "Robot(b, \"B\")",
                        "hm",
                        "Rel(a, nobody, \"calls\")",
                        "Rel(a, a, \"calls\")",
                        "System(\"x",
                        "");
        assertEquals(List.of("a -calls-> a"), Said.links(diagram));
        assertEquals(List.of(3, 4, 5, 7), Said.problemLines(diagram));
    }
}
