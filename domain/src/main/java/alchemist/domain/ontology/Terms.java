package alchemist.domain.ontology;

import alchemist.kernel.Id;

/** The ids of types and relations: a term is the same thing wherever it is stated. */
public final class Terms {
    private Terms() {}

    /** The id of a type of nodes, or of a relation of edges. */
    public static Id id(boolean relation, String term) {
        return Id.of(relation ? "relation" : "type", term);
    }
}
