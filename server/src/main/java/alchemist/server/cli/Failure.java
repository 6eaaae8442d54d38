package alchemist.server.cli;

/** A command cannot be done; the message says why, and what to do. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }
}
