package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.http.RawClient.Answer;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ExcerptsTest extends Served {
    private Path page() {
        return folder.resolve("diagram.json");
    }

    private String imported() throws Exception {
        Path page = page();
        Files.writeString(
                page,
                """
                {"nodes":[{"id":"n0","position":{"x":0,"y":0},"caption":"One","labels":[],
                 "properties":{"path":"diagram.json"},"style":{}}],
                 "relationships":[],"style":{}}
                """);
        Answer begun = client.post(DEMO + "/imports", "{\"path\":\"" + page + "\"}");
        Id run = Id.parse(text(json(begun), "id"));
        host.find("demo")
                .orElseThrow()
                .imports()
                .find(run)
                .orElseThrow()
                .ended()
                .get(20, TimeUnit.SECONDS);
        Properties one = list(get("/nodes?name=One&atLeast=" + position()), "nodes").getFirst();
        return text(one, "id");
    }

    @Test
    void theLinesOfTheFileThatASourceStatesAreRead() throws Exception {
        Properties answer = get("/nodes/" + imported() + "/excerpt");
        assertEquals("diagram.json", text(answer, "file"));
        assertEquals(1, number(answer, "first"));
        assertTrue(String.valueOf(answer.find("lines")).contains("caption"));
    }

    @Test
    void aFileThatIsGoneIsSaid() throws Exception {
        String id = imported();
        Files.delete(page());
        Answer answer = client.get(DEMO + "/nodes/" + id + "/excerpt");
        assertEquals(404, answer.status());
        assertTrue(answer.text().contains("not there any more"), answer.text());
    }

    @Test
    void whatAPersonStatesLeadsToNoFile() throws Exception {
        String id = node("Passwords", "File");
        send(
                "{\"type\":\"graph.describe-node\",\"data\":{\"node\":\""
                        + id
                        + "\",\"properties\":{\"path\":\"/etc/passwd\"}}}");
        Answer answer = client.get(DEMO + "/nodes/" + id + "/excerpt");
        assertEquals(404, answer.status());
        assertTrue(answer.text().contains("no source states"), answer.text());
    }
}
