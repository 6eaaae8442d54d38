package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Place;
import alchemist.exchange.code.ParsersTesting;
import alchemist.graph.Graph;
import alchemist.graph.read.Direction;
import alchemist.graph.read.NodePage;
import alchemist.graph.read.NodeRead;
import alchemist.graph.read.NodeSummary;
import alchemist.graph.read.PropertyRead;
import alchemist.graph.same.SamenessView;
import alchemist.kernel.value.Value;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How right it is what is taken for the same thing: 200 decisions that readers take by themselves
 * and 100 suggestions, drawn by lot and labelled by hand, of this project ({@code self}) and of
 * samples of many formats that lie beside it ({@code inputs}). A label counts while what it is of
 * is still decided, or suggested.
 */
@EnabledIfSystemProperty(named = "alchemist.long", matches = "true")
final class SamenessFactsTest {
    private static final double LEAST_DECIDED = 0.99;
    private static final double LEAST_SUGGESTED = 0.90;

    @TempDir private Path folder;

    /** How many of a file's labels still count, and how many of them say that it is right. */
    private static final class Tally {
        private int counted;
        private int right;
        private int all;
        private final Map<String, String> byKind = new TreeMap<>();

        void label(String kind, String label, boolean counts) {
            all++;
            if (counts) {
                counted++;
                right += label.equals("right") ? 1 : 0;
                byKind.merge(kind, label.equals("right") ? "+" : "-", String::concat);
            }
        }

        void holds(double least) {
            assertTrue(counted * 10 >= all * 8, "only " + counted + " of " + all + " still count");
            assertTrue(
                    right >= counted * least, right + " of " + counted + " are right: " + byKind);
        }
    }

    @Test
    void ofTwoHundredDecisionsNinetyNineInAHundredAreRight() throws Exception {
        Tally tally = new Tally();
        try (RealWorkspace self = read("self", project());
                RealWorkspace inputs = read("inputs", inputs())) {
            for (String[] fact : facts("same-decided.tsv", 5)) {
                Graph graph = (fact[1].equals("self") ? self : inputs).graph();
                tally.label(fact[0], fact[4], isOne(graph, fact));
            }
            tally.holds(LEAST_DECIDED);
            suggestionsAreRight(self, inputs);
        }
    }

    private static void suggestionsAreRight(RealWorkspace self, RealWorkspace inputs)
            throws Exception {
        Map<String, Set<String>> suggested =
                Map.of("self", suggested(self), "inputs", suggested(inputs));
        Tally tally = new Tally();
        for (String[] fact : facts("same-suggested.tsv", 6)) {
            String key = String.join("\t", List.of(fact[0], fact[2], fact[3], fact[4]));
            tally.label(fact[0], fact[5], suggested.getOrDefault(fact[1], Set.of()).contains(key));
        }
        tally.holds(LEAST_SUGGESTED);
    }

    private RealWorkspace read(String name, Path place) throws Exception {
        RealWorkspace workspace = new RealWorkspace(folder.resolve(name));
        Imports imports = new Imports(workspace.workplace(), ParsersTesting::readers);
        ImportRun run = imports.start(Place.at(place), all());
        assertEquals(ImportState.APPLIED, run.ended().join(), () -> run.error().toString());
        return workspace;
    }

    private static Path project() {
        Path up = Path.of("").toAbsolutePath();
        while (up.getParent() != null && !Files.exists(up.resolve("alchemist"))) {
            up = up.getParent();
        }
        Assumptions.assumeTrue(
                Files.exists(up.resolve(".git")), "skipped: needs the project's repository");
        return up;
    }

    /** Beside the project, or beside the folder that it is in. */
    private static Path inputs() {
        for (Path up = project(); up != null; up = up.getParent()) {
            Path shared = up.resolve("shared/data/inputs");
            if (Files.isDirectory(shared)) {
                return shared;
            }
        }
        Assumptions.abort("skipped: needs the samples in ../shared/data");
        return Path.of("");
    }

    private static List<String[]> facts(String file, int fields) throws Exception {
        List<String[]> facts = new ArrayList<>();
        try (InputStream in = SamenessFactsTest.class.getResourceAsStream(file)) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n", -1)) {
                String[] parts = line.split("\t", -1);
                if (parts.length == fields) {
                    facts.add(parts);
                }
            }
        }
        return facts;
    }

    private static Set<String> suggested(RealWorkspace workspace) {
        workspace.graph();
        SamenessView view = new SamenessView(() -> workspace.view().now().seen());
        Set<String> found = new HashSet<>();
        String cursor = "";
        do {
            SamenessView.Answer page = view.suggestions("", 0, 1000, cursor);
            page.suggestions()
                    .forEach(
                            one ->
                                    found.add(
                                            String.join(
                                                    "\t",
                                                    List.of(
                                                            one.kind(),
                                                            one.survivor().name().text(),
                                                            one.absorbed().name().text(),
                                                            String.join(" ; ", one.evidence())))));
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        return found;
    }

    /** Whether what a fact is of is one node still, of which several tell. */
    private static boolean isOne(Graph graph, String[] fact) {
        String type =
                switch (fact[0]) {
                    case "file", "page", "renamed" -> "File";
                    case "folder" -> "Folder";
                    case "library", "dependency" -> "Library";
                    case "web page" -> "Web page";
                    default -> "";
                };
        List<NodeRead> found = new ArrayList<>();
        String cursor = "";
        do {
            NodePage page = graph.nodes(type, fact[2], 500, cursor);
            for (NodeSummary one : page.items()) {
                if (one.name().text().equals(fact[2])) {
                    graph.node(one.id()).filter(node -> has(node, fact[3])).ifPresent(found::add);
                }
            }
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        if (found.size() != 1) {
            return false;
        }
        NodeRead node = found.getFirst();
        boolean several = node.sources().size() > 1;
        return switch (fact[0]) {
            case "dependency", "web page" ->
                    graph.neighbors(node.id(), null, Direction.IN, 1, "").total() > 1;
            default -> several;
        };
    }

    private static boolean has(NodeRead node, String value) {
        for (PropertyRead property : node.properties()) {
            if (property.value() instanceof Value.Text(String text) && text.equals(value)) {
                return true;
            }
        }
        return value.isEmpty();
    }
}
