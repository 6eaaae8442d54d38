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

        Phase phase = Phase.RUNNING;
        boolean cancelled;

        Import(Id id, Id source, int ordinal, long before) {
            this.id = id;
            this.source = source;
            this.ordinal = ordinal;
            this.before = before;
        }
    }

    /** A source. */
    static final class Origin {
        int trust = DEFAULT_TRUST;
        final List<Import> imports = new ArrayList<>();
        boolean forgetting;

        @Nullable Import running() {
            for (Import each : imports) {
                if (each.phase == Phase.RUNNING || each.phase == Phase.REVERSING) {
                    return each;
                }
            }
            return null;
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

    @Override
    public boolean isImportSource(Id source) {
        return sources.containsKey(source);
    }

    @Override
    public int trust(Id source) {
        Origin origin = sources.get(source);
        return origin == null ? DEFAULT_TRUST : origin.trust;
    }

    @Override
    public int currentImport(Id source) {
        Origin origin = sources.get(source);
        Import running = origin == null ? null : origin.running();
        return running == null ? 0 : running.ordinal;
    }

    @Nullable Origin origin(Id source) {
        return sources.get(source);
    }

    @Nullable Import find(Id importId) {
        return imports.get(importId);
    }

    void start(Id importId, Id source, long before) {
        Import started = new Import(importId, source, imports.size() + 1, before);
        imports.put(importId, started);
        sources.computeIfAbsent(source, _ -> new Origin()).imports.add(started);
    }

    void trust(Id source, int trust) {
        sources.computeIfAbsent(source, _ -> new Origin()).trust = trust;
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
            Origin origin = new Origin();
            Id id = in.id();
            origin.trust = (int) in.varint();
            origin.forgetting = in.u8() != 0;
            state.sources.put(id, origin);
        }
        for (long left = in.varint(); left > 0; left--) {
            Id id = in.id();
            Id source = in.id();
            state.start(id, source, in.varint());
            Import each = state.imports.get(id);
            int phase = in.u8();
            boolean cancelled = in.u8() != 0;
            if (each != null) {
                each.phase = Phase.values()[phase];
                each.cancelled = cancelled;
            }
        }
        return state;
    }
}
