package alchemist.exchange.git;

import static alchemist.exchange.git.TestRepository.START;
import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Place;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.Imports;
import alchemist.exchange.imports.RealWorkspace;
import alchemist.graph.At;
import alchemist.graph.Graph;
import alchemist.graph.history.CoChange;
import alchemist.graph.history.CoChanges;
import alchemist.graph.history.GraphHistory;
import alchemist.graph.history.HotSpot;
import alchemist.graph.history.HotSpots;
import alchemist.graph.history.Owner;
import alchemist.graph.history.Ownership;
import alchemist.graph.history.Release;
import alchemist.graph.read.NodeSummary;
import alchemist.graph.read.PropertyRead;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What histories of Git tell of files and people, once they are in a graph; Git is the witness. */
final class HistoryMeasuresTest {
    private static final long DAY = 86_400;
    private static final CoChanges.Options EVERY = new CoChanges.Options(1, 50, 100_000);

    @TempDir Path folder;
    private RealWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace = new RealWorkspace(folder.resolve("data"));
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    private Graph read(Path path) throws IOException {
        Imports imports =
                new Imports(
                        workspace.workplace(), () -> List.of(new GitReader(new Repositories())));
        ImportRun run = imports.start(Place.at(path), all());
        assertEquals(ImportState.APPLIED, run.ended().join(), () -> run.error().toString());
        return workspace.graph();
    }

    /** The files and folders that are there, by path. */
    private static Map<String, Id> places(Graph graph, String type) {
        Map<String, Id> places = new TreeMap<>();
        for (NodeSummary node : graph.nodes(type, "", 100_000, "").items()) {
            for (PropertyRead property : graph.node(node.id()).orElseThrow().properties()) {
                if (property.key().equals("path")
                        && property.value() instanceof Value.Text(String path)) {
                    places.put(path, node.id());
                }
            }
        }
        return places;
    }

    private static Id at(String path, Map<String, Id> places) {
        return places.getOrDefault(path, Id.NONE);
    }

    private static List<String> told(CoChanges found) {
        return found.files().stream()
                .map(
                        one ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %d %.4f %.4f",
                                        one.path(),
                                        one.together(),
                                        one.confidence(),
                                        one.weight()))
                .sorted()
                .toList();
    }

    private static List<String> told(Ownership found) {
        return found.people().stream()
                .map(one -> String.format(Locale.ROOT, "%.4f %d", one.share(), one.commits()))
                .toList();
    }

    @Test
    void aSmallRepositoryIsToldToTheLastDigit() throws IOException {
        TestRepository repository = TestRepository.create(folder.resolve("project"));
        repository.write("src/a", "1\n2\n3\n4\n").write("src/b", "b\n").write("doc", "d\n");
        String first = repository.commit("Begin");
        repository.git("tag", "v1");
        repository.as("Bob", "bob@example.org").at(START + 180 * DAY);
        repository.write("src/a", "1\n2\n3\n4\n5\n").write("src/b", "b\nb\n");
        String second = repository.commit("Go on (#4)");
        repository.move("src/a", "src/c");
        repository.write("doc", "d\nd\nd\n").delete("src/b");
        repository.commit("Call it c");
        repository.git("tag", "-a", "v2", "-m", "Two");

        Graph graph = read(repository.path());
        GraphHistory history = new GraphHistory(graph);
        Map<String, Id> files = places(graph, "File");
        assertEquals(Set.of("src/c", "doc"), files.keySet());
        CoChanges ofC = history.coChanges(at("src/c", files), EVERY).orElseThrow();
        assertEquals(3, ofC.commits(), "the file was called a before");
        // With doc in a commit of three files and in another of three: b, which went, is one.
        assertEquals(List.of("doc 2 0.6667 1.0000"), told(ofC));
        Ownership owners =
                history.owners(at("src/c", files), Ownership.Options.DEFAULTS).orElseThrow();
        // Bob changed it today and an hour before, Ada 180 days and an hour before.
        double last = 1 + Math.pow(2, -1 / 24.0 / 180);
        double before = Math.pow(2, -(180 * DAY + 3600) / (180.0 * DAY));
        assertEquals(
                List.of(
                        String.format(Locale.ROOT, "%.4f 2", last / (last + before)),
                        String.format(Locale.ROOT, "%.4f 1", before / (last + before))),
                told(owners));
        Owner bob = owners.people().getFirst();
        assertEquals("Bob", bob.person().name().text());
        assertEquals(GitIds.commit(second), bob.reasons().getLast());

        HotSpots hot =
                history.hotSpots(
                                history.rank(new HotSpots.Options(HotSpots.Measure.LINES, 0)),
                                at("src", places(graph, "Folder")),
                                10)
                        .orElseThrow();
        HotSpot c = hot.spots().getFirst();
        assertEquals("src/c 3 5", c.path() + " " + c.changes() + " " + c.size());
        assertEquals(1, hot.total());
        assertEquals(2, hot.ranked());

        List<Release> releases = history.releases(10).releases();
        assertEquals("v2", releases.getFirst().tag().name().text());
        assertEquals(2, releases.getFirst().commits());
        assertEquals(3, releases.getFirst().files());
        assertEquals(1, releases.getFirst().mentioned());
        assertEquals(GitIds.commit(first), releases.get(1).commit());
        assertEquals("v1", releases.getFirst().before().getFirst().name().text());

        Graph then = graphAt(START);
        GraphHistory past = new GraphHistory(then);
        assertEquals(Set.of("src/a", "src/b", "doc"), places(then, "File").keySet());
        assertEquals(
                List.of("doc 1 1.0000 0.5000", "src/b 1 1.0000 0.5000"),
                told(past.coChanges(at("src/c", files), EVERY).orElseThrow()));
        assertEquals(1, past.releases(10).total());
    }

    private Graph graphAt(long second) {
        return workspace.view().at(At.effective(second * 1_000_000));
    }

    /** What Git itself tells of this project's own history, read without what is tested. */
    private static final class Witness {
        /** By commit: the paths that it changed; of a merge, by itself. */
        final Map<String, Set<String>> changed = new LinkedHashMap<>();

        /** By path: what each commit that changed it changed. */
        private final Map<String, List<Set<String>>> changes = new HashMap<>();

        /** Paths that came once, and neither were renamed nor went. */
        final Set<String> plain = new LinkedHashSet<>();

        /** What merges changed by themselves: its lines are not counted. */
        final Set<String> merged = new HashSet<>();

        Witness(String log) {
            Set<String> unsure = new HashSet<>();
            String commit = "";
            boolean merge = false;
            for (String line : log.split("\n", -1)) {
                String[] fields = line.split("\t", -1);
                if (fields.length == 1 && line.length() >= 40) {
                    String[] withParents = line.strip().split(" ", -1);
                    commit = withParents[0];
                    merge = withParents.length > 2;
                    changed.put(commit, new HashSet<>());
                } else if (fields.length > 1) {
                    String path = fields[fields.length - 1];
                    changed.getOrDefault(commit, new HashSet<>()).add(path);
                    if (merge) {
                        merged.add(path);
                    }
                    boolean came = fields[0].equals("A") && plain.add(path);
                    if (!came && !fields[0].matches("M+|T")) {
                        unsure.addAll(List.of(fields).subList(1, fields.length));
                    }
                }
            }
            plain.removeAll(unsure);
            for (Set<String> paths : changed.values()) {
                for (String path : paths) {
                    changes.computeIfAbsent(path, _ -> new ArrayList<>()).add(paths);
                }
            }
        }

        private List<Set<String>> of(String path) {
            return changes.getOrDefault(path, List.of());
        }

        List<String> coChanges(String path) {
            Map<String, Integer> together = new TreeMap<>();
            Map<String, Double> weights = new TreeMap<>();
            int commits = 0;
            for (Set<String> paths : of(path)) {
                if (paths.size() <= 50) {
                    commits++;
                    for (String other : paths) {
                        if (!other.equals(path) && plain.contains(other)) {
                            together.merge(other, 1, Integer::sum);
                            weights.merge(other, 1.0 / (paths.size() - 1), Double::sum);
                        }
                    }
                }
            }
            List<String> told = new ArrayList<>();
            for (Map.Entry<String, Integer> one : together.entrySet()) {
                told.add(
                        String.format(
                                Locale.ROOT,
                                "%s %d %.4f %.4f",
                                one.getKey(),
                                one.getValue(),
                                (double) one.getValue() / commits,
                                weights.getOrDefault(one.getKey(), 0.0)));
            }
            return told.stream().sorted().toList();
        }

        long changes(String path) {
            return of(path).size();
        }
    }

    @Test
    void theProjectsOwnHistoryIsAsGitTellsIt() throws Exception {
        Path project = project();
        Assumptions.assumeTrue(
                Files.exists(project.resolve(".git")), "skipped: needs the project's repository");
        TestRepository here = TestRepository.create(folder.resolve("here"));
        here.git("fetch", "-q", "file://" + project, "HEAD");
        here.git("reset", "-q", "--hard", "FETCH_HEAD");
        Witness witness =
                new Witness(
                        here.git("log", "-c", "-M", "-l1000", "--name-status", "--format=%H %P"));
        // What a merge alone took away, Git's list of what changed does not name.
        witness.plain.retainAll(here.files());
        Graph graph = read(here.path());
        GraphHistory history = new GraphHistory(graph);
        Map<String, Id> files = places(graph, "File");
        Map<String, HotSpot> spots = new TreeMap<>();
        history.hotSpots(
                        history.rank(new HotSpots.Options(HotSpots.Measure.LINES, 0)),
                        Id.NONE,
                        100_000)
                .orElseThrow()
                .spots()
                .forEach(spot -> spots.put(spot.path(), spot));
        int compared = 0;
        List<String> otherwise = new ArrayList<>();
        for (String path : witness.plain) {
            assertTrue(files.containsKey(path), path);
            CoChanges found = history.coChanges(at(path, files), EVERY).orElseThrow();
            List<CoChange> ofPlain =
                    found.files().stream().filter(o -> witness.plain.contains(o.path())).toList();
            assertEquals(witness.coChanges(path), told(new CoChanges(0, 0, 0, ofPlain)), path);
            compared += ofPlain.size();
            HotSpot spot = spots.get(path);
            if (spot != null) {
                assertEquals(witness.changes(path), spot.changes(), path);
                // A merge that keeps one side drops lines that the other side's commits added.
                if (!witness.merged.contains(path)
                        && lines(here.path().resolve(path)) != spot.size()) {
                    otherwise.add(path);
                }
            }
        }
        assertTrue(otherwise.size() * 100 <= spots.size(), () -> "as long otherwise: " + otherwise);
        assertTrue(witness.changed.size() < 20 || compared > 1000, "compared: " + compared);
        assertEquals(here.files().size(), files.size());
    }

    /** As Git counts them: a last line without an end is one. */
    private static long lines(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long lines = bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0;
        for (byte one : bytes) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static Path project() {
        Path up = Path.of("").toAbsolutePath();
        while (up.getParent() != null && !Files.exists(up.resolve("alchemist"))) {
            up = up.getParent();
        }
        return up;
    }
}
