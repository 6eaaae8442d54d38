package alchemist.gateway.live;

/**
 * Why a message of a client is not followed. Its code is stable. Thrown, since it ends a message
 * wherever it is found; it carries no stack trace.
 */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String detail;
    private final String subscription;

    private Refusal(String code, String detail, String subscription) {
        super(detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.subscription = subscription;
    }

    /** A message that is not of its form. */
    static Refusal malformed(String detail) {
        return of("malformed-message", detail);
    }

    /**
     * A refusal.
     *
     * @param detail what is wrong, and what to do
     */
    static Refusal of(String code, String detail) {
        return new Refusal(code, detail, "");
    }

    /** The same, of a subscription. */
    Refusal about(String id) {
        return new Refusal(code, detail, id);
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    /** The subscription that it is about; empty for none. */
    String subscription() {
        return subscription;
    }
}
