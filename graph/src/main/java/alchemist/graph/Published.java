package alchemist.graph;

/**
 * What readers may see: everything up to a position, which is a command's end.
 *
 * @param position the last event
 * @param things how many things there are
 * @param commands how many commands
 * @param names how many names
 * @param mentions how many cells of mentions
 */
record Published(
        int position,
        int things,
        int commands,
        int names,
        int mentions,
        int terms,
        int sources,
        int merges,
        int separations,
        Imports.Published imports,
        Ontology.Published ontology) {}
