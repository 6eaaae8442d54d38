package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Personal names: found while they can be opened, and kept nowhere else than in memory. */
class NameIndexTest {
    private static final Id ADA = Id.of("person", "ada");
    private static final Id BEN = Id.of("person", "ben");

    private final Vault vault = new Vault();
    private final GraphView view = new GraphView(vault);
    private final Feed feed = new Feed(view);

    NameIndexTest() {
        named("ada", vault.seal(ADA, "Ada Lovelace"));
        named(
                "both",
                new Value.ListOf(
                        List.of(
                                vault.seal(ADA, "Ada Lovelace"),
                                Value.text(" with the engineer "),
                                vault.seal(BEN, "Ben Brown"))));
        named("plain", new Value.ListOf(List.of(Value.text("Charles "), Value.text("Babbage"))));
    }

    @Test
    void aSealedNameIsFoundByItsTextWithoutRegardToCase() {
        assertEquals(List.of("ada", "both"), found(view, "LOVELACE"));
        assertEquals(List.of("both"), found(view, "engineer ben"));
        assertEquals(List.of("plain"), found(view, "charles babbage"));
    }

    @Test
    void aNameThatIsForgottenIsFoundByWhatIsNoSecretAlone() {
        erase(ADA);
        assertEquals(List.of(), found(view, "lovelace"));
        assertEquals(List.of("both"), found(view, "engineer"));
        assertEquals(List.of("plain"), found(view, "babbage"));
        assertTrue(view.now().summary(id("ada")).orElseThrow().name().erased());
    }

    @Test
    void whoIsForgottenTakesNoNameWithThemThatIsNotTheirs() {
        erase(BEN);
        assertEquals(List.of("ada", "both"), found(view, "lovelace"));
        assertEquals(List.of("both"), found(view, "ada lovelace with the engineer"));
        assertEquals(List.of(), found(view, "ben brown"));
        assertEquals(List.of("ada", "both"), found(loaded(saved(view)), "lovelace"));
        view.forget(Id.of("person", "nobody"));
        erase(ADA);
        assertEquals(List.of(), found(view, "lovelace"));
        assertEquals(List.of("both"), found(view, "engineer"));
    }

    @Test
    void noCheckpointHoldsWhatWasOpenedAndWhoReadsItOpensItAgain() {
        byte[] saved = saved(view);
        String text = new String(saved, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("Lovelace") || text.contains("lovelace"));
        assertTrue(text.contains(" with the engineer "), "what is no secret is there");
        GraphView loaded = loaded(saved);
        assertEquals(List.of("ada", "both"), found(loaded, "lovelace"));
        assertEquals(List.of("plain"), found(loaded, "babbage"));
        assertArrayEquals(saved, saved(loaded));
    }

    @Test
    void aCheckpointFromBeforeSomebodyWasErasedTellsNothingOfThem() {
        byte[] saved = saved(view);
        vault.erase(ADA);
        GraphView loaded = loaded(saved);
        view.forget(ADA);
        for (GraphView each : List.of(view, loaded)) {
            assertEquals(List.of(), found(each, "lovelace"));
            assertEquals(List.of("both"), found(each, "engineer"));
            assertEquals(List.of(), found(each, "erased"), "the mark is no part of a name");
        }
    }

    @Test
    void aNameThatComesAfterItsSubjectWasErasedIsFoundByTheRestAlone() {
        erase(ADA);
        named("late", vault.seal(ADA, "Countess Lovelace"));
        named("gone", new Value.Erased(ADA));
        assertEquals(List.of(), found(view, "countess"));
        assertEquals(List.of(), found(view, "erased"));
    }

    private void erase(Id subject) {
        vault.erase(subject);
        view.forget(subject);
    }

    private void named(String key, Value name) {
        feed.record(
                new NodeAdded(
                        id(key), Events.ANN, name, List.of("Person"), Properties.NONE, Id.NONE, 0));
    }

    private static List<String> found(GraphView view, String text) {
        List<String> keys = List.of("ada", "both", "plain", "late", "gone");
        return view.now().nodes("", text, 9, "").items().stream()
                .map(NodeSummary::id)
                .map(found -> keys.stream().filter(key -> id(key).equals(found)).toList())
                .map(List::getFirst)
                .toList();
    }

    private static byte[] saved(GraphView view) {
        Output out = new Output(64);
        view.save(out);
        return out.toBytes();
    }

    private GraphView loaded(byte[] saved) {
        GraphView loaded = new GraphView(vault);
        loaded.load(new Input(saved));
        loaded.publish(view.position());
        return loaded;
    }

    private static Id id(String key) {
        return Events.id(key);
    }
}
