package alchemist.graph.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.graph.check.Rule.Acyclic;
import alchemist.graph.check.Rule.Forbidden;
import alchemist.graph.check.Rule.Level;
import alchemist.graph.check.Rule.Required;
import alchemist.graph.check.Verdict.Finding;
import alchemist.graph.check.Verdict.Step;
import alchemist.graph.read.Direction;
import alchemist.kernel.Glob;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CheckerTest {
    private static final Edges IMPORTS = new Edges(List.of("imports"), Properties.NONE);
    private static final int MANY = 1000;

    private static Selection in(String... paths) {
        return new Selection(
                List.of(),
                List.of(paths).stream().map(Glob::of).toList(),
                List.of(),
                Properties.NONE,
                Optional.empty());
    }

    private static Verdict check(String graph, Rule rule) {
        return new Checker(DrawnGraph.of(graph), MANY).check(List.of(rule)).getFirst();
    }

    private static List<String> said(Verdict verdict) {
        return verdict.findings().stream().map(Finding::what).toList();
    }

    @Test
    void tellsWhatLeadsWhereItMustNotWithTheLine() {
        Verdict verdict =
                check(
                        """
                        web/a.ts imports web/b.ts
                        web/b.ts imports engine/c.java
                        web/b.ts mentions engine/c.java
                        """,
                        new Forbidden("no", in("web/**"), IMPORTS, in("engine/**"), false));
        assertEquals(List.of("File web/b.ts imports File engine/c.java"), said(verdict));
        assertEquals(2, verdict.looked());
        Step step = verdict.findings().getFirst().steps().getFirst();
        assertEquals("web/b.ts:2", step.path() + ":" + step.line());
        assertFalse(verdict.holds());
    }

    @Test
    void edgesThatAreIgnoredDoNotCount() {
        Edges certain = new Edges(List.of(), Properties.of("resolved", Value.text("guess")));
        String graph = "web/a calls engine/b guess";
        assertTrue(
                check(graph, new Forbidden("", in("web/*"), certain, in("e*/*"), false)).holds());
        Edges all = Edges.ALL;
        assertFalse(check(graph, new Forbidden("", in("web/*"), all, in("e*/*"), false)).holds());
    }

    @Test
    void findsTheShortestWayOverOthers() {
        Verdict verdict =
                check(
                        """
                        a/1 imports b/1
                        b/1 imports b/2
                        b/2 imports c/1
                        a/1 imports b/3
                        b/3 imports c/1
                        a/2 imports b/9
                        """,
                        new Forbidden("no", in("a/*"), IMPORTS, in("c/*"), true));
        assertEquals(List.of("File a/1 imports, over 2 steps, File c/1"), said(verdict));
        assertEquals(1, verdict.broken());
        assertEquals(2, verdict.looked());
    }

    @Test
    void namesACycleByWhatStandsInIt() {
        String graph =
                """
                a/x/1 imports b/1
                b/1 imports a/y/2
                a/x/1 imports a/y/2
                c/1 imports a/x/1
                """;
        assertTrue(check(graph, acyclic(Level.THING)).holds());
        assertTrue(check(graph, acyclic(Level.FILE)).holds());
        assertTrue(check(graph, acyclic(Level.FOLDER)).holds());
        Verdict verdict = check(graph, acyclic(Level.outermost(1)));
        assertEquals(List.of("a → b → a"), said(verdict));
        assertEquals(
                List.of("a/x/1", "b/1"),
                verdict.findings().getFirst().steps().stream().map(Step::path).toList());
    }

    @Test
    void whatLiesLessDeepThanTheFoldersThatCountStandsInTheFolderAroundIt() {
        String graph =
                """
                a/x/1 imports b
                b imports a/x/2
                a/y/1 imports a/x/1
                """;
        assertEquals(List.of("a/x → . → a/x"), said(check(graph, acyclic(Level.outermost(2)))));
        assertThrows(IllegalArgumentException.class, () -> Level.outermost(0));
    }

    @Test
    void aThingThatLeadsToItselfIsACycleOnlyWhereThingsCountByThemselves() {
        assertFalse(check("a/1 imports a/1", acyclic(Level.THING)).holds());
        assertTrue(check("a/1 imports a/1", acyclic(Level.FILE)).holds());
    }

    @Test
    void saysHowManyAreInACycleThatIsLongerThanTheOneShown() {
        Verdict verdict =
                check(
                        """
                        1 imports 2
                        2 imports 1
                        2 imports 3
                        3 imports 2
                        """,
                        acyclic(Level.THING));
        assertEquals(
                List.of("File 1 → File 2 → File 1 (3 are in cycles with one another)"),
                said(verdict));
    }

    private static Acyclic acyclic(Level level) {
        return new Acyclic("no circles", Selection.ALL, IMPORTS, level);
    }

    @Test
    void asksForWhatMustBeThere() {
        String graph =
                """
                a.test tests a
                b
                c.test tests c
                d.test tests c
                """;
        Edges tests = new Edges(List.of("tests"), Properties.NONE);
        Verdict one =
                check(graph, new Required("", in("?"), Direction.IN, tests, Selection.ALL, 1, 1));
        assertEquals(
                List.of(
                        "File b has no 'tests' to it; at least 1 is asked for",
                        "File c has 2 'tests' to it; at most 1 is allowed"),
                said(one));
        assertEquals(3, one.looked());
        Verdict out =
                check(
                        graph,
                        new Required("", in("*.test"), Direction.OUT, tests, in("?"), 1, MANY));
        assertTrue(out.holds());
        Edges checks = new Edges(List.of("tests", "checks"), Properties.NONE);
        assertEquals(
                List.of("File b has no 'tests' or 'checks'; at least 2 are asked for"),
                said(
                        check(
                                graph,
                                new Required(
                                        "", in("b"), Direction.OUT, checks, in("?"), 2, MANY))));
        Verdict both =
                check(graph, new Required("", in("c"), Direction.BOTH, Edges.ALL, in("*"), 3, 9));
        assertEquals(
                List.of("File c has 2 edges either way; at least 3 are asked for"), said(both));
    }

    @Test
    void countsEverythingAndTellsSome() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            lines.append("a/").append(i).append(" imports b/").append(i).append('\n');
        }
        Checker checker = new Checker(DrawnGraph.of(lines.toString()), 3);
        Rule rule = new Forbidden("", in("a/*"), IMPORTS, in("b/*"), false);
        Verdict verdict = checker.check(List.of(rule)).getFirst();
        assertEquals(50, verdict.broken());
        assertEquals(3, verdict.findings().size());
    }

    @Test
    void exceptionsTypesNamesAndPropertiesNarrowWhatIsMeant() {
        Selection meant =
                new Selection(
                        List.of("File"),
                        List.of(),
                        List.of(Glob.of("a/*")),
                        Properties.of("path", Value.text("a/1")),
                        Optional.empty());
        Selection but =
                new Selection(List.of(), List.of(), List.of(), Properties.NONE, Optional.of(meant));
        String graph = "a/1 imports c\na/2 imports c";
        assertEquals(1, check(graph, new Forbidden("", meant, IMPORTS, in("c"), false)).broken());
        assertEquals(1, check(graph, new Forbidden("", but, IMPORTS, in("c"), false)).broken());
    }

    /** Against reachability by the closure of Warshall, which takes cubic time and no thought. */
    @Test
    void findsCyclesAndWaysWhereAndOnlyWhereTheyAre() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int nodes = 1 + random.nextInt(9);
            boolean[][] leads = new boolean[nodes][nodes];
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                lines.add("n" + i);
            }
            for (int i = 0; i < random.nextInt(16); i++) {
                int from = random.nextInt(nodes);
                int to = random.nextInt(nodes);
                leads[from][to] = true;
                lines.add("n" + from + " imports n" + to);
            }
            for (int via = 0; via < nodes; via++) {
                for (int from = 0; from < nodes; from++) {
                    for (int to = 0; to < nodes; to++) {
                        leads[from][to] |= leads[from][via] && leads[via][to];
                    }
                }
            }
            assertCycles(String.join("\n", lines), leads, "seed " + seed);
        }
    }

    private static void assertCycles(String graph, boolean[][] leads, String seed) {
        BitSet counted = new BitSet();
        int components = 0;
        for (int one = 0; one < leads.length; one++) {
            if (leads[one][one] && !counted.get(one)) {
                components++;
                for (int other = one; other < leads.length; other++) {
                    if (leads[one][other] && leads[other][one]) {
                        counted.set(other);
                    }
                }
            }
        }
        Verdict cycles = check(graph, acyclic(Level.THING));
        assertEquals(components, cycles.broken(), seed + "\n" + graph);
        for (Finding finding : cycles.findings()) {
            List<Step> steps = finding.steps();
            for (int i = 0; i < steps.size(); i++) {
                Step next = steps.get((i + 1) % steps.size());
                assertEquals(steps.get(i).to().id(), next.from().id(), seed);
            }
        }
        long reach =
                java.util.stream.IntStream.range(1, leads.length).filter(n -> leads[n][0]).count();
        Selection others =
                new Selection(
                        List.of(), List.of(), List.of(), Properties.NONE, Optional.of(in("n0")));
        Verdict ways = check(graph, new Forbidden("", others, IMPORTS, in("n0"), true));
        assertEquals(reach, ways.broken(), seed + "\n" + graph);
    }
}
