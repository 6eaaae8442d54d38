package alchemist.graph.same;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.domain.sources.SourcesEvent.SourceTrusted;
import alchemist.graph.read.Separation;
import alchemist.graph.read.Suggestion;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is suggested, when, and what never is. */
class SamenessViewTest {
    private final Sketch sketch = new Sketch();

    private Id person(String key, String name, String email) {
        return sketch.add(key, name, "Person", "email", email);
    }

    private Id[] ada() {
        return new Id[] {
            person("1", "Ada Byron", "ada@engine.example"),
            person("2", "Ada Byron", "byron@home.example")
        };
    }

    @Test
    void tellsWhyTwoAreTheSame() {
        ada();
        SamenessView.Answer answer = sketch.sameness.suggestions("", 0, 10, "");
        Suggestion one = answer.suggestions().getFirst();
        assertEquals(sketch.view.position(), answer.position());
        assertEquals(Map.of("person", 1), answer.counts());
        assertEquals("Both have the same full name: 'Ada Byron' and 'Ada Byron'.", one.reason());
        assertEquals(
                List.of("Ada Byron <ada@engine.example>", "Ada Byron <byron@home.example>"),
                one.evidence());
        assertEquals("", answer.cursor());
    }

    @Test
    void whatIsKeptApartComesNotBackUntilItIsReconsidered() {
        Id[] both = ada();
        sketch.record(new NodesKeptApart(both[1], both[0], Sketch.ANN));
        assertEquals(List.of(), sketch.suggested());
        Separation apart = sketch.view.now().separations(10, "").items().getFirst();
        assertEquals(List.of(both[0], both[1]), List.of(apart.one().id(), apart.other().id()));
        sketch.record(
                new NodeRenamed(both[0], Sketch.ANN, Value.text("Ada  Byron"), Value.NULL, 0, 0));
        assertEquals(List.of(), sketch.suggested());
        sketch.record(new NodesReconsidered(both[0], both[1], Sketch.ANN));
        assertEquals(List.of("person 93 Ada  Byron = Ada Byron"), sketch.suggested());
        assertEquals(0, sketch.view.now().separations(10, "").total());
    }

    @Test
    void whatIsMergedIsSuggestedNoMoreAndAgainWhenItIsTakenApart() {
        Id[] both = ada();
        Id third = person("3", "Ada Byron", "ada.byron@club.example");
        assertEquals(2, sketch.suggested().size());
        sketch.record(new NodesMerged(both[0], both[1], Sketch.ANN, 0));
        assertEquals(1, sketch.suggested().size());
        sketch.record(new NodesKeptApart(both[1], third, Sketch.ANN));
        assertEquals(List.of(), sketch.suggested());
        sketch.record(new NodesUnmerged(both[0], both[1], Sketch.ANN, 0));
        assertEquals(
                List.of("person 93 Ada Byron = Ada Byron", "person 93 Ada Byron = Ada Byron"),
                sketch.suggested());
    }

    @Test
    void whatIsConnectedIsNoSuggestion() {
        Id[] both = ada();
        sketch.connect(both[0], "knows", both[1]);
        assertEquals(List.of(), sketch.suggested());
    }

    @Test
    void whatIsInTheOtherIsNoSuggestion() {
        Id group = sketch.group("1", "Ada Byron", "Person", "email", "ada@engine.example");
        sketch.addIn(group, "2", "Ada Byron", "Person", "email", "byron@home.example");
        assertEquals(List.of(), sketch.suggested());
    }

    @Test
    void whatThereAreManyOfIsNeverSuggested() {
        for (String key : List.of("1", "2")) {
            sketch.record(
                    new NodeAdded(
                            Id.of("node", key),
                            Sketch.ANN,
                            Value.text("Ada Byron"),
                            List.of("Person", "Test"),
                            Properties.of("email", Value.text(key + "@engine.example")),
                            Id.NONE,
                            0));
        }
        assertEquals(List.of(), sketch.suggested());
        sketch.record(
                new NodeDeclassified(Id.of("node", "1"), Sketch.ANN, "Test", true, 0, 0, 0),
                new NodeDeclassified(Id.of("node", "2"), Sketch.ANN, "Test", true, 0, 0, 0));
        assertEquals(List.of("person 93 Ada Byron = Ada Byron"), sketch.suggested());
    }

    @Test
    void aGraphThatIsReadAnewIsLookedAtAnew() {
        Id[] both = ada();
        assertEquals(1, sketch.suggested().size());
        Output out = new Output(64);
        sketch.view.save(out);
        sketch.record(new NodesKeptApart(both[0], both[1], Sketch.ANN));
        assertEquals(List.of(), sketch.suggested());
        sketch.view.load(new Input(out.toBytes()));
        sketch.view.publish(sketch.view.position() - 1);
        assertEquals(1, sketch.suggested().size());
    }

    @Test
    void aNameOfTooManySuggestsNothingAndIsTold() {
        for (int i = 0; i <= ClueIndex.MOST_ALIKE; i++) {
            sketch.add(
                    "t" + i, "Order", "Message", "path", "p" + i + ".proto", "full name", "Order");
        }
        SamenessView.Answer answer = sketch.sameness.suggestions("", 0, 10, "");
        assertEquals(List.of(), answer.suggestions());
        assertEquals(1, answer.crowds());
        assertEquals(List.of("Message 'Order'"), answer.crowdExamples());
        assertEquals(0, answer.passedOver());
    }

    @Test
    void pagesAreOfOneOrderAndOfWhatIsAskedFor() {
        ada();
        person("3", "Bob Lee", "bob.lee@a.example");
        person("4", "Bob Lee", "boblee@b.example");
        sketch.add("5", "example.org", "Web page", "url", "http://example.org/");
        sketch.add("6", "example.org", "Web page", "url", "https://www.example.org");
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            SamenessView.Answer page = sketch.sameness.suggestions("", 0, 1, cursor);
            page.suggestions().forEach(one -> all.add(Sketch.told(one)));
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        assertEquals(
                List.of(
                        "person 97 Bob Lee = Bob Lee",
                        "address 97 example.org = example.org",
                        "person 93 Ada Byron = Ada Byron"),
                all);
        assertEquals(1, sketch.sameness.suggestions("address", 0, 9, "").suggestions().size());
        assertEquals(2, sketch.sameness.suggestions("", 95, 9, "").suggestions().size());
        assertThrows(
                IllegalArgumentException.class,
                () -> sketch.sameness.suggestions("", 0, 9, "nowhere"));
    }

    @Test
    void aSourceThatCountsMoreThanBeforeIsHeeded() {
        Id[] both = ada();
        Id other = Id.of("source", "/elsewhere");
        sketch.at("/elsewhere");
        sketch.record(new NodeRenamed(both[0], other, Value.text("Lady L"), Value.NULL, 0, 0));
        sketch.suggested();
        sketch.record(new SourceTrusted(other, 90, 50));
        assertEquals(List.of(), sketch.suggested());
        sketch.record(new SourceTrusted(other, 10, 90));
        assertEquals(1, sketch.suggested().size());
    }

    @Test
    void whatIsForgottenIsReadAnew() {
        ada();
        sketch.suggested();
        sketch.sameness.forget();
        assertEquals(1, sketch.suggested().size());
    }

    @Test
    void whoIsOneTooManyIsPassedOverAndTold() {
        ada();
        ClueIndex index = new ClueIndex(1);
        index.refresh(sketch.view.now().seen(), null);
        assertEquals(1, index.passedOver());
        assertEquals(List.of(), index.ranked());
    }

    @Test
    void historyTellsWhoSaidThatTwoAreNotTheSame() {
        Id[] both = ada();
        sketch.record(new NodesKeptApart(both[0], both[1], Sketch.ANN));
        long position = sketch.view.position();
        assertTrue(sketch.view.now().history(both[0], 9, "").items().contains(position));
        assertTrue(sketch.view.now().history(both[1], 9, "").items().contains(position));
    }
}
