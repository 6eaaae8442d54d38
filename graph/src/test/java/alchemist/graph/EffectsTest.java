package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.graph.read.CommandRead;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which command an event came of, and what came of it. */
class EffectsTest {
    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    @Test
    void anEventLeadsToItsCommandWithBothItsTimes() {
        feed.in(1000).record(Events.node(Events.ANN, "a"), Events.node(Events.ANN, "b"));
        feed.in(500).because(2).record(Events.renamed(Events.ANN, "a", "alpha"));
        CommandRead both = new CommandRead(1, 2, 0, 2_000_000, 1000);
        assertEquals(both, view.now().command(1).orElseThrow());
        assertEquals(both, view.now().command(2).orElseThrow());
        assertEquals(new CommandRead(3, 3, 2, 3_000_000, 500), view.now().command(3).orElseThrow());
    }

    @Test
    void thereIsNoCommandOfWhatHasNotHappened() {
        assertTrue(view.now().command(1).isEmpty());
        assertEquals(List.of(), view.now().effects(1));
        feed.record(Events.node(Events.ANN, "a"));
        feed.because(1).record(Events.node(Events.ANN, "b"));
        assertTrue(view.now().command(0).isEmpty());
        assertTrue(view.now().command(3).isEmpty());
        assertTrue(view.at(At.position(1)).command(2).isEmpty());
        assertEquals(List.of(), view.now().effects(0));
        assertEquals(List.of(), view.now().effects(3));
        assertEquals(List.of(), view.at(At.position(1)).effects(1), "not yet");
    }

    @Test
    void theEffectsOfAnEventAreTheCommandsThatNameOneOfItsCommand() {
        feed.record(Events.node(Events.ANN, "a"), Events.node(Events.ANN, "b"));
        feed.record(Events.node(Events.ANN, "c"));
        feed.because(2).record(Events.renamed(Events.ANN, "a", "1"));
        feed.because(3).record(Events.renamed(Events.ANN, "a", "2"));
        feed.because(1).record(Events.renamed(Events.ANN, "a", "3"));
        feed.because(5).record(Events.renamed(Events.ANN, "a", "4"));
        assertEquals(List.of(4L, 6L), effects(1));
        assertEquals(List.of(4L, 6L), effects(2));
        assertEquals(List.of(5L), effects(3));
        assertEquals(List.of(7L), effects(5));
        assertEquals(List.of(), effects(7));
    }

    @Test
    void commandsOfOneMomentAreSeveral() {
        feed.in(1000).record(Events.node(Events.ANN, "a"), Events.node(Events.ANN, "b"));
        feed.atOnce().record(Events.renamed(Events.ANN, "a", "1"));
        feed.atOnce().because(3).record(Events.renamed(Events.ANN, "a", "2"));
        assertEquals(
                List.of(
                        new CommandRead(1, 2, 0, 2_000_000, 1000),
                        new CommandRead(3, 3, 0, 2_000_000, 1000),
                        new CommandRead(4, 4, 3, 2_000_000, 1000)),
                List.of(
                        view.now().command(2).orElseThrow(),
                        view.now().command(3).orElseThrow(),
                        view.now().command(4).orElseThrow()));
        assertEquals(4, view.at(At.recorded(2_000_000)).position(), "the last of the moment");
        assertEquals(List.of(4L), effects(3));
    }

    @Test
    void anEffectOfSeveralEventsIsOne() {
        feed.record(Events.node(Events.ANN, "a"));
        feed.because(1)
                .record(
                        Events.renamed(Events.ANN, "a", "1"),
                        Events.node(Events.ANN, "b"),
                        Events.node(Events.ANN, "c"));
        assertEquals(List.of(2L), effects(1));
    }

    @Test
    void timesThatAreTheSameInOnePartAreToldApartByTheOther() {
        feed.in(1000).record(Events.node(Events.ANN, "a"));
        feed.in(1000).record(Events.node(Events.ANN, "b"));
        feed.atOnce().in(1500).record(Events.node(Events.ANN, "c"));
        assertEquals(
                List.of(
                        new CommandRead(1, 1, 0, 2_000_000, 1000),
                        new CommandRead(2, 2, 0, 3_000_000, 1000),
                        new CommandRead(3, 3, 0, 3_000_000, 1500)),
                LongStream.rangeClosed(1, 3)
                        .mapToObj(p -> view.now().command(p).orElseThrow())
                        .toList());
    }

    @Test
    void ofALongLogEveryEventLeadsToItsCommandNowAndInEveryGraphThatWasKept() {
        List<Graph> kept = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<Event> events = new ArrayList<>();
            for (int j = 0; j <= i % 7; j++) {
                events.add(Events.node(Events.ANN, i + "/" + j));
            }
            feed.record(events);
            kept.add(view.now());
        }
        for (Envelope envelope : feed.log()) {
            for (Graph graph : kept) {
                Optional<Long> first =
                        graph.command(envelope.position()).map(CommandRead::firstPosition);
                boolean there = envelope.position() <= graph.position();
                assertEquals(
                        there ? Optional.of(envelope.firstOfCommand()) : Optional.empty(),
                        first,
                        envelope.position() + " at " + graph.position());
            }
        }
    }

    private List<Long> effects(long position) {
        return view.now().effects(position).stream().map(CommandRead::firstPosition).toList();
    }
}
