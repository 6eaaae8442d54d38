package alchemist.bench.peers;

import java.nio.file.Path;

/**
 * A peer that can be begun.
 *
 * @param name what it is, and how it is used
 * @param opener begins it in an empty folder of its own
 */
public record Contender(String name, Opener opener) {
    /** Begins a peer. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Begins it, empty.
         *
         * @throws Absent when something is missing that it needs
         */
        Peer open(Path folder) throws Exception;
    }
}
