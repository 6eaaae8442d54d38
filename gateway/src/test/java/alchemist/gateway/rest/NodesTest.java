package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.http.RawClient.Answer;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NodesTest extends Served {
    @Test
    void aNodeIsReadAsItWasWritten() throws Exception {
        String ada = node("Ada", "Person");
        String notes = node("Notes", "Document");
        edge(ada, "wrote", notes);
        Properties answer = get("/nodes/" + ada + "?atLeast=" + position());
        assertEquals(position(), number(answer, "position"));
        Properties node = map(answer, "node");
        assertEquals("Ada", text(node, "name"));
        assertEquals(1, number(map(node, "neighborCounts"), "wrote →"));
        Properties neighbor = list(get("/nodes/" + notes + "/neighbors"), "neighbors").getFirst();
        assertEquals("in", text(neighbor, "direction"));
        assertEquals("Ada", text(map(neighbor, "node"), "name"));
    }

    @Test
    void whatIsSomethingElseIsNotSaidToBeAway() throws Exception {
        String ada = node("Ada", "Person");
        String edge = edge(ada, "knows", node("Ben", "Person"));
        String now = "?atLeast=" + position();
        for (String path : List.of("/edges/" + ada, "/releases/" + ada)) {
            Answer answer = client.get(DEMO + path + now);
            assertEquals(404, answer.status(), answer.text());
            assertTrue(answer.text().contains(ada + " is a node, and no "), answer.text());
            assertTrue(answer.text().contains("\"other-thing\""), answer.text());
        }
        Answer answer = client.get(DEMO + "/nodes/" + edge + now);
        assertTrue(answer.text().contains(edge + " is an edge, and no node"), answer.text());
    }

    @Test
    void whatIsAwayIsToldApartFromWhatNeverWas() throws Exception {
        String ada = node("Ada", "Person");
        long before = position();
        send("{\"type\":\"graph.retire-node\",\"data\":{\"node\":\"" + ada + "\"}}");
        String now = "?atLeast=" + position();
        Answer away = client.get(DEMO + "/nodes/" + ada + now);
        assertEquals(404, away.status());
        assertTrue(away.text().contains("\"absent-node\""), away.text());
        assertEquals("Ada", text(map(get("/nodes/" + ada + "?at=" + before), "node"), "name"));
        Answer never = client.get(DEMO + "/nodes/" + Id.of("node", "never") + now);
        assertEquals(404, never.status());
        assertTrue(never.text().contains("\"unknown-node\""), never.text());
    }

    @Test
    void aGroupTellsItsMembers() throws Exception {
        String ada = node("Ada", "Person");
        String ben = node("Ben", "Person");
        Properties formed =
                send(
                        "{\"type\":\"graph.form-group\",\"data\":{\"name\":\"People\",\"members\":[\""
                                + ada
                                + "\",\""
                                + ben
                                + "\"]}}");
        String path = "/nodes/" + text(map(formed, "given"), "group") + "/members?limit=1";
        Properties first = get(path + "&atLeast=" + position());
        assertEquals("Ada", text(list(first, "nodes").getFirst(), "name"));
        Properties second = get(path + "&cursor=" + text(first, "cursor"));
        assertEquals("Ben", text(list(second, "nodes").getFirst(), "name"));
        assertNull(second.find("cursor"));
        Answer nobody = client.get(DEMO + "/nodes/00000000000000000000000001/members");
        assertEquals(404, nobody.status());
    }

    @Test
    void anAnswerSaysThatItsNamesAreOnlySpeltAlike() throws Exception {
        node("models.py", "File");
        node("models.pyi", "File");
        String last = "&limit=1&atLeast=" + position();
        assertNull(get("/nodes?name=models" + last).find("fuzzy"));
        assertNull(get("/nodes?name=cellar" + last).find("fuzzy"));
        Properties first = get("/nodes?name=modles.py" + last);
        assertEquals(new Value.Bool(true), first.find("fuzzy"));
        assertEquals("models.py", text(list(first, "nodes").getFirst(), "name"));
        Properties second = get("/nodes?name=modles.py&limit=1&cursor=" + text(first, "cursor"));
        assertEquals(new Value.Bool(true), second.find("fuzzy"));
        assertEquals("models.pyi", text(list(second, "nodes").getFirst(), "name"));
    }

    @Test
    void anAnswerSaysThatItsNodesAreOnlyDescribedSo() throws Exception {
        send(
                "{\"type\":\"graph.describe-node\",\"data\":{\"node\":\""
                        + node("models.py", "File")
                        + "\",\"properties\":{\"description\":\"What customers order\"}}}");
        Properties found = get("/nodes?name=orders+of+customers&atLeast=" + position());
        assertNull(found.find("described"));
        found = get("/nodes?name=order+customers&atLeast=" + position());
        assertEquals(new Value.Bool(true), found.find("described"));
        assertNull(found.find("fuzzy"));
        assertEquals("models.py", text(list(found, "nodes").getFirst(), "name"));
    }

    @Test
    void pagesOfOneListAreTrueAtOnePosition() throws Exception {
        for (int i = 0; i < 5; i++) {
            node("n" + i, "T");
        }
        long then = position();
        Properties first = get("/nodes?limit=2&atLeast=" + then);
        node("later", "T");
        String next = "/nodes?limit=2&atLeast=" + position() + "&cursor=";
        Properties second = get(next + text(first, "cursor"));
        Properties third = get(next + text(second, "cursor"));
        assertEquals(then, number(third, "position"));
        assertEquals(
                List.of(2, 2, 1),
                List.of(
                        list(first, "nodes").size(),
                        list(second, "nodes").size(),
                        list(third, "nodes").size()));
        assertTrue(third.find("cursor") == null);
        Answer other = client.get(DEMO + "/nodes?type=T&cursor=" + text(first, "cursor"));
        assertEquals(400, other.status());
        assertTrue(other.text().contains("\"parameter\":\"cursor\""));
    }
}
