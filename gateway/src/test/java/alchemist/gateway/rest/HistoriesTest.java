package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoriesTest extends Served {
    private String commit(String name, String author, String... files) throws Exception {
        String commit = node(name, "Commit");
        edge(commit, "authored by", author);
        for (String file : files) {
            edge(commit, "changes", file);
        }
        return commit;
    }

    private String file(String name, int lines) throws Exception {
        String file = node(name, "File");
        send(
                "{\"type\":\"graph.describe-node\",\"data\":{\"node\":\""
                        + file
                        + "\",\"properties\":{\"lines\":"
                        + lines
                        + ",\"path\":\"src/"
                        + name
                        + "\"}}}");
        return file;
    }

    private static double real(Properties map, String key) {
        return map.find(key) instanceof Value.Real(double real) ? real : number(map, key);
    }

    @Test
    void everyNumberLeadsToItsCommits() throws Exception {
        String ann = node("Ann", "Person");
        String a = file("a", 10);
        String b = file("b", 7);
        String first = commit("First", ann, a, b);
        long before = position();
        commit("Second", ann, a);
        String now = "?atLeast=" + position();

        Properties together = get("/nodes/" + a + "/co-changes" + now + "&least=1");
        assertEquals(position(), number(together, "position"));
        assertEquals(2, number(together, "commits"));
        Properties one = list(together, "coChanges").getFirst();
        assertEquals(b, text(map(one, "file"), "id"));
        assertEquals("src/b", text(one, "path"));
        assertEquals(0.5, real(one, "confidence"));
        assertEquals(List.of(Value.text(first)), ids(one, "commits"));
        assertEquals(0, number(get("/nodes/" + a + "/co-changes"), "total"), "twice, if not said");

        Properties owners = get("/nodes/" + a + "/owners");
        assertEquals(180, number(owners, "halfLifeDays"));
        assertEquals("Ann", text(map(list(owners, "owners").getFirst(), "person"), "name"));
        assertEquals(2, ids(list(owners, "owners").getFirst(), "reasons").size());

        Properties spots = get("/hot-spots?measure=lines");
        assertEquals(
                List.of("src/a 2 10 20", "src/b 1 7 7"),
                list(spots, "hotSpots").stream()
                        .map(
                                s ->
                                        text(s, "path")
                                                + " "
                                                + number(s, "changes")
                                                + " "
                                                + number(s, "size")
                                                + " "
                                                + number(s, "score"))
                        .toList());
        assertEquals(2, number(get("/hot-spots"), "unmeasured"), "no code was read");
        Properties then = get("/hot-spots?measure=lines&at=" + before);
        assertEquals(before, number(then, "position"));
        assertEquals(1, number(list(then, "hotSpots").getFirst(), "changes"));
    }

    @Test
    void aReleaseIsAskedForByItsTag() throws Exception {
        String ann = node("Ann", "Person");
        String a = file("a", 10);
        String first = commit("First", ann, a);
        String second = commit("Second", ann, a);
        edge(second, "follows", first);
        edge(second, "mentions", node("#7", "Issue"));
        edge(node("v1", "Tag"), "points to", first);
        String v2 = node("v2", "Tag");
        edge(v2, "points to", second);
        String now = "?atLeast=" + position();
        assertEquals(2, number(get("/releases" + now), "total"));
        Properties release = get("/releases/" + v2 + now);
        assertEquals("v1", text(list(map(release, "release"), "before").getFirst(), "name"));
        assertEquals(1, number(map(release, "release"), "commits"));
        assertEquals("Second", text(list(release, "commits").getFirst(), "name"));
        assertEquals("#7", text(map(list(release, "mentioned").getFirst(), "node"), "name"));
        String refused = client.get(DEMO + "/releases/" + a).text();
        assertTrue(refused.contains("tag"), refused);
    }

    private static List<Value> ids(Properties map, String key) {
        return map.find(key) instanceof Value.ListOf(List<Value> ids) ? ids : List.of();
    }
}
