package alchemist.graph.history;

import static alchemist.graph.history.Chronicle.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.graph.Graph;
import alchemist.graph.history.Chronicle.Change;
import alchemist.graph.history.Chronicle.Made;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The measures against the plain model, over histories of a seed, now and at times before. */
class RandomHistoryTest {
    private static final List<String> FOLDERS = List.of("src", "src/in", "doc");

    /** A history and what is asked of it. */
    private static final class World {
        final SplittableRandom random;
        final Chronicle chronicle = new Chronicle();
        final List<String> files = new ArrayList<>();
        final Map<String, Long> gone = new TreeMap<>();
        final Map<String, String> tags = new TreeMap<>();
        final List<Long> seconds = new ArrayList<>();

        World(long seed) {
            random = new SplittableRandom(seed);
            FOLDERS.forEach(chronicle::folder);
            int fileCount = random.nextInt(1, 14);
            for (int i = 0; i < fileCount; i++) {
                files.add((i % 4 == 3 ? "" : FOLDERS.get(i % 3) + "/") + "f" + i);
            }
            int commits = random.nextInt(1, 40);
            long second = 1_000_000;
            for (int i = 0; i < commits; i++) {
                second += random.nextInt(3) == 0 ? 0 : random.nextLong(60 * Chronicle.DAY);
                seconds.add(second);
                commit(i, second);
            }
            for (String file : files) {
                if (random.nextInt(6) == 0) {
                    second += random.nextLong(Chronicle.DAY);
                    gone.put(file, second);
                    chronicle.gone(file, second);
                }
            }
        }

        private void commit(int number, long second) {
            Set<String> parents = new TreeSet<>();
            for (int i = 0; number > 0 && i < random.nextInt(3); i++) {
                parents.add("c" + random.nextInt(Math.max(0, number - 4), number));
            }
            Set<String> authors = new TreeSet<>();
            do {
                authors.add("p" + random.nextInt(4));
            } while (random.nextInt(4) == 0);
            TreeMap<String, Change> changes = new TreeMap<>();
            for (int i = 0; i < random.nextInt(1, 7); i++) {
                String file = files.get(random.nextInt(files.size()));
                changes.put(file, new Change(file, random.nextInt(9), random.nextInt(5)));
            }
            String name = "c" + number;
            chronicle.commit(
                    new Made(
                            name,
                            second,
                            List.copyOf(parents),
                            List.copyOf(authors),
                            List.copyOf(changes.values()),
                            List.of()));
            if (random.nextInt(5) == 0) {
                tags.put(tag("" + number), name);
                chronicle.tag(tag("" + number), name, second);
            }
        }

        /** The plain model of a time. */
        PlainHistory plain(long second) {
            return new PlainHistory(
                    chronicle.commits.stream().filter(made -> made.second() <= second).toList(),
                    file -> isThere(file, second));
        }

        boolean isThere(String file, long second) {
            return gone.getOrDefault(file, Long.MAX_VALUE) > second
                    && chronicle.commits.stream()
                            .filter(made -> made.second() <= second)
                            .anyMatch(
                                    made ->
                                            made.changes().stream()
                                                    .anyMatch(c -> c.file().equals(file)));
        }

        /** A file or folder, and the files in it that are there. */
        Set<String> filesOf(String subject, long second) {
            return files.stream()
                    .filter(file -> file.equals(subject) || file.startsWith(subject + "/"))
                    .filter(file -> isThere(file, second))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private interface Check {
        void holds(World world, Graph graph, PlainHistory plain, long second);
    }

    private static void check(long seed, Check check) {
        World world = new World(seed);
        long later = Long.MAX_VALUE / 2_000_000;
        check.holds(world, world.chronicle.now(), world.plain(later), later);
        long then = world.seconds.get(world.random.nextInt(world.seconds.size()));
        check.holds(world, world.chronicle.at(then), world.plain(then), then);
    }

    @Property(tries = 150)
    void changesTogetherAreThoseOfThePlainModel(@ForAll long seed) {
        check(
                seed,
                (world, graph, plain, second) -> {
                    int least = world.random.nextInt(1, 3);
                    int mostFiles = world.random.nextInt(2, 7);
                    for (String subject : subjects(world, second)) {
                        CoChanges found =
                                new GraphHistory(graph)
                                        .coChanges(
                                                id(subject),
                                                new CoChanges.Options(least, mostFiles, 100))
                                        .orElseThrow();
                        assertEquals(
                                plain.coChanges(
                                        world.filesOf(subject, second),
                                        world.files,
                                        least,
                                        mostFiles),
                                found.files().stream()
                                        .map(
                                                one ->
                                                        PlainHistory.coChange(
                                                                one.path(),
                                                                one.together(),
                                                                one.confidence(),
                                                                one.weight()))
                                        .sorted()
                                        .toList());
                        inOrder(
                                found.files().stream()
                                        .map(
                                                o ->
                                                        key(
                                                                Math.round(o.weight() * 1e9),
                                                                o.together(),
                                                                o.file().id()))
                                        .toList());
                    }
                });
    }

    @Property(tries = 150)
    void whoKnowsWhatIsThatOfThePlainModel(@ForAll long seed) {
        check(
                seed,
                (world, graph, plain, second) -> {
                    int halfLifeDays = world.random.nextInt(1, 400);
                    for (String subject : subjects(world, second)) {
                        Ownership found =
                                new GraphHistory(graph)
                                        .owners(
                                                id(subject),
                                                new Ownership.Options(halfLifeDays, 100))
                                        .orElseThrow();
                        assertEquals(
                                plain.owners(world.filesOf(subject, second), halfLifeDays),
                                found.people().stream()
                                        .map(
                                                one ->
                                                        PlainHistory.owner(
                                                                one.person().name().text(),
                                                                one.share(),
                                                                one.commits(),
                                                                one.files()))
                                        .sorted()
                                        .toList());
                        inOrder(
                                found.people().stream()
                                        .map(
                                                o ->
                                                        key(
                                                                Math.round(o.share() * 1e9),
                                                                o.commits(),
                                                                o.person().id()))
                                        .toList());
                    }
                });
    }

    @Property(tries = 150)
    void hotSpotsAreThoseOfThePlainModel(@ForAll long seed) {
        check(
                seed,
                (world, graph, plain, second) -> {
                    int days = world.random.nextBoolean() ? 0 : world.random.nextInt(1, 500);
                    GraphHistory history = new GraphHistory(graph);
                    Ranking ranking =
                            history.rank(new HotSpots.Options(HotSpots.Measure.LINES, days));
                    List<HotSpot> spots =
                            history.hotSpots(ranking, Id.NONE, 100).orElseThrow().spots();
                    assertEquals(
                            plain.hotSpots(world.files, days),
                            spots.stream()
                                    .map(o -> o.path() + " " + o.changes() + " " + o.size())
                                    .sorted()
                                    .toList());
                    inOrder(
                            spots.stream()
                                    .map(o -> key(o.score(), o.changes(), o.file().id()))
                                    .toList());
                });
    }

    @Property(tries = 150)
    void releasesAreThoseOfThePlainModel(@ForAll long seed) {
        check(
                seed,
                (world, graph, plain, second) -> {
                    TreeMap<String, String> tags = new TreeMap<>(world.tags);
                    Set<String> made =
                            world.chronicle.commits.stream()
                                    .filter(one -> one.second() <= second)
                                    .map(Made::name)
                                    .collect(Collectors.toSet());
                    tags.values().retainAll(made);
                    Set<String> tagged = Set.copyOf(tags.values());
                    GraphHistory history = new GraphHistory(graph);
                    assertEquals(tags.size(), history.releases(100).releases().size());
                    for (Release release : history.releases(100).releases()) {
                        String commit = tags.getOrDefault(release.tag().name().text(), "");
                        Release.Contents contents =
                                history.release(release.tag().id(), 100).orElseThrow();
                        assertEquals(release, contents.release());
                        assertEquals(
                                new TreeSet<>(plain.release(commit, tagged)),
                                names(contents.commits()));
                        assertEquals(
                                plain.before(commit, tagged).stream()
                                        .map(one -> tag(one.substring(1)))
                                        .collect(Collectors.toCollection(TreeSet::new)),
                                names(release.before()));
                    }
                });
    }

    /** Letters alone: by versions, tags would come after one another in lines. */
    private static String tag(String number) {
        return "t"
                + number.chars()
                        .mapToObj(c -> "" + (char) (c - '0' + 'a'))
                        .collect(Collectors.joining());
    }

    private static TreeSet<String> names(List<NodeSummary> nodes) {
        return nodes.stream()
                .map(node -> node.name().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> subjects(World world, long second) {
        List<String> subjects = new ArrayList<>(FOLDERS);
        world.files.stream().filter(file -> world.isThere(file, second)).forEach(subjects::add);
        return subjects;
    }

    private record Key(long first, int second, Id last) {}

    private static Key key(long first, int second, Id last) {
        return new Key(first, second, last);
    }

    /** Higher numbers come first, smaller ids first. */
    private static void inOrder(List<Key> keys) {
        assertEquals(
                keys.stream()
                        .sorted(
                                java.util.Comparator.comparingLong(Key::first)
                                        .thenComparingInt(Key::second)
                                        .reversed()
                                        .thenComparing(Key::last))
                        .toList(),
                keys);
    }
}
