package alchemist.graph;

import alchemist.kernel.value.Value;
import java.util.Optional;

/** Opens what is sealed, for those who may see it. Called by any thread. */
@FunctionalInterface
public interface Opener {
    /** Opens nothing: everything personal is shown as erased. */
    Opener NONE = _ -> Optional.empty();

    /** The text, or empty where the subject's key is destroyed. */
    Optional<String> open(Value.Sealed value);
}
