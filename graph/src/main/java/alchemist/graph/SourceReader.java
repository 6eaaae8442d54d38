package alchemist.graph;

import alchemist.graph.read.ImportRead;
import alchemist.graph.read.SourceRead;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the import sources and their imports at a moment. */
final class SourceReader {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;
    private int[] nodes = {};
    private int[] edges = {};

    SourceReader(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
    }

    List<SourceRead> sources() {
        count();
        Map<Id, List<ImportRead>> bySource = new LinkedHashMap<>();
        for (ImportRead each : imports()) {
            bySource.computeIfAbsent(each.source(), _ -> new ArrayList<>()).add(each);
        }
        List<SourceRead> sources = new ArrayList<>();
        bySource.forEach((id, imports) -> sources.add(source(id, imports)));
        return sources;
    }

    List<ImportRead> imports() {
        List<ImportRead> imports = new ArrayList<>();
        for (Imports.Import each : moment.published.imports().imports()) {
            ImportRead read = read(each);
            if (read != null) {
                imports.add(read);
            }
        }
        return imports;
    }

    @Nullable ImportRead find(Id importId) {
        for (Imports.Import each : moment.published.imports().imports()) {
            if (each.id().equals(importId)) {
                return read(each);
            }
        }
        return null;
    }

    private SourceRead source(Id id, List<ImportRead> imports) {
        int source = store.sources.find(id);
        ImportRead last = imports.getLast();
        boolean forgotten = false;
        for (Imports.Forgotten each : moment.published.imports().forgotten()) {
            forgotten |=
                    each.source().equals(id)
                            && each.position() <= moment.position
                            && each.position() > last.position();
        }
        return new SourceRead(
                id,
                moment.published.imports().label(id, moment.position),
                last.reader(),
                last.location(),
                store.sources.trust(source, moment.position),
                imports,
                forgotten,
                nodes[source],
                edges[source]);
    }

    private @Nullable ImportRead read(Imports.Import each) {
        Imports.Step step = each.step(moment.position);
        if (step == null) {
            return null;
        }
        boolean ended =
                step.phase() != Imports.Phase.RUNNING && step.phase() != Imports.Phase.REVERTING;
        return new ImportRead(
                each.id(),
                each.source(),
                each.reader(),
                each.location(),
                each.label(),
                step.phase().text,
                each.startedAt(),
                recordedAt(each.startedAt()),
                ended ? recordedAt(step.position()) : 0,
                each.nodes(),
                each.edges(),
                each.refused());
    }

    private long recordedAt(int position) {
        Commands commands = store.commands;
        return commands.recordedAt(commands.of(position, moment.published.commands()));
    }

    /** How many nodes and edges each source states to be there. */
    private void count() {
        nodes = new int[moment.published.sources()];
        edges = new int[moment.published.sources()];
        for (int thing = 0; thing < moment.published.things(); thing++) {
            int[] counts = store.things.isEdge(thing) ? edges : nodes;
            for (int slot = store.things.slot(thing);
                    slot != NONE && Lanes.isExistence(store.rows.lane(slot));
                    slot = store.rows.next(slot)) {
                int row = moment.version(slot);
                if (row != NONE && store.rows.value(row) == Rows.STATED) {
                    counts[store.lanes.source(store.rows.lane(row))]++;
                }
            }
        }
    }
}
