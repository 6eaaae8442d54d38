package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.TestHost;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Those who state and do something stand by name in every answer. */
final class WhoTest extends Served {
    private static final Id ADA = Id.of("person", "ada");
    private static final Id STRANGER = Id.of("person", "stranger");

    private String node = "";

    private void adaAndAStrangerSayWhatANodeIsCalled() throws IOException {
        send(
                "{\"type\":\"graph.add-node\",\"data\":{\"node\":\""
                        + ADA
                        + "\",\"name\":{\"$personal\":{\"subject\":\""
                        + ADA
                        + "\",\"text\":\"Ada\"}}}}");
        node = node("One", "Thing");
        renamedBy(STRANGER, "Two");
        renamedBy(ADA, "Three");
        get("/stats?atLeast=" + position());
    }

    private void renamedBy(Id actor, String name) throws IOException {
        send(
                "{\"type\":\"graph.rename-node\",\"actor\":\""
                        + actor
                        + "\",\"data\":{\"node\":\""
                        + node
                        + "\",\"name\":\""
                        + name
                        + "\"}}");
    }

    private List<String> stating(String at) throws IOException {
        return list(map(get("/nodes/" + node + at), "node"), "nameStatements").stream()
                .map(s -> text(map(s, "source"), "label"))
                .toList();
    }

    private List<String> acting() throws IOException {
        return list(get("/events"), "events").stream().map(e -> text(e, "actorName")).toList();
    }

    @Test
    void peopleAreNamedByTheirNodesElseByWhatTheServerKnows() throws Exception {
        adaAndAStrangerSayWhatANodeIsCalled();
        String stranger = "person " + STRANGER.toString().substring(0, 6);
        assertEquals(List.of("Ada", stranger, "tester"), stating(""));
        assertTrue(acting().containsAll(List.of("tester", stranger, "Ada")), acting()::toString);
        List<Properties> why = list(get("/nodes/" + node + "/why"), "why");
        assertEquals("Ada", text(why.getFirst(), "actorName"));
        assertEquals("Ada", text(map(why.getFirst(), "source"), "label"));
        Properties last = list(get("/nodes/" + node + "/history"), "history").getFirst();
        assertEquals("Ada", text(last, "actorName"));
        assertEquals(TestHost.PERSON.toString(), text(json(client.get(DEMO)), "person"));
    }

    @Test
    void whoWasErasedIsAnErasedPersonAtEveryPosition() throws Exception {
        adaAndAStrangerSayWhatANodeIsCalled();
        long then = position();
        client.post(DEMO + "/subjects/" + ADA + "/erase", "{}");
        client.post(DEMO + "/subjects/" + STRANGER + "/erase", "{}");
        for (String at : List.of("", "?at=" + then)) {
            assertEquals(List.of("erased person", "erased person", "tester"), stating(at));
        }
        assertFalse(acting().contains("Ada"), acting()::toString);
        assertFalse(client.get(DEMO + "/nodes/" + node + "/why").text().contains("Ada"));
    }

    @Test
    void namesAreThoseOfThePosition() throws Exception {
        adaAndAStrangerSayWhatANodeIsCalled();
        long then = position();
        String person = node;
        node = ADA.toString();
        renamedBy(TestHost.PERSON, "Lovelace");
        node = person;
        assertEquals("Lovelace", stating("?atLeast=" + position()).getFirst());
        assertEquals("Ada", stating("?at=" + then).getFirst());
    }
}
