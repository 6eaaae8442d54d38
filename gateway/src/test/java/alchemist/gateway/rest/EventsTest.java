package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.value.Properties;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventsTest extends Served {
    private static final String CLIENT = "6tqz5jhvd0q1s3h5e0r2m8xk4n";

    private static List<Long> positions(Properties answer) {
        return list(answer, "events").stream().map(e -> number(e, "position")).toList();
    }

    private void rename(String node, String name) throws Exception {
        send(
                "{\"type\":\"graph.rename-node\",\"client\":\""
                        + CLIENT
                        + "\",\"data\":{\"node\":\""
                        + node
                        + "\",\"name\":\""
                        + name
                        + "\"}}");
    }

    @Test
    void theLatestComeFirstInPagesWithoutAGap() throws Exception {
        String ada = node("Ada", "Person");
        for (int i = 0; i < 6; i++) {
            rename(ada, "Ada " + i);
        }
        long last = position();
        Properties first = get("/events?latestFirst=true&limit=4");
        assertEquals(List.of(last, last - 1, last - 2, last - 3), positions(first));
        assertEquals(last - 4, number(first, "next"));
        Properties rest = get("/events?latestFirst=true&limit=4000&to=" + (last - 4));
        assertEquals(last - 4, positions(rest).size());
        assertTrue(rest.find("next") == null);
    }

    @Test
    void everyFieldOfTheEnvelopeSelects() throws Exception {
        String ada = node("Ada", "Person");
        rename(ada, "Lovelace");
        node("Bob", "Person");
        long renamed =
                number(list(get("/events?client=" + CLIENT), "events").getFirst(), "position");
        Properties event =
                list(get("/events?from=" + renamed + "&to=" + renamed), "events").getFirst();
        assertEquals("graph.node-renamed", text(event, "type"));
        String at = text(event, "recordedAt");
        assertEquals(List.of(renamed), positions(get("/events?text=LOVELACE&latestFirst=true")));
        assertEquals(List.of(renamed), positions(get("/events?since=" + at + "&until=" + at)));
        assertEquals(position(), positions(get("/events?actor=" + text(event, "actor"))).size());
        assertEquals(List.of(), positions(get("/events?actor=" + CLIENT)));
        assertEquals(List.of(renamed), positions(get("/events?subject=ws.*.*.*.node-renamed")));
    }

    @Test
    void countsAreByTypeAndTime() throws Exception {
        String ada = node("Ada", "Person");
        rename(ada, "Lovelace");
        rename(ada, "Byron");
        Properties counts = get("/events/counts?intervals=3");
        assertEquals(position(), number(counts, "count"));
        long inIntervals =
                list(counts, "intervals").stream().mapToLong(i -> number(i, "count")).sum();
        assertEquals(position(), inIntervals);
        assertEquals(3, list(counts, "intervals").size());
        assertEquals(position(), number(list(counts, "intervals").getLast(), "position"));
        Properties renames = get("/events/counts?subject=ws.*.*.*.node-renamed");
        assertEquals(2, number(renames, "count"));
        assertEquals("graph.node-renamed", text(list(renames, "types").getFirst(), "type"));
        assertEquals(0, number(get("/events/counts?text=nobody"), "count"));
    }

    @Test
    void anEventIsToldWithItsCommandInWords() throws Exception {
        String ada = node("Ada", "Person");
        rename(ada, "Lovelace");
        Properties story = get("/events/" + position());
        assertTrue(text(map(story, "event"), "summary").contains("Lovelace"), story::toString);
        assertEquals(1, number(story, "commandEvents"));
        assertEquals(1, list(story, "command").size());
        assertEquals(List.of(), list(story, "causes"));
        assertEquals(List.of(), list(story, "effects"));
        assertEquals(404, client.get(DEMO + "/events/999").status());
        assertEquals(400, client.get(DEMO + "/events/first").status());
    }

    @Test
    void whatDiffersBetweenTwoPositionsIsTold() throws Exception {
        String ada = node("Ada", "Person");
        String bob = node("Bob", "Person");
        long then = position();
        rename(ada, "Lovelace");
        edge(ada, "knows", bob);
        node("Carol", "Person");
        send("{\"type\":\"graph.retire-node\",\"data\":{\"node\":\"" + bob + "\"}}");
        Properties changes = get("/changes?since=" + then + "&atLeast=" + position());
        List<String> told =
                list(changes, "changes").stream()
                        .filter(c -> text(c, "name").length() > 0)
                        .map(c -> text(c, "kind") + " " + text(c, "name"))
                        .sorted()
                        .toList();
        assertEquals(List.of("added Carol", "changed Lovelace", "removed Bob"), told);
        assertEquals(1, number(map(changes, "added"), "nodes"));
        assertEquals(then, number(changes, "since"));
        assertEquals(1, list(get("/changes?limit=1&since=" + then), "changes").size());
    }

    @Test
    void whatIsSentIsReadByTheUsualReaders() throws Exception {
        String body =
                "{\"nodes\":[{\"id\":\"n0\",\"position\":{\"x\":0,\"y\":0},\"caption\":\"Sent\","
                        + "\"labels\":[\"Thing\"],\"properties\":{},\"style\":{}}],"
                        + "\"relationships\":[],\"style\":{}}";
        Properties begun = json(client.post(DEMO + "/uploads", "{\"name\":\"diagram.json\"}"));
        String upload = DEMO + "/uploads/" + text(begun, "id");
        assertEquals(200, client.sendBytes(upload + "/files?path=diagram.json", body).status());
        String path = text(json(client.post(upload + "/finish", "{}")), "path");
        Properties dry =
                json(client.post(DEMO + "/imports", "{\"path\":\"" + path + "\",\"dryRun\":true}"));
        assertEquals("done", text(dry, "state"));
        assertTrue(number(map(map(dry, "diff"), "added"), "nodes") >= 1);
        assertEquals(409, client.post(DEMO + "/uploads", "{\"name\":\"../../x\"}").status());
        assertEquals(415, client.post(upload + "/files?path=x", "{}").status());
    }
}
