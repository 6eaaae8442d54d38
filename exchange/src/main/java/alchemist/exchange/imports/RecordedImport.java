package alchemist.exchange.imports;

import alchemist.kernel.Id;

/**
 * An import as the workspace has it recorded.
 *
 * @param source what was read
 * @param reader what read it
 * @param location where it is
 * @param label how people call it
 * @param state running, applied, cancelled or reverted; running also while it is taken back
 * @param position of its start
 * @param startedAt µs since 1970
 */
public record RecordedImport(
        Id id,
        Id source,
        String reader,
        String location,
        String label,
        ImportState state,
        long position,
        long startedAt) {}
