package alchemist.domain.sources;

import alchemist.domain.graph.Origins;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of sources must remember: each source, its imports in order, and what of them is
 * going on.
 */
public final class SourcesState implements Origins {
    /** How much a source counts where nothing is decided. */
    static final int DEFAULT_TRUST = 50;

    enum Phase {
        RUNNING(0),
        APPLIED(1),
        REVERSING(2),
        TAKEN_BACK(3);

        /** As snapshots store it. */
        private final int code;

        Phase(int code) {
            this.code = code;
        }
    }

    /** One reading of a source. */
    static final class Import {
        final Id id;
        final Id source;

        /** From 1, over all sources. */
        final int ordinal;

        /** The position before it started. */
        final long before;

        private Phase phase = Phase.RUNNING;
        boolean cancelled;

        Import(Id id, Id source, int ordinal, long before) {
            this.id = id;
            this.source = source;
            this.ordinal = ordinal;
            this.before = before;
        }

        Phase phase() {
            return phase;
        }
    }

    /** A source. */
    static final class Origin {
        int trust = DEFAULT_TRUST;
        final List<Import> imports = new ArrayList<>();
        boolean forgetting;
        private @Nullable Import running;

        /** The one that is being read or taken back; there is one at a time. */
        @Nullable Import running() {
            return running;
        }

        private void enter(Import each, Phase phase) {
            each.phase = phase;
            if (phase == Phase.RUNNING || phase == Phase.REVERSING) {
                running = each;
            } else if (each.equals(running)) {
                running = null;
            }
        }

        /** The latest import that stands. */
        @Nullable Import latest() {
            for (int i = imports.size() - 1; i >= 0; i--) {
                if (imports.get(i).phase == Phase.APPLIED) {
                    return imports.get(i);
                }
            }
            return null;
        }
    }

    private final Map<Id, Origin> sources = new LinkedHashMap<>();
    private final Map<Id, Import> imports = new LinkedHashMap<>();

    /** The source that was asked for last, which mostly is asked for again, and what it is. */
    private Id asked = Id.NONE;

    private @Nullable Origin found;

    @Override
    public boolean isImportSource(Id source) {
        return origin(source) != null;
    }

    @Override
    public int trust(Id source) {
        Origin origin = origin(source);
        return origin == null ? DEFAULT_TRUST : origin.trust;
    }

    @Override
    public int currentImport(Id source) {
        Origin origin = origin(source);
        Import running = origin == null ? null : origin.running;
        return running == null ? 0 : running.ordinal;
    }

    @Nullable Origin origin(Id source) {
        if (!source.equals(asked)) {
            found = sources.get(source);
            asked = source;
        }
        return found;
    }

    private Origin known(Id source) {
        Origin origin = sources.computeIfAbsent(source, _ -> new Origin());
        asked = source;
        found = origin;
        return origin;
    }

    @Nullable Import find(Id importId) {
        return imports.get(importId);
    }

    void start(Id importId, Id source, long before) {
        add(importId, source, before, Phase.RUNNING);
    }

    private Import add(Id importId, Id source, long before, Phase phase) {
        Import added = new Import(importId, source, imports.size() + 1, before);
        imports.put(importId, added);
        Origin origin = known(source);
        origin.imports.add(added);
        origin.enter(added, phase);
        return added;
    }

    /** An import enters another phase. */
    void enter(Import each, Phase phase) {
        known(each.source).enter(each, phase);
    }

    void trust(Id source, int trust) {
        known(source).trust = trust;
    }

    /** Writes a snapshot. */
    public void save(Output out) {
        out.varint(sources.size());
        for (Map.Entry<Id, Origin> entry : sources.entrySet()) {
            out.id(entry.getKey());
            out.varint(entry.getValue().trust);
            out.u8(entry.getValue().forgetting ? 1 : 0);
        }
        out.varint(imports.size());
        for (Import each : imports.values()) {
            out.id(each.id);
            out.id(each.source);
            out.varint(each.before);
            out.u8(each.phase.code);
            out.u8(each.cancelled ? 1 : 0);
        }
    }

    /** Reads a snapshot. */
    public static SourcesState load(Input in) {
        SourcesState state = new SourcesState();
        for (long left = in.varint(); left > 0; left--) {
            Origin origin = state.known(in.id());
            origin.trust = (int) in.varint();
            origin.forgetting = in.u8() != 0;
        }
        for (long left = in.varint(); left > 0; left--) {
            Id id = in.id();
            Import each = state.add(id, in.id(), in.varint(), Phase.values()[in.u8()]);
            each.cancelled = in.u8() != 0;
        }
        return state;
    }
}
