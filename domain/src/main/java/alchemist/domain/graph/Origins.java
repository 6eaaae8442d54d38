package alchemist.domain.graph;

import alchemist.kernel.Id;

/** What the graph asks of the sources. */
public interface Origins {
    /** Whether this is an import source; every other is a person. */
    boolean isImportSource(Id source);

    /** How much an import source counts, 0 to 100. */
    int trust(Id source);

    /**
     * The number of the import that is running or being taken back for a source, from 1; 0 for
     * none.
     */
    int currentImport(Id source);
}
