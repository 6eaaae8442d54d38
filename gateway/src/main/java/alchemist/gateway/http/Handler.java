package alchemist.gateway.http;

/** Answers the requests of one operation, each in a virtual thread of its own: it may wait. */
@FunctionalInterface
public interface Handler {
    /**
     * The answer.
     *
     * @throws Problem for what the client did, or what it must do
     * @throws Exception for what the server cannot do; the client learns no more than that
     */
    Reply answer(Request request) throws Exception;
}
