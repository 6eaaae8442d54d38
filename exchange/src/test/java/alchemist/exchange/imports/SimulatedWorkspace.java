package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.sources.SourcesCommand.CancelImport;
import alchemist.domain.sources.SourcesCommand.ContinueReversal;
import alchemist.domain.sources.SourcesCommand.FinishImport;
import alchemist.domain.sources.SourcesCommand.RevertImport;
import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.domain.sources.SourcesEvent.ImportApplied;
import alchemist.domain.sources.SourcesEvent.ImportReverted;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.domain.sources.SourcesEvent.ReversalAdvanced;
import alchemist.domain.sources.SourcesEvent.ReversalStarted;
import alchemist.domain.sources.SourcesEvent.StatementRefused;
import alchemist.exchange.Stated;
import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A workspace in memory that holds statements by source, and imports. It checks what every
 * workspace may rely on: sizes, order, one thing once in a batch, ends before edges.
 */
public final class SimulatedWorkspace implements Submitter, Workplace.Sources {
    /** What a source states. */
    public static final class Source {
        public final Map<Id, NodeStatement> nodes = new TreeMap<>();
        public final Map<Id, EdgeStatement> edges = new TreeMap<>();

        Source copy() {
            Source copy = new Source();
            copy.nodes.putAll(nodes);
            copy.edges.putAll(edges);
            return copy;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Source s && s.nodes.equals(nodes) && s.edges.equals(edges);
        }

        @Override
        public int hashCode() {
            return nodes.hashCode() + edges.hashCode();
        }

        @Override
        public String toString() {
            return nodes.values() + "\n" + edges.values();
        }
    }

    public final List<Submission> commands = new ArrayList<>();
    public final Map<Id, Source> sources = new HashMap<>();
    public final Map<Id, RecordedImport> imports = new LinkedHashMap<>();
    private final Recollections recollections = Recollections.inMemory();
    private final HaltedRuns halted = HaltedRuns.inMemory();
    private final Set<Id> known = new HashSet<>();
    private final Map<Id, Source> before = new HashMap<>();
    private final Deque<Id> reversing = new ArrayDeque<>();
    private final AtomicLong ids = new AtomicLong();
    private final Map<Id, Long> sequences = new HashMap<>();

    /** Answers that a command gets before it is decided. */
    public Predicate<Submission> busy = _ -> false;

    public @Nullable String broken;
    public int reversalSteps;

    public Workplace workplace() {
        return new Workplace(
                this,
                this,
                recollections,
                halted,
                (namespace, key) -> Id.of("secret " + namespace, key),
                () -> Id.of("new", Long.toString(ids.incrementAndGet())),
                () -> 1_800_000_000_000_000L);
    }

    public synchronized Source source(Id id) {
        return sources.computeIfAbsent(id, _ -> new Source());
    }

    /** The source that the first import by a reader has filled. */
    public Source sourceOf(String reader) {
        return imports().stream()
                .filter(one -> one.reader().equals(reader))
                .findFirst()
                .map(one -> source(one.source()))
                .orElseThrow();
    }

    /** The only source. */
    public synchronized Source only() {
        List<Source> stating =
                sources.values().stream()
                        .filter(s -> !s.nodes.isEmpty() || !s.edges.isEmpty())
                        .toList();
        if (stating.size() > 1) {
            throw new AssertionError("more than one source: " + sources.keySet());
        }
        return stating.isEmpty() ? new Source() : stating.getFirst();
    }

    @Override
    public synchronized CompletableFuture<Verdict> submit(Submission submission) {
        if (broken != null) {
            return CompletableFuture.completedFuture(new Verdict.Unable(broken));
        }
        if (busy.test(submission)) {
            return CompletableFuture.completedFuture(new Verdict.Busy());
        }
        long sequence = submission.envelope().sequence();
        Id client = submission.envelope().client();
        if (sequence != 0 && sequence <= sequences.getOrDefault(client, 0L)) {
            throw new AssertionError("sequence " + sequence + " after " + sequences.get(client));
        }
        sequences.merge(client, sequence, Math::max);
        commands.add(submission);
        List<Event> events = new ArrayList<>();
        Verdict verdict = decide(submission.command(), events);
        return CompletableFuture.completedFuture(
                verdict != null ? verdict : new Verdict.Accepted(commands.size(), events));
    }

    @Override
    public synchronized List<RecordedImport> imports() {
        return List.copyOf(imports.values());
    }

    @Override
    public synchronized Id sum(Id source) {
        StatementSum sum = new StatementSum();
        source(source).nodes.values().forEach(sum::add);
        source(source).edges.values().forEach(sum::add);
        return sum.sum();
    }

    @Override
    public Stated stated(Id id) {
        Source source = source(id);
        return new Stated() {
            @Override
            public @Nullable NodeStatement node(Id node) {
                return source.nodes.get(node);
            }

            @Override
            public @Nullable EdgeStatement edge(Id edge) {
                return source.edges.get(edge);
            }

            @Override
            public void eachNode(Consumer<Id> each) {
                source.nodes.keySet().forEach(each);
            }

            @Override
            public void eachEdge(Consumer<Id> each) {
                source.edges.keySet().forEach(each);
            }
        };
    }

    private @Nullable Verdict decide(Command command, List<Event> events) {
        switch (command) {
            case StartImport start -> {
                for (RecordedImport one : imports.values()) {
                    if (one.source().equals(start.source()) && one.state() == ImportState.RUNNING) {
                        return new Verdict.Rejected("source-busy", "wait for the other import");
                    }
                }
                record(start, ImportState.RUNNING);
                before.put(start.importId(), source(start.source()).copy());
                events.add(
                        new ImportStarted(
                                start.importId(),
                                start.source(),
                                start.reader(),
                                start.location(),
                                start.label()));
            }
            case StateBatch batch -> {
                RecordedImport running = imports.get(batch.importId());
                if (running == null || running.state() != ImportState.RUNNING) {
                    return new Verdict.Rejected("import-not-running", "start it first");
                }
                state(batch, source(running.source()), events);
            }
            case FinishImport finish -> {
                RecordedImport running = Objects.requireNonNull(imports.get(finish.importId()));
                become(running, ImportState.APPLIED);
                events.add(new ImportApplied(finish.importId(), running.source()));
            }
            case CancelImport cancel -> {
                RecordedImport one = imports.get(cancel.importId());
                if (one == null || one.state() != ImportState.RUNNING) {
                    return new Verdict.Rejected("import-not-running", "it is not running");
                }
                reverse(one, true, events);
            }
            case RevertImport revert -> {
                RecordedImport one = imports.get(revert.importId());
                if (one == null || one.state() != ImportState.APPLIED) {
                    return new Verdict.Rejected("import-not-applied", "nothing to take back");
                }
                reverse(one, false, events);
            }
            case ContinueReversal _ -> {
                Id importId = reversing.poll();
                if (importId == null) {
                    return new Verdict.Rejected("no-reversal", "nothing is being taken back");
                }
                RecordedImport one = Objects.requireNonNull(imports.get(importId));
                restore(one, one.state() == ImportState.RUNNING, events);
            }
            default -> throw new AssertionError(command);
        }
        return null;
    }

    private void reverse(RecordedImport one, boolean cancelled, List<Event> events) {
        events.add(new ReversalStarted(one.source(), one.id(), cancelled));
        if (reversalSteps > 0) {
            reversing.add(one.id());
            events.add(new ReversalAdvanced(one.source()));
        } else {
            restore(one, cancelled, events);
        }
    }

    private void restore(RecordedImport one, boolean cancelled, List<Event> events) {
        Source old = Objects.requireNonNull(before.get(one.id()));
        Source now = source(one.source());
        now.nodes.clear();
        now.nodes.putAll(old.nodes);
        now.edges.clear();
        now.edges.putAll(old.edges);
        become(one, cancelled ? ImportState.CANCELLED : ImportState.REVERTED);
        events.add(new ImportReverted(one.id(), one.source(), cancelled));
    }

    private void state(StateBatch batch, Source source, List<Event> events) {
        int size = batch.nodes().size() + batch.edges().size() + batch.withdrawn().size();
        if (size > 500 || size == 0) {
            throw new AssertionError("a batch of " + size);
        }
        Set<Id> once = new HashSet<>();
        for (NodeStatement node : batch.nodes()) {
            check(once.add(node.node()), "twice: " + node);
            check(!node.node().isNone(), "no id: " + node);
            source.nodes.put(node.node(), node);
            known.add(node.node());
            events.add(happened(batch));
        }
        for (EdgeStatement edge : batch.edges()) {
            check(once.add(edge.edge()), "twice: " + edge);
            if (!known.contains(edge.from()) || !known.contains(edge.to())) {
                events.add(
                        new StatementRefused(
                                batch.importId(), edge.edge(), "end-missing", "an end is missing"));
                continue;
            }
            source.edges.put(edge.edge(), edge);
            events.add(happened(batch));
        }
        for (Id thing : batch.withdrawn()) {
            check(once.add(thing), "twice: " + thing);
            boolean node = source.nodes.remove(thing) != null;
            boolean edge = source.edges.remove(thing) != null;
            check(node || edge, "not stated: " + thing);
            events.add(happened(batch));
        }
    }

    private static Event happened(StateBatch batch) {
        // What the graph makes of a statement does not matter here, only that something came of it.
        return new ReversalAdvanced(batch.importId());
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private void record(StartImport start, ImportState state) {
        imports.put(
                start.importId(),
                new RecordedImport(
                        start.importId(),
                        start.source(),
                        start.reader(),
                        start.location(),
                        start.label(),
                        state,
                        commands.size(),
                        0));
    }

    private void become(RecordedImport one, ImportState state) {
        imports.put(
                one.id(),
                new RecordedImport(
                        one.id(),
                        one.source(),
                        one.reader(),
                        one.location(),
                        one.label(),
                        state,
                        one.position(),
                        one.startedAt()));
    }
}
