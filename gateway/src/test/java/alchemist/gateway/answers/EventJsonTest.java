package alchemist.gateway.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphCommand;
import alchemist.domain.graph.GraphEvent;
import alchemist.gateway.answers.EventJson.Located;
import alchemist.graph.Opener;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.json.JsonWriter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class EventJsonTest {
    private static final Id NODE = Id.of("node", "n");

    @Property(tries = 500)
    void theHeadIsWrittenAsItIsDescribed(
            @ForAll long recordedAt, @ForAll long seed, @ForAll String name) {
        CommandEnvelope cause =
                new CommandEnvelope(
                        Id.of("client", "c"),
                        seed & 0xff,
                        Id.of("person", "p"),
                        seed >>> 8 & 1,
                        (seed & 1) == 0 ? Id.NONE : NODE,
                        seed >> 8 & 3,
                        seed >>> 10 & 1,
                        (seed & 2) == 0 ? CommandEnvelope.WHEN_RECORDED : seed);
        Envelope envelope =
                new Envelope(
                        7,
                        recordedAt,
                        6,
                        8,
                        3,
                        new Submission(cause, new GraphCommand.RetireNode(NODE)),
                        new GraphEvent.NodeRetired(NODE, Id.NONE, 0, 0, 0));
        JsonWriter head = new JsonWriter();
        String shown = name.codePoints().allMatch(Character::isDefined) ? name : "";
        EventJson.HEAD.toJson(new Located("w", envelope, clean(shown)), head);
        String described = head.toString();
        JsonWriter json = new JsonWriter();
        EventJson events = new EventJson("w", Opener.NONE, _ -> clean(shown));
        events.write(envelope, json);
        String expected = described.substring(0, described.length() - 1) + ",\"data\":";
        assertTrue(json.toString().startsWith(expected), () -> expected + "\n" + json);
        JsonWriter again = new JsonWriter();
        events.write(envelope, again);
        assertEquals(json.toString(), again.toString());
    }

    private static String clean(String text) {
        return text.replaceAll("[\\ud800-\\udfff]", "");
    }
}
