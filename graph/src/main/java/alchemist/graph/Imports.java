package alchemist.graph;

import alchemist.domain.sources.SourcesEvent;
import alchemist.domain.sources.SourcesEvent.ImportApplied;
import alchemist.domain.sources.SourcesEvent.ImportReverted;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.domain.sources.SourcesEvent.ReversalAdvanced;
import alchemist.domain.sources.SourcesEvent.ReversalStarted;
import alchemist.domain.sources.SourcesEvent.SourceForgotten;
import alchemist.domain.sources.SourcesEvent.SourceTrusted;
import alchemist.domain.sources.SourcesEvent.StatementRefused;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The readings of sources: a few thousand at most, so plain records; readers hold an immutable copy
 * that was made when it was published.
 */
final class Imports {
    /** What an import is, from a position on. */
    enum Phase {
        RUNNING("running", 0),
        APPLIED("applied", 1),
        REVERTING("reverting", 2),
        CANCELLED("cancelled", 3),
        REVERTED("reverted", 4);

        final String text;

        /** As checkpoints store it. */
        private final int code;

        Phase(String text, int code) {
            this.text = text;
            this.code = code;
        }
    }

    /** A phase that an import entered. */
    record Step(Phase phase, int position) {}

    /**
     * One reading.
     *
     * @param steps by rising position
     */
    record Import(
            Id id,
            Id source,
            String reader,
            String location,
            String label,
            List<Step> steps,
            int nodes,
            int edges,
            int refused) {
        int startedAt() {
            return steps.getFirst().position();
        }

        /** The last step at or before a position, or null. */
        @Nullable Step step(int position) {
            Step last = null;
            for (Step step : steps) {
                if (step.position() <= position) {
                    last = step;
                }
            }
            return last;
        }
    }

    /** A source was forgotten at a position. */
    record Forgotten(Id source, int position) {}

    /** What readers hold. */
    record Published(List<Import> imports, List<Forgotten> forgotten) {
        static final Published NOTHING = new Published(List.of(), List.of());

        /** How people call a source: as its last import at or before a position said. */
        String label(Id source, int position) {
            Import last = running(source, position);
            if (last == null) {
                return "";
            }
            return last.label().isEmpty() ? last.location() : last.label();
        }

        /** The same with the reader behind it where other sources are called so, too. */
        String labelApart(Id source, int position) {
            String label = label(source, position);
            Import own = running(source, position);
            boolean shared =
                    imports.stream()
                            .filter(each -> each.startedAt() <= position)
                            .map(Import::source)
                            .distinct()
                            .anyMatch(
                                    other ->
                                            !other.equals(source)
                                                    && label.equals(label(other, position)));
            return own != null && shared ? label + " (" + own.reader() + ")" : label;
        }

        /** The import of a source that was going on at a position, or null. */
        @Nullable Import running(Id source, int position) {
            Import running = null;
            for (Import each : imports) {
                if (each.source().equals(source) && each.startedAt() <= position) {
                    running = each;
                }
            }
            return running;
        }
    }

    private static final Phase[] PHASES = Phase.values();

    private static final class Running {
        final ImportStarted started;
        final List<Step> steps = new ArrayList<>();
        int nodes;
        int edges;
        int refused;

        Running(ImportStarted started) {
            this.started = started;
        }
    }

    private final Map<Id, Running> byId = new LinkedHashMap<>();

    /** The latest import of each source. */
    private final Map<Id, Running> latest = new LinkedHashMap<>();

    private final List<Forgotten> forgotten = new ArrayList<>();
    private Published published = Published.NOTHING;
    private boolean changed;

    void apply(SourcesEvent event, int position) {
        changed = true;
        switch (event) {
            case ImportStarted e -> {
                Running running = new Running(e);
                byId.put(e.importId(), running);
                latest.put(e.source(), running);
                running.steps.add(new Step(Phase.RUNNING, position));
            }
            case ImportApplied e -> step(e.importId(), Phase.APPLIED, position);
            case StatementRefused e -> {
                Running running = byId.get(e.importId());
                if (running != null) {
                    running.refused++;
                }
            }
            case ReversalStarted e -> step(e.importId(), Phase.REVERTING, position);
            case ReversalAdvanced _ -> {}
            case ImportReverted e ->
                    step(e.importId(), e.cancelled() ? Phase.CANCELLED : Phase.REVERTED, position);
            case SourceForgotten e -> {
                forgotten.add(new Forgotten(e.source(), position));
                for (Running running : byId.values()) {
                    if (running.started.source().equals(e.source())
                            && running.steps.getLast().phase() == Phase.APPLIED) {
                        running.steps.add(new Step(Phase.REVERTED, position));
                    }
                }
            }
            case SourceTrusted _ -> {}
        }
    }

    /** A source added a node (or an edge); counted for its import that goes on. */
    void added(Id source, boolean edge) {
        Running running = latest.get(source);
        if (running == null) {
            return;
        }
        changed = true;
        if (edge) {
            running.edges++;
        } else {
            running.nodes++;
        }
    }

    private void step(Id importId, Phase phase, int position) {
        Running running = byId.get(importId);
        if (running != null) {
            running.steps.add(new Step(phase, position));
        }
    }

    Published publish() {
        if (changed) {
            List<Import> imports = new ArrayList<>(byId.size());
            for (Running each : byId.values()) {
                imports.add(
                        new Import(
                                each.started.importId(),
                                each.started.source(),
                                each.started.reader(),
                                each.started.location(),
                                each.started.label(),
                                List.copyOf(each.steps),
                                each.nodes,
                                each.edges,
                                each.refused));
            }
            published = new Published(List.copyOf(imports), List.copyOf(forgotten));
            changed = false;
        }
        return published;
    }

    void save(Output out) {
        out.varint(byId.size());
        for (Running each : byId.values()) {
            ImportStarted started = each.started;
            out.id(started.importId());
            out.id(started.source());
            out.text(started.reader());
            out.text(started.location());
            out.text(started.label());
            out.varint(each.nodes);
            out.varint(each.edges);
            out.varint(each.refused);
            out.varint(each.steps.size());
            for (Step step : each.steps) {
                out.u8(step.phase().code);
                out.varint(step.position());
            }
        }
        out.varint(forgotten.size());
        for (Forgotten each : forgotten) {
            out.id(each.source());
            out.varint(each.position());
        }
    }

    void load(Input in) {
        for (long left = in.varint(); left > 0; left--) {
            Running running =
                    new Running(
                            new ImportStarted(in.id(), in.id(), in.text(), in.text(), in.text()));
            running.nodes = (int) in.varint();
            running.edges = (int) in.varint();
            running.refused = (int) in.varint();
            for (long steps = in.varint(); steps > 0; steps--) {
                running.steps.add(new Step(PHASES[in.u8()], (int) in.varint()));
            }
            byId.put(running.started.importId(), running);
            latest.put(running.started.source(), running);
        }
        for (long left = in.varint(); left > 0; left--) {
            forgotten.add(new Forgotten(in.id(), (int) in.varint()));
        }
        changed = true;
    }
}
