package alchemist.graph;

import alchemist.kernel.Id;

/** Tells of people what the graph itself does not say. Called by any thread. */
public interface People {
    /** Nobody is known, and nobody was erased. */
    People STRANGERS =
            new People() {
                @Override
                public boolean isErased(Id person) {
                    return false;
                }

                @Override
                public String name(Id person) {
                    return "";
                }
            };

    /** Whether what is personal of someone was erased. */
    boolean isErased(Id person);

    /** How someone is called of whom the graph says nothing; empty where nobody knows. */
    String name(Id person);
}
