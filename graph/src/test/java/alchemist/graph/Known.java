package alchemist.graph;

import alchemist.kernel.Id;

/** Everybody is called so, and one is erased. */
record Known(Id erased, String called) implements People {
    @Override
    public boolean isErased(Id person) {
        return person.equals(erased);
    }

    @Override
    public String name(Id person) {
        return called;
    }
}
