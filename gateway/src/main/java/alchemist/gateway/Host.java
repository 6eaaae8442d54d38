package alchemist.gateway;

import alchemist.exchange.places.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The workspaces of a server: what the gateway asks of who wires it. For any thread. */
public interface Host {
    /** The version of the program, such as 0.1.0. */
    String version();

    /**
     * All that are open or can be opened as far as is known, in the order of their names; none is
     * opened for it.
     */
    List<Listed> list();

    /**
     * Those of which it is known that they cannot be opened, and why, in the order of their names.
     */
    default List<WorkspaceUnavailable> unavailable() {
        return List.of();
    }

    /** Where what is to be read and is elsewhere is brought. */
    Places places();

    /** The folder that takes what clients send to be read; empty where nothing is taken. */
    default Optional<Path> uploads() {
        return Optional.empty();
    }

    /**
     * The one of a name, or of an id in its written form.
     *
     * @throws WorkspaceUnavailable when it is there and cannot be opened
     */
    Optional<Hosted> find(String name);

    /**
     * Founds another.
     *
     * @throws IllegalArgumentException when the name cannot be one; the message says what one is
     * @throws IllegalStateException when there is one of that name already, or no more can be
     *     founded
     */
    Hosted found(String name) throws Exception;

    /**
     * Takes the founding of one back to which nothing has happened.
     *
     * @return whether that is done; not where it holds events, or something is read into it
     */
    default boolean takeBack(Hosted workspace) throws Exception {
        return false;
    }
}
