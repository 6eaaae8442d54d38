package alchemist.exchange.imports;

import alchemist.exchange.SourceName;
import alchemist.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * What became of one source of an opened place.
 *
 * @param importId the import as the workspace records it
 * @param source what was read
 * @param reader what read it
 * @param location where it is
 * @param label how people call it
 * @param state what became of it
 * @param diff what it changes
 * @param error why it failed, for people
 */
public record ImportPart(
        Id importId,
        Id source,
        String reader,
        String location,
        String label,
        ImportState state,
        Diff diff,
        @Nullable String error) {

    static ImportPart begun(Id importId, SourceName source) {
        return new ImportPart(
                importId,
                source.id(),
                source.reader(),
                source.location(),
                source.label(),
                ImportState.RUNNING,
                Diff.NONE,
                null);
    }

    /** Of a source that is as an earlier import left it. */
    static ImportPart unchanged(Id importId, RecordedImport earlier) {
        return new ImportPart(
                importId,
                earlier.source(),
                earlier.reader(),
                earlier.location(),
                earlier.label(),
                ImportState.UNCHANGED,
                Diff.NONE,
                null);
    }

    ImportPart ended(ImportState now, Diff what, @Nullable String why) {
        return new ImportPart(importId, source, reader, location, label, now, what, why);
    }

    ImportPart in(ImportState now) {
        return new ImportPart(importId, source, reader, location, label, now, diff, error);
    }
}
