package alchemist.exchange;

import alchemist.kernel.Id;

/** The ids of people, which must not be computable from their names or addresses by others. */
@FunctionalInterface
public interface Identities {
    /**
     * The id of what a namespace calls {@code key}: the same for the same key in one workspace,
     * another in another.
     */
    Id pseudonym(String namespace, String key);
}
