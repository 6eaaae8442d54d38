package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.http.RawClient.Answer;
import alchemist.kernel.value.Properties;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SamenessesTest extends Served {
    @BeforeEach
    void twoPairs() throws Exception {
        person("Ada Byron", "ada@a.example");
        person("Ada Byron", "byron@b.example");
        person("Bob Lee", "bob.lee@a.example");
        person("Bob Lee", "boblee@b.example");
    }

    private void person(String name, String email) throws Exception {
        String id = node(name, "Person");
        send(
                "{\"type\":\"graph.describe-node\",\"data\":{\"node\":\""
                        + id
                        + "\",\"properties\":{\"email\":\""
                        + email
                        + "\"}}}");
    }

    private Properties suggestions(String query) throws Exception {
        return get("/suggestions?atLeast=" + position() + query);
    }

    private void decide(String type, String one, String other, Properties pair) throws Exception {
        send(
                "{\"type\":\"graph."
                        + type
                        + "\",\"data\":{\""
                        + one
                        + "\":[\""
                        + text(map(pair, "survivor"), "id")
                        + "\"],\""
                        + other
                        + "\":[\""
                        + text(map(pair, "absorbed"), "id")
                        + "\"]}}");
    }

    @Test
    void suggestionsComeInPagesAndGoWhenTheyAreDecided() throws Exception {
        Properties first = suggestions("&limit=1");
        assertEquals(2, number(map(first, "counts"), "person"));
        Properties bob = list(first, "suggestions").getFirst();
        assertEquals(97, number(bob, "score"));
        assertEquals("Bob Lee", text(map(bob, "survivor"), "name"));
        Properties second = suggestions("&limit=1&cursor=" + text(first, "cursor"));
        Properties ada = list(second, "suggestions").getFirst();
        assertEquals("Ada Byron", text(map(ada, "absorbed"), "name"));
        assertEquals(1, list(suggestions("&least=95"), "suggestions").size());
        assertEquals(0, list(suggestions("&kind=issue"), "suggestions").size());
        decide("merge-pairs", "survivors", "absorbed", bob);
        decide("keep-nodes-apart", "ones", "others", ada);
        assertEquals(0, list(suggestions(""), "suggestions").size());
        List<Properties> apart = list(get("/separations?atLeast=" + position()), "separations");
        assertEquals("Ada Byron", text(map(apart.getFirst(), "other"), "name"));
        decide("reconsider-nodes", "ones", "others", ada);
        assertEquals(1, list(suggestions(""), "suggestions").size());
    }

    @Test
    void whatIsAskedForWronglyIsToldApart() throws Exception {
        for (String query : List.of("?kind=none", "?least=101", "?cursor=x")) {
            Answer answer = client.get(DEMO + "/suggestions" + query);
            assertEquals(400, answer.status(), answer::text);
        }
        assertTrue(client.get(DEMO + "/separations?cursor=x").status() == 400);
    }
}
