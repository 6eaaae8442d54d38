package alchemist.exchange.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityDiagramTest {
    @Test
    void readsEntitiesWithTheirAttributes() {
        Diagram diagram =
                Said.parse(
                        "erDiagram",
                        "  direction LR",
                        "  CUSTOMER ||--o{ ORDER : places",
                        "  CUSTOMER {",
                        "    string id PK, FK \"the number\"",
                        "    %% old",
                        "    varchar(20)[] *names UK",
                        "    List~Map~int, string~~ parts",
                        "  }",
                        "  p[\"Private person\"]:::blue { date born }",
                        "  \"LINE ITEM\"",
                        "  ORDER }|..|{ \"LINE ITEM\" : \"is made of\"",
                        "  style p fill:#fff");
        assertEquals("er", diagram.kind());
        assertEquals(
                List.of(
                        "CUSTOMER: CUSTOMER (Entity) {attributes=[{comment=the number, keys=[PK;"
                                + " FK], name=id, type=string}; {keys=[UK], name=*names,"
                                + " type=varchar(20)[]}; {name=parts, type=List<Map<int,"
                                + " string>>}]}",
                        "ORDER: ORDER (Entity)",
                        "p: Private person (Entity) {attributes=[{name=born, type=date}]}",
                        "LINE ITEM: LINE ITEM (Entity)"),
                Said.nodes(diagram));
        assertEquals(
                List.of(
                        "CUSTOMER -places-> ORDER {fromCardinality=exactly one, identifying=true,"
                                + " toCardinality=zero or more}",
                        "ORDER -is made of-> LINE ITEM {fromCardinality=one or more,"
                                + " identifying=false, toCardinality=one or more}"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "||--|o; exactly one; zero or one; true",
                "|o--||; zero or one; exactly one; true",
                "}o--o{; zero or more; zero or more; true",
                "}|--|{; one or more; one or more; true",
                "||--}o; exactly one; zero or more; true",
                "||..||; exactly one; exactly one; false",
                "||.-||; exactly one; exactly one; false",
                "only one to zero or more; exactly one; zero or more; true",
                "one or many optionally to many(0); one or more; zero or more; false",
                "1 to 1+; exactly one; one or more; true",
                "zero or one to 0+; zero or one; zero or more; true",
                "One To Many(1); exactly one; one or more; true",
                "u--o{; parent; zero or more; true",
            })
    void knowsEveryCardinality(String text, String from, String to, boolean identifying) {
        Diagram diagram = Said.parse("erDiagram", "A " + text + " B : has");
        assertEquals(
                List.of(
                        "A -has-> B {fromCardinality="
                                + from
                                + ", identifying="
                                + identifying
                                + ", toCardinality="
                                + to
                                + "}"),
                Said.links(diagram));
        assertEquals(List.of(), diagram.problems());
    }

    @Test
    void aLineThatIsNotUnderstoodCostsNoMore() {
        Diagram diagram =
                Said.parse(
                        "erDiagram",
                        "A ||--",
                        "B ||--|| C : has",
                        "D {",
                        "  lonely",
                        "  string good",
                        "}",
                        "!!",
                        "E {");
        assertEquals(1, diagram.links().size());
        assertEquals(
                "D: D (Entity) {attributes=[{name=good, type=string}]}",
                Said.nodes(diagram).get(3));
        assertEquals(List.of(2, 5, 8, 9), Said.problemLines(diagram));
    }
}
