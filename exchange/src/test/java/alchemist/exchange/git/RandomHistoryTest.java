package alchemist.exchange.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories with branches, merges, renames and rewrites, whose seed the test names. */
final class RandomHistoryTest {
    private static final int STEPS = 60;
    private static final String[] PATHS = {"a", "b", "d/a", "d/b", "d/e/c", "f/a", "f/b"};

    @TempDir Path folder;

    /** A commit as the test knows it. */
    private record Commit(int mark, int[] parents, TreeMap<String, String> files) {}

    private final List<Commit> commits = new ArrayList<>();
    private final StringBuilder stream = new StringBuilder();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readInPartsOrAtOnceTheStateIsTheSame(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        TestRepository repository = TestRepository.create(folder.resolve("r" + seed));
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        for (int part = 0; part < 3; part++) {
            stream.setLength(0);
            int known = commits.size();
            for (int i = 0; i < STEPS / 3; i++) {
                grow(random);
            }
            String marks = folder.resolve("marks" + seed).toString();
            stream.append("reset refs/heads/main\nfrom :")
                    .append(tip(random, known))
                    .append("\n\n");
            stream.append("reset refs/heads/side\nfrom :").append(tip(random, 0)).append("\n\n");
            List<String> arguments = new ArrayList<>(List.of("fast-import", "--quiet", "--force"));
            if (Files.exists(Path.of(marks))) {
                arguments.add("--import-marks=" + marks);
            }
            arguments.add("--export-marks=" + marks);
            repository.run(
                    stream.toString().getBytes(StandardCharsets.UTF_8),
                    arguments.toArray(new String[0]));
            ImportRun run = read(workspace, repository);
            assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
            assertEquals(List.of(), run.warnings());
            assertEquals(ImportState.UNCHANGED, read(workspace, repository).state());
            SimulatedWorkspace fresh = new SimulatedWorkspace();
            read(fresh, repository);
            assertEquals(fresh.only(), workspace.only());
            assertEquals(new TreeSet<>(repository.files()), paths(workspace.only()));
            assertHistoryIsWhole(workspace.only(), repository);
        }
    }

    private void assertHistoryIsWhole(Source source, TestRepository repository) throws IOException {
        String all = repository.git("rev-list", "--branches");
        long found =
                source.nodes.values().stream().filter(n -> n.types().contains("Commit")).count();
        assertEquals(Set.of(all.split("\n")).size(), found);
        // The files that live on are known by one id in the history and in the tree.
        RepositoryFiles files =
                HistoryOfFiles.read(Repository.open(repository.path()), Long.MAX_VALUE);
        Set<Id> ids = new HashSet<>();
        for (String path : repository.files()) {
            Id id = files.id(path);
            ids.add(id);
            var node = source.nodes.get(id);
            assertEquals(Value.text(path), node == null ? null : node.properties().find("path"));
        }
        assertEquals(repository.files().size(), ids.size());
    }

    /** Adds a commit behind one or several that are there, often the last. */
    private void grow(SplittableRandom random) {
        int mark = commits.size() + 1;
        int[] parents = parents(random);
        TreeMap<String, String> files = new TreeMap<>();
        for (int parent : parents) {
            commits.get(parent - 1).files.forEach(files::putIfAbsent);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            change(files, random, mark);
        }
        commits.add(new Commit(mark, parents, files));
        stream.append("commit refs/heads/any\nmark :").append(mark).append('\n');
        stream.append("committer A <a@example.org> ")
                .append(1_600_000_000 + mark * 100 + random.nextInt(300))
                .append(" +0000\ndata 1\nx\n");
        for (int i = 0; i < parents.length; i++) {
            stream.append(i == 0 ? "from :" : "merge :").append(parents[i]).append('\n');
        }
        stream.append("deleteall\n");
        files.forEach(
                (path, text) ->
                        stream.append("M 100644 inline ")
                                .append(path)
                                .append("\ndata ")
                                .append(text.length())
                                .append('\n')
                                .append(text)
                                .append('\n'));
        stream.append('\n');
    }

    private int[] parents(SplittableRandom random) {
        int size = commits.size();
        if (size == 0) {
            return new int[0];
        }
        Set<Integer> parents = new java.util.LinkedHashSet<>();
        int wanted = random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < wanted; i++) {
            parents.add(random.nextInt(3) > 0 && i == 0 ? size : 1 + random.nextInt(size));
        }
        return parents.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void change(TreeMap<String, String> files, SplittableRandom random, int mark) {
        String path = PATHS[random.nextInt(PATHS.length)];
        String other = PATHS[random.nextInt(PATHS.length)];
        switch (random.nextInt(4)) {
            case 0 -> files.remove(path);
            case 1 -> {
                String text = files.remove(path);
                if (text != null) {
                    files.put(other, text);
                }
            }
            case 2 -> files.merge(path, "more " + mark + "\n", String::concat);
            default -> files.put(path, ("text " + mark % 5 + "\n").repeat(3));
        }
    }

    private int tip(SplittableRandom random, int after) {
        return after + 1 + random.nextInt(commits.size() - after);
    }

    private static TreeSet<String> paths(Source source) {
        TreeSet<String> paths = new TreeSet<>();
        source.nodes.values().stream()
                .filter(n -> n.types().contains("File"))
                .forEach(
                        n -> {
                            if (n.properties().find("path") instanceof Value.Text(String path)) {
                                paths.add(path);
                            }
                        });
        return paths;
    }

    private static ImportRun read(SimulatedWorkspace workspace, TestRepository repository)
            throws IOException {
        return ImportsTesting.run(workspace, repository.path(), new GitReader(new Repositories()));
    }
}
