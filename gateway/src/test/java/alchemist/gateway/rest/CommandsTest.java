package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.http.RawClient;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandsTest extends Served {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "graph.add-node|node|`{\"name\":\"Ada\"}`",
                "graph.connect-nodes|edge|`{\"from\":\"$A\",\"to\":\"$B\",\"type\":\"knows\"}`",
                "graph.form-group|group|`{\"name\":\"People\",\"members\":[\"$A\"]}`"
            })
    void aCommandSentAgainIsGivenTheIdOfTheFirstTime(String type, String field, String data)
            throws IOException {
        String filled = data.replace("$A", node("A", "T")).replace("$B", node("B", "T"));
        String command =
                "{\"type\":\""
                        + type
                        + "\",\"client\":\"6tqz5jhvd0q1s3h5e0r2m8xk4n\",\"sequence\":1,\"data\":"
                        + filled
                        + "}";
        Properties first = send(command);
        Properties again = send(command);
        assertEquals(new Value.Bool(true), again.find("duplicate"));
        assertEquals(text(map(first, "given"), field), text(map(again, "given"), field));
        assertTrue(text(map(first, "given"), field).length() == 26);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{%1$s,%1$s,%2$s}",
                "{%1$s,%2$s,%2$s}",
                "{%2$s,%2$s,%1$s}",
                "{%1$s,%2$s,\"sequence\":1,\"sequence\":2}"
            })
    void aFieldOfACommandThatStandsTwiceIsRefused(String form) throws IOException {
        String body = form.formatted("\"type\":\"graph.add-node\"", "\"data\":{\"name\":\"a\"}");
        RawClient.Answer answer = client.post(DEMO + "/commands", body);
        assertEquals(400, answer.status(), answer.text());
        assertTrue(answer.text().contains("stands twice"), answer.text());
    }

    private static final String CLIENT = "\"client\":\"6tqz5jhvd0q1s3h5e0r2m8xk4n\"";

    private static String added(String name, int sequence) {
        return "{\"type\":\"graph.add-node\",\"data\":{\"name\":\""
                + name
                + "\"},"
                + CLIENT
                + ",\"sequence\":"
                + sequence
                + "}";
    }

    @Test
    void aCommandUnderTheNumberThatAnUndoTookIsNotTakenForDone() throws IOException {
        send(added("a", 1));
        json(client.post(DEMO + "/undo", "{" + CLIENT + "}"));

        RawClient.Answer answer = client.post(DEMO + "/commands", added("b", 2));

        assertEquals(422, answer.status(), answer.text());
        assertTrue(answer.text().contains("\"code\":\"number-taken\""), answer.text());
        assertTrue(answer.text().contains("workspace.undo"), answer.text());
        assertEquals("accepted", text(send(added("b", 3)), "status"));
    }

    @Test
    void anUndoWithANumberIsDoneOnce() throws IOException {
        send(added("a", 1));
        send(added("b", 2));
        String undo = "{" + CLIENT + ",\"sequence\":3}";
        Properties first = json(client.post(DEMO + "/undo", undo));
        Properties again = json(client.post(DEMO + "/undo", undo));

        assertEquals(first.find("position"), again.find("position"));
        assertEquals(new Value.Bool(true), again.find("duplicate"));
        assertEquals("accepted", text(send(added("c", 4)), "status"));
        RawClient.Answer nobody = client.post(DEMO + "/undo", "{\"sequence\":3}");
        assertEquals(400, nobody.status(), nobody.text());
    }

    /** As some clients send it, to see whether anybody is there. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", " \n\n\t\n"})
    void anEmptyLineBehindACommandKeepsItsAnswerBackFromNobody(String empty) throws IOException {
        client.send(
                client.head(
                        "POST",
                        DEMO + "/commands",
                        "Content-Type: application/x-ndjson",
                        "Transfer-Encoding: chunked"));
        chunk("{\"type\":\"graph.add-node\",\"data\":{\"name\":\"a\"}}\n" + empty);
        assertTrue(client.line().contains("200"));
        while (!client.line().isEmpty()) {
            // headers
        }
        assertTrue(client.chunk().contains("accepted"));
        chunk(empty);
        chunk("{\"type\":\"graph.add-node\",\"data\":{\"name\":\"b\"}}\n{\"type\":3}");
        assertTrue(client.chunk().contains("\"position\":2"));
        chunk(empty);
        String wrong = client.chunk();
        assertTrue(wrong.contains("refused"), wrong);
        client.send("0\r\n\r\n");
        assertEquals("", client.chunk());
    }

    private void chunk(String text) throws IOException {
        client.send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }
}
