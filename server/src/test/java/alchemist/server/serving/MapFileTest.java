package alchemist.server.serving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.graph.map.MapView;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.layout.LayoutOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MapFileTest {
    private static final Id ANN = Id.of("person", "ann");

    @TempDir private Path folder;

    private final GraphView view = new GraphView(Opener.NONE);
    private int position;

    private MapView map() {
        return new MapView(view, Runnable::run, LayoutOptions.DEFAULT, 10_000);
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            position++;
            Id node = Id.of("node", "" + position);
            view.apply(
                    new Envelope(
                            position,
                            position,
                            position,
                            position,
                            1,
                            new Submission(CommandEnvelope.of(ANN, ANN), new Undo(0)),
                            new NodeAdded(
                                    node,
                                    ANN,
                                    Value.text("node " + position),
                                    List.of(),
                                    Properties.NONE,
                                    Id.NONE,
                                    0)));
        }
        view.publish(position);
    }

    @Test
    void keepsWhereThingsStood() throws IOException {
        MapFile file = new MapFile(folder.resolve("placement"));
        MapView first = map();
        file.load(first);
        file.save(first);
        assertFalse(Files.exists(folder.resolve("placement")), "nothing was placed yet");
        add(40);
        first.image();
        add(1);
        float[] before = first.image().x();
        file.save(first);

        MapView second = map();
        file.load(second);
        assertArrayEquals(before, second.image().x(), 0.01f);
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no unfinished file is left");
        }
    }

    @Test
    void takesADamagedFileForNone() throws IOException {
        MapFile file = new MapFile(folder.resolve("placement"));
        add(40);
        MapView first = map();
        first.image();
        file.save(first);
        float[] fresh = map().image().x();
        byte[] bytes = Files.readAllBytes(folder.resolve("placement"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("placement"), bytes);
        MapView second = map();
        file.load(second);
        assertArrayEquals(fresh, second.image().x());
        Files.write(folder.resolve("placement"), new byte[2]);
        file.load(second);
        assertArrayEquals(fresh, second.image().x());
    }
}
