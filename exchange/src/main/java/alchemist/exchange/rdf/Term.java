package alchemist.exchange.rdf;

/** What a statement of RDF is about, or states. */
sealed interface Term {
    /** A resource that the whole world knows by this. */
    record Iri(String iri) implements Term {}

    /** A resource that only its file knows. */
    record Blank(String label) implements Term {}

    /**
     * A value.
     *
     * @param datatype an IRI
     * @param language empty: none
     */
    record Literal(String text, String datatype, String language) implements Term {}
}
