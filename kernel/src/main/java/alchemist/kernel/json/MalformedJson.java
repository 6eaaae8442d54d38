package alchemist.kernel.json;

/** JSON that cannot be read, or that is not what was asked for. The message names the place. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong, and where. */
    public MalformedJson(String message) {
        super(message);
    }
}
