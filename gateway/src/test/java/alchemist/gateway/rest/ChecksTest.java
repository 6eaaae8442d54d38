package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.http.RawClient.Answer;
import alchemist.kernel.value.Properties;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChecksTest extends Served {
    private static final String RULES =
            """
            {"rules":[
              {"name":"people write no people","forbid":{"from":{"types":["Person"]},"to":{"types":["Person"]}}},
              {"name":"no documents","forbid":{"to":{"types":["Document"],"except":{"names":["Draft*"]}},"relations":["wrote"]}},
              {"name":"no circles","acyclic":{"relations":["wrote"],"level":"thing"}},
              {"name":"all are read","require":{"each":{"types":["Document"]},"direction":"in","relations":["read"]}},
              {"name":"or at most once","require":{"each":{"types":["Document"]},"direction":"in","atMost":1}}
            ]}
            """;

    @Test
    void rulesAreAnsweredInTheirOrderWithWhatBreaksThem() throws Exception {
        String ada = node("Ada", "Person");
        String notes = node("Notes", "Document");
        edge(ada, "wrote", notes);
        Properties answer = json(client.post(DEMO + "/check?atLeast=" + position(), RULES));
        assertEquals(position(), number(answer, "position"));
        List<Properties> verdicts = list(answer, "verdicts");
        assertEquals(
                List.of("true", "false", "true", "false", "true"),
                verdicts.stream().map(v -> "" + (number(v, "broken") == 0)).toList());
        Properties finding = list(verdicts.get(1), "findings").getFirst();
        assertEquals("Person Ada wrote Document Notes", text(finding, "what"));
        assertEquals(notes, text(map(list(finding, "steps").getFirst(), "to"), "id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; rules",
                "{\"rules\":[{\"name\":\"x\"}]}; must have one of forbid, acyclic and require",
                "{\"rules\":[{\"name\":\"x\",\"forbid\":{\"form\":{}}}]}; form",
                "{\"rules\":[{\"name\":\"x\",\"acyclic\":{\"level\":\"house\"}}]}; the level is thing",
                "{\"rules\":[{\"name\":\"x\",\"acyclic\":{\"level\":0}}]}; the level is thing",
                "{\"rules\":[{\"name\":\"x\",\"require\":{\"direction\":\"up\"}}]}; no direction",
                "{\"rules\":[{\"name\":\"x\",\"require\":{\"atLeast\":\"1\"}}]}; whole numbers",
                "{\"rules\":[{\"name\":\"x\",\"require\":{\"atLeast\":2,\"atMost\":1}}]}; at least 2"
            })
    void saysWhatIsWrongWithRules(String body, String problem) throws Exception {
        Answer answer = client.post(DEMO + "/check", body);
        assertEquals(400, answer.status(), answer::text);
        assertTrue(answer.text().contains(problem), answer::text);
    }
}
