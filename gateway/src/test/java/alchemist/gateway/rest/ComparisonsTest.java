package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.http.RawClient.Answer;
import alchemist.kernel.value.Properties;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonsTest extends Served {
    @Test
    void whatDiffersIsToldWithWhatItWasAndIs() throws Exception {
        String ada = node("Ada", "Person");
        long then = position();
        send(
                "{\"type\":\"graph.rename-node\",\"data\":{\"node\":\""
                        + ada
                        + "\",\"name\":\"Ada L.\"}}");
        String notes = node("Notes", "Document");
        edge(ada, "wrote", notes);
        Properties answer = get("/changes?since=" + then + "&atLeast=" + position());
        assertEquals(then, number(answer, "since"));
        assertEquals(position(), number(answer, "position"));
        List<Properties> changes = list(answer, "changes");
        assertEquals(
                List.of("added Notes", "changed Ada L.", "added wrote"),
                changes.stream().map(c -> text(c, "kind") + " " + text(c, "name")).toList());
        Properties field = list(changes.get(1), "fields").getFirst();
        assertEquals("Ada", text(field, "before"));
        assertEquals("Notes", text(map(changes.get(2), "to"), "name"));
        assertEquals(3, list(answer, "totals").size());
        assertEquals(1, number(map(answer, "added"), "nodes"));
        assertEquals(1, number(map(answer, "changed"), "nodes"));
        assertEquals(1, number(map(answer, "added"), "edges"));
        assertEquals(1, list(get("/changes?limit=1"), "changes").size());
    }

    @Test
    void aMomentThatIsNotThereYetIsToldApart() throws Exception {
        Answer answer = client.get(DEMO + "/changes?since=99");
        assertEquals(409, answer.status(), answer::text);
        assertTrue(answer.text().contains("position-ahead"), answer::text);
    }
}
