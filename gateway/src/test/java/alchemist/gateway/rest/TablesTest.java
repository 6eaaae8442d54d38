package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.http.RawClient.Answer;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TablesTest extends Served {
    private void describe(String node, String properties) throws Exception {
        send(
                "{\"type\":\"graph.describe-node\",\"data\":{\"node\":\""
                        + node
                        + "\",\"properties\":{"
                        + properties
                        + "}}}");
    }

    @Test
    void aRowHasWhatWasAskedForAndHowManyEdgesThereAre() throws Exception {
        String ada = node("Ada", "Person");
        String notes = node("Notes", "Document");
        edge(ada, "wrote", notes);
        describe(ada, "\"born\":1815,\"died\":1852");
        List<Properties> rows =
                list(get("/rows?properties=born,unheard&atLeast=" + position()), "rows");
        assertEquals(2, rows.size());
        Properties row = rows.getFirst();
        assertEquals("Ada", text(map(row, "node"), "name"));
        assertEquals(1, number(row, "neighbors"));
        assertEquals(List.of("born"), map(row, "properties").keys());
        assertEquals(1815, number(map(row, "properties"), "born"));
        assertTrue(text(row, "changedAt").startsWith("20"));
    }

    @Test
    void onlyThoseThatHaveAPropertyAreListedPageByPage() throws Exception {
        for (int i = 0; i < 6; i++) {
            String id = node("n" + i, "T");
            if (i % 2 == 0) {
                describe(id, "\"notes\":\"about " + i + "\"");
            }
        }
        List<String> names = new ArrayList<>();
        String next = "/rows?properties=notes&stated=true&limit=2&atLeast=" + position();
        String cursor = "";
        do {
            Properties page = get(next + cursor);
            list(page, "rows").forEach(row -> names.add(text(map(row, "node"), "name")));
            cursor = page.find("cursor") == null ? "" : "&cursor=" + text(page, "cursor");
        } while (!cursor.isEmpty());
        assertEquals(List.of("n0", "n2", "n4"), names);
    }

    @Test
    void moreThanTwentyPropertiesAreRefused() throws Exception {
        StringBuilder keys = new StringBuilder("a");
        for (int i = 0; i < 20; i++) {
            keys.append(",k").append(i);
        }
        Answer answer = client.get(DEMO + "/rows?properties=" + keys);
        assertEquals(400, answer.status());
        assertTrue(answer.text().contains("at most 20"));
    }

    @Test
    void theOntologyCountsWhatIsThereAndSaysHowEachTermStands() throws Exception {
        String ada = node("Ada", "Person");
        String bob = node("Bob", "Person");
        edge(ada, "knows", bob);
        describe(ada, "\"born\":1815");
        send("{\"type\":\"ontology.accept-type\",\"data\":{\"term\":\"Person\"}}");
        send(
                "{\"type\":\"ontology.rename-term\",\"data\":{\"term\":\"knows\",\"relation\":true,"
                        + "\"label\":\"is acquainted with\"}}");
        send(
                "{\"type\":\"ontology.constrain-property\",\"data\":{\"term\":\"Person\","
                        + "\"property\":\"died\",\"kind\":\"integer\",\"mandatory\":true}}");
        send(
                "{\"type\":\"ontology.describe-term\",\"data\":{\"term\":\"Person\","
                        + "\"description\":\"Somebody who lives, or lived.\"}}");
        long before = position();
        send("{\"type\":\"ontology.describe-term\",\"data\":{\"term\":\"Person\"}}");
        send("{\"type\":\"ontology.reject-type\",\"data\":{\"term\":\"Person\"}}");
        List<Properties> terms =
                list(get("/ontology?at=" + before + "&atLeast=" + before), "terms");
        assertEquals(2, terms.size());
        Properties person = terms.getFirst();
        assertEquals("accepted", text(person, "standing"));
        assertEquals("Somebody who lives, or lived.", text(person, "description"));
        assertEquals(2, number(person, "count"));
        List<Properties> uses = list(person, "properties");
        assertEquals("born", text(uses.getFirst(), "key"));
        assertEquals(1, number(uses.getFirst(), "count"));
        assertEquals(Value.flag(true), uses.getFirst().find("numeric"));
        assertNotEquals(Value.flag(true), uses.getLast().find("numeric"));
        assertEquals("died", text(uses.getLast(), "key"));
        assertEquals("integer", text(uses.getLast(), "kind"));
        Properties knows = terms.getLast();
        assertEquals("is acquainted with", text(knows, "label"));
        assertEquals("proposed", text(knows, "standing"));
        assertEquals(1, number(knows, "count"));
        List<Properties> now = list(get("/ontology?atLeast=" + position()), "terms");
        assertEquals("rejected", text(now.getFirst(), "standing"));
        assertNull(now.getFirst().find("description"));
    }
}
