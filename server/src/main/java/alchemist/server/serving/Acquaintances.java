package alchemist.server.serving;

import alchemist.engine.keys.KeyStore;
import alchemist.graph.People;
import alchemist.kernel.Id;

/** What the house knows of people: who sits at this machine, and who was erased. */
record Acquaintances(KeyStore keys) implements People {
    @Override
    public boolean isErased(Id person) {
        return keys.isErased(person);
    }

    @Override
    public String name(Id person) {
        return person.equals(House.LOCAL_PERSON) ? "person at this machine" : "";
    }
}
