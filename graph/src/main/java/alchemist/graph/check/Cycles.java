package alchemist.graph.check;

import alchemist.graph.check.Rule.Acyclic;
import alchemist.graph.check.Verdict.Finding;
import alchemist.graph.check.Verdict.Step;
import alchemist.kernel.collection.IntList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds what leads back to itself: the strongly connected components of more than one unit (R.
 * Tarjan, Depth-first search and linear graph algorithms, 1972; without recursion), and in each the
 * shortest cycle through its first unit.
 */
final class Cycles {
    private static final int NONE = -1;

    private final CheckedGraph graph;
    private final Subjects subjects;
    private final Acyclic rule;
    private final int mostFindings;
    private final Map<String, Integer> units = new LinkedHashMap<>();
    private final int[] unitOf;
    private final BitSet counted = new BitSet();
    private final IncidentEdges out;
    private int looked;

    Cycles(CheckedGraph graph, Subjects subjects, Acyclic rule, int mostFindings) {
        this.graph = graph;
        this.subjects = subjects;
        this.rule = rule;
        this.mostFindings = mostFindings;
        this.unitOf = new int[graph.nodes()];
        IntPredicate counts = rule.edges().of(graph);
        BitSet among = subjects.of(rule.among());
        Arrays.fill(unitOf, NONE);
        for (int node = among.nextSetBit(0); node >= 0; node = among.nextSetBit(node + 1)) {
            String unit = rule.level().unit(subjects.path(node), "#" + node);
            unitOf[node] = units.computeIfAbsent(unit, _ -> units.size());
        }
        for (int edge = 0; edge < graph.edges(); edge++) {
            int from = unitOf[graph.from(edge)];
            int to = unitOf[graph.to(edge)];
            if (from != NONE && to != NONE && counts.test(edge)) {
                looked++;
                // What one says of itself is no cycle, but where each thing counts by itself.
                if (from != to || rule.level().equals(Rule.Level.THING)) {
                    counted.set(edge);
                }
            }
        }
        this.out =
                IncidentEdges.of(
                        units.size(), graph.edges(), e -> unitOf[graph.from(e)], counted::get);
    }

    Verdict verdict() {
        List<IntList> found = components();
        List<Finding> findings = new ArrayList<>();
        for (IntList component : found.subList(0, Math.min(mostFindings, found.size()))) {
            findings.add(finding(component));
        }
        return new Verdict(rule.name(), looked, found.size(), findings);
    }

    private Finding finding(IntList component) {
        List<Integer> cycle = shortest(component);
        List<Step> steps = cycle.stream().map(subjects::step).toList();
        StringBuilder what = new StringBuilder();
        for (int edge : cycle) {
            what.append(called(graph.from(edge))).append(" → ");
        }
        what.append(called(graph.from(cycle.getFirst())));
        if (component.size() > cycle.size()) {
            what.append(" (").append(component.size()).append(" are in cycles with one another)");
        }
        return new Finding(what.toString(), Optional.empty(), steps);
    }

    private String called(int node) {
        String unit = rule.level().unit(subjects.path(node), "");
        return unit.isEmpty() ? subjects.called(graph.summary(node)) : unit;
    }

    /** The shortest cycle through the first unit of a component, as edges. */
    private List<Integer> shortest(IntList component) {
        BitSet within = new BitSet();
        int start = Integer.MAX_VALUE;
        for (int i = 0; i < component.size(); i++) {
            within.set(component.at(i));
            start = Math.min(start, component.at(i));
        }
        int[] by = new int[units.size()];
        Arrays.fill(by, NONE);
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(start);
        while (!queue.isEmpty()) {
            int unit = queue.remove();
            for (int i = out.start(unit); i < out.end(unit); i++) {
                int to = unitOf[graph.to(out.edge(i))];
                if (within.get(to) && by[to] == NONE) {
                    by[to] = out.edge(i);
                    if (to == start) {
                        return back(start, by);
                    }
                    queue.add(to);
                }
            }
        }
        throw new IllegalStateException("a strongly connected component without a cycle");
    }

    private List<Integer> back(int start, int[] by) {
        ArrayDeque<Integer> edges = new ArrayDeque<>();
        int unit = start;
        do {
            edges.addFirst(by[unit]);
            unit = unitOf[graph.from(by[unit])];
        } while (unit != start);
        return List.copyOf(edges);
    }

    /** The components that hold a cycle, in the order of their first units. */
    private List<IntList> components() {
        int count = units.size();
        int[] index = new int[count];
        int[] low = new int[count];
        int[] next = new int[count];
        BitSet onStack = new BitSet();
        IntList stack = new IntList();
        IntList path = new IntList();
        List<IntList> found = new ArrayList<>();
        int visited = 0;
        for (int root = 0; root < count; root++) {
            if (index[root] != 0) {
                continue;
            }
            path.add(root);
            while (path.size() > 0) {
                int unit = path.at(path.size() - 1);
                if (index[unit] == 0) {
                    index[unit] = ++visited;
                    low[unit] = visited;
                    next[unit] = out.start(unit);
                    stack.add(unit);
                    onStack.set(unit);
                }
                if (next[unit] < out.end(unit)) {
                    int to = unitOf[graph.to(out.edge(next[unit]++))];
                    if (index[to] == 0) {
                        path.add(to);
                    } else if (onStack.get(to)) {
                        low[unit] = Math.min(low[unit], index[to]);
                    }
                    continue;
                }
                path.pop();
                if (path.size() > 0) {
                    int before = path.at(path.size() - 1);
                    low[before] = Math.min(low[before], low[unit]);
                }
                if (low[unit] == index[unit]) {
                    IntList component = pop(stack, onStack, unit);
                    if (component.size() > 1 || leadsToItself(unit)) {
                        found.add(component);
                    }
                }
            }
        }
        found.sort((one, other) -> Integer.compare(first(one), first(other)));
        return found;
    }

    private static IntList pop(IntList stack, BitSet onStack, int down) {
        IntList component = new IntList();
        int unit;
        do {
            unit = stack.at(stack.size() - 1);
            stack.pop();
            onStack.clear(unit);
            component.add(unit);
        } while (unit != down);
        return component;
    }

    private boolean leadsToItself(int unit) {
        for (int i = out.start(unit); i < out.end(unit); i++) {
            if (unitOf[graph.to(out.edge(i))] == unit) {
                return true;
            }
        }
        return false;
    }

    private static int first(IntList component) {
        return Arrays.stream(component.toArray()).min().orElseThrow();
    }
}
