package alchemist.graph.read;

import alchemist.kernel.Id;
import alchemist.kernel.value.Value;

/**
 * A property of a node that breaks a constraint of the ontology.
 *
 * @param type the type whose constraint it is, as it is shown
 * @param property the property
 * @param kind the kind of value that is asked for; empty: any
 * @param missing the property must be there, and is not
 * @param value what is there; null when it is missing
 */
public record Violation(
        Id node,
        Display name,
        String type,
        String property,
        String kind,
        boolean missing,
        Value value) {}
