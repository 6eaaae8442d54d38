package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.ACTOR;
import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.GraphCommand.RenameNode;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.sources.SourcesCommand.ForgetSource;
import alchemist.exchange.Batch;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.SourceName;
import alchemist.exchange.Stated;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Imports, reversals, forgettings and corrections in any order, through engine, rules and graph:
 * each source states just what it stated, and a person's word stands. The test names its seed.
 */
final class RandomImportsTest {
    private static final int STEPS = 60;
    private static final int THINGS = 8;

    @TempDir Path folder;

    /** What a source states now, and what each of its imports that stands changed. */
    private static final class Model {
        TreeMap<Id, NodeStatement> nodes = new TreeMap<>();
        TreeMap<Id, EdgeStatement> edges = new TreeMap<>();
        final Deque<ImportRun> runs = new ArrayDeque<>();
        final Deque<Model> before = new ArrayDeque<>();

        void become(Model other) {
            nodes = new TreeMap<>(other.nodes);
            edges = new TreeMap<>(other.edges);
        }
    }

    private record Wanted(String name, Model[] next) implements Reader {
        @Override
        public boolean reads(Place place) {
            return place.label().equals(name);
        }

        @Override
        public void read(Place place, Reading reading) {
            reading.state(
                    Batch.of(
                            Batch.WHEN_RECORDED,
                            List.copyOf(next[0].nodes.values()),
                            List.copyOf(next[0].edges.values())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eachSourceStatesJustWhatItStated(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Model> models = new TreeMap<>(Map.of("one", new Model(), "two", new Model()));
        Map<Id, Value> corrections = new TreeMap<>();
        Model[] next = {new Model()};
        for (String name : models.keySet()) {
            Files.createDirectory(folder.resolve(name));
        }
        try (RealWorkspace workspace = new RealWorkspace(folder.resolve("data"))) {
            Imports imports =
                    new Imports(
                            workspace.workplace(),
                            () -> List.of(new Wanted("one", next), new Wanted("two", next)));
            for (int step = 0; step < STEPS; step++) {
                String name = random.nextBoolean() ? "one" : "two";
                Model model = Objects.requireNonNull(models.get(name));
                Place place = Place.at(folder.resolve(name));
                Id source = SourceName.of(new Wanted(name, next), place, name).id();
                switch (random.nextInt(6)) {
                    case 0 -> revert(imports, model);
                    case 1 -> {
                        if (!model.runs.isEmpty()) {
                            workspace.person(ACTOR, new ForgetSource(source));
                            model.become(new Model());
                            model.runs.clear();
                            model.before.clear();
                        }
                    }
                    case 2 -> {
                        Id node = node(random.nextInt(THINGS));
                        if (workspace.graph().node(node).isPresent()) {
                            Value word = Value.text("by hand " + step);
                            workspace.person(ACTOR, new RenameNode(node, word));
                            corrections.put(node, word);
                        }
                    }
                    default -> {
                        next[0] = any(random);
                        ImportRun run = imports.start(place, all());
                        if (run.ended().join() == ImportState.APPLIED) {
                            Model former = new Model();
                            former.become(model);
                            model.before.push(former);
                            model.runs.push(run);
                        }
                        model.become(next[0]);
                        ImportRun again = imports.start(place, all());
                        assertEquals(ImportState.UNCHANGED, again.ended().join());
                    }
                }
                assertStates(model, workspace.stated(source));
                assertShown(models, corrections, workspace);
            }
        }
    }

    private static void revert(Imports imports, Model model) {
        if (!model.runs.isEmpty()) {
            assertEquals(Optional.empty(), imports.revert(model.runs.pop().id(), ACTOR));
            model.become(model.before.pop());
        }
    }

    private static void assertStates(Model model, Stated stated) {
        List<Id> nodes = new ArrayList<>();
        stated.eachNode(nodes::add);
        nodes.sort(null);
        assertEquals(List.copyOf(model.nodes.keySet()), nodes);
        model.nodes.forEach((id, node) -> assertEquals(node, stated.node(id)));
        List<Id> edges = new ArrayList<>();
        stated.eachEdge(edges::add);
        edges.sort(null);
        assertEquals(List.copyOf(model.edges.keySet()), edges);
        model.edges.forEach((id, edge) -> assertEquals(edge, stated.edge(id)));
    }

    private static void assertShown(
            Map<String, Model> models, Map<Id, Value> corrections, RealWorkspace workspace) {
        for (int i = 0; i < THINGS; i++) {
            Id id = node(i);
            boolean there = models.values().stream().anyMatch(m -> m.nodes.containsKey(id));
            assertEquals(there, workspace.graph().node(id).isPresent());
            Value word = corrections.get(id);
            if (there && word != null) {
                var shown = workspace.graph().node(id).orElseThrow();
                assertEquals(word, Value.text(shown.name().text()));
                assertTrue(shown.nameStatements().size() > 1, "both words are to be seen");
            }
        }
    }

    private static Model any(SplittableRandom random) {
        Model any = new Model();
        List<Id> there = new ArrayList<>();
        for (int i = 0; i < THINGS; i++) {
            if (random.nextInt(3) > 0) {
                Id id = node(i);
                there.add(id);
                Properties properties =
                        random.nextBoolean()
                                ? Properties.NONE
                                : Properties.of("p", Value.integer(random.nextInt(3)));
                any.nodes.put(
                        id,
                        new NodeStatement(
                                id,
                                Value.text("name " + random.nextInt(3)),
                                List.of("Thing"),
                                properties,
                                Id.NONE,
                                false));
            }
        }
        for (int i = 0; i < 5 && !there.isEmpty(); i++) {
            Id from = there.get(random.nextInt(there.size()));
            Id to = there.get(random.nextInt(there.size()));
            Id id = Id.of("random-edge", from + " " + to);
            any.edges.put(
                    id,
                    new EdgeStatement(
                            id,
                            from,
                            to,
                            "knows",
                            Properties.of("w", Value.integer(random.nextInt(2)))));
        }
        return any;
    }

    private static Id node(int number) {
        return Id.of("random-node", Integer.toString(number));
    }
}
