package alchemist.graph.check;

import alchemist.graph.check.Rule.Acyclic;
import alchemist.graph.check.Rule.Forbidden;
import alchemist.graph.check.Rule.Required;
import alchemist.graph.check.Verdict.Finding;
import alchemist.graph.check.Verdict.Step;
import alchemist.graph.read.Direction;
import alchemist.kernel.collection.IntList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Holds rules against a graph. Takes time in the order of nodes and edges, rule by rule. */
public final class Checker {
    private static final int NONE = -1;

    private final CheckedGraph graph;
    private final Subjects subjects;
    private final int mostFindings;

    /**
     * A checker of one graph.
     *
     * @param mostFindings how many are told of each rule; all are counted
     */
    public Checker(CheckedGraph graph, int mostFindings) {
        this.graph = graph;
        this.subjects = new Subjects(graph);
        this.mostFindings = mostFindings;
    }

    /** Whether each rule holds, in their order. */
    public List<Verdict> check(List<Rule> rules) {
        return rules.stream().map(this::check).toList();
    }

    private Verdict check(Rule rule) {
        return switch (rule) {
            case Forbidden forbidden when forbidden.indirectly() -> indirectly(forbidden);
            case Forbidden forbidden -> directly(forbidden);
            case Acyclic acyclic -> new Cycles(graph, subjects, acyclic, mostFindings).verdict();
            case Required required -> required(required);
        };
    }

    private Verdict directly(Forbidden rule) {
        BitSet from = subjects.of(rule.from());
        BitSet to = subjects.of(rule.to());
        IntPredicate counts = rule.edges().of(graph);
        Tally tally = new Tally();
        int looked = 0;
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (from.get(graph.from(edge)) && counts.test(edge)) {
                looked++;
                if (to.get(graph.to(edge))) {
                    int found = edge;
                    tally.add(() -> leads(List.of(found)));
                }
            }
        }
        return tally.verdict(rule, looked);
    }

    /** From each that may not lead there, the shortest way that does. */
    private Verdict indirectly(Forbidden rule) {
        BitSet from = subjects.of(rule.from());
        BitSet to = subjects.of(rule.to());
        IntPredicate counts = rule.edges().of(graph);
        IncidentEdges back = IncidentEdges.incoming(graph, counts);
        // Backwards from all that may not be reached: one walk finds the next step for everyone.
        int[] next = new int[graph.nodes()];
        Arrays.fill(next, NONE);
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        BitSet seen = (BitSet) to.clone();
        to.stream().forEach(queue::add);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int i = back.start(node); i < back.end(node); i++) {
                int edge = back.edge(i);
                int before = graph.from(edge);
                if (!seen.get(before)) {
                    seen.set(before);
                    next[before] = edge;
                    queue.add(before);
                }
            }
        }
        Tally tally = new Tally();
        for (int node = from.nextSetBit(0); node >= 0; node = from.nextSetBit(node + 1)) {
            if (next[node] != NONE) {
                int start = node;
                tally.add(() -> leads(way(start, next)));
            }
        }
        return tally.verdict(rule, from.cardinality());
    }

    private List<Integer> way(int start, int[] next) {
        List<Integer> edges = new ArrayList<>();
        for (int node = start; next[node] != NONE; node = graph.to(next[node])) {
            edges.add(next[node]);
        }
        return edges;
    }

    private Finding leads(List<Integer> edges) {
        List<Step> steps = edges.stream().map(this::step).toList();
        Step first = steps.getFirst();
        Step last = steps.getLast();
        String relation = first.relation().isEmpty() ? "leads to" : first.relation();
        String way = steps.size() == 1 ? relation : relation + ", over " + steps.size() + " steps,";
        String what = subjects.called(first.from()) + " " + way + " " + subjects.called(last.to());
        return new Finding(what, Optional.of(first.from()), steps);
    }

    private Verdict required(Required rule) {
        BitSet each = subjects.of(rule.each());
        BitSet others = subjects.of(rule.others());
        IntPredicate counts = rule.edges().of(graph);
        IntList[] found = new IntList[graph.nodes()];
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (counts.test(edge)) {
                int from = graph.from(edge);
                int to = graph.to(edge);
                if (rule.direction() != Direction.IN && each.get(from) && others.get(to)) {
                    add(found, from, to);
                }
                if (rule.direction() != Direction.OUT && each.get(to) && others.get(from)) {
                    add(found, to, from);
                }
            }
        }
        Tally tally = new Tally();
        for (int node = each.nextSetBit(0); node >= 0; node = each.nextSetBit(node + 1)) {
            IntList has = found[node];
            int count = has == null ? 0 : (int) Arrays.stream(has.toArray()).distinct().count();
            if (count < rule.atLeast() || count > rule.atMost()) {
                int which = node;
                tally.add(() -> lacks(rule, which, count));
            }
        }
        return tally.verdict(rule, each.cardinality());
    }

    private static void add(IntList[] found, int node, int other) {
        if (found[node] == null) {
            found[node] = new IntList();
        }
        found[node].add(other);
    }

    private Finding lacks(Required rule, int node, int count) {
        String relation =
                rule.edges().relations().isEmpty()
                        ? (count == 1 ? "edge" : "edges")
                        : "'" + String.join("' or '", rule.edges().relations()) + "'";
        String asked =
                count < rule.atLeast()
                        ? "at least "
                                + rule.atLeast()
                                + (rule.atLeast() == 1 ? " is" : " are")
                                + " asked for"
                        : "at most "
                                + rule.atMost()
                                + (rule.atMost() == 1 ? " is" : " are")
                                + " allowed";
        String way =
                switch (rule.direction()) {
                    case OUT -> "";
                    case IN -> " to it";
                    case BOTH -> " either way";
                };
        String what =
                subjects.called(graph.summary(node))
                        + " has "
                        + (count == 0 ? "no" : "" + count)
                        + " "
                        + relation
                        + way
                        + "; "
                        + asked;
        return new Finding(what, Optional.of(graph.summary(node)), List.of());
    }

    private Step step(int edge) {
        return subjects.step(edge);
    }

    /** Counts all that is wrong, and tells some of it. */
    private final class Tally {
        private final List<Finding> findings = new ArrayList<>();
        private int broken;

        void add(java.util.function.Supplier<Finding> finding) {
            if (broken++ < mostFindings) {
                findings.add(finding.get());
            }
        }

        Verdict verdict(Rule rule, int looked) {
            return new Verdict(rule.name(), looked, broken, List.copyOf(findings));
        }
    }
}
