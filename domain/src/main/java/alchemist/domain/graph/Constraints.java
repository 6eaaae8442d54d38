package alchemist.domain.graph;

import alchemist.kernel.value.Value;
import java.util.List;
import java.util.SortedMap;

/** What the graph asks of the ontology. */
public interface Constraints {
    /**
     * Says what a node of these types with these properties breaks that is to be refused; empty
     * when nothing.
     */
    String broken(List<String> types, SortedMap<String, Value> properties);

    /** Whether no constraint refuses anything, so that nothing need be looked up. */
    boolean refuseNothing();
}
