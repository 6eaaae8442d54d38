package alchemist.exchange.imports;

/** What became of an import. */
public enum ImportState {
    /** It is under way, or being taken back. */
    RUNNING("running"),
    /** It is halted: what it stated so far stands, and it can go on. */
    PAUSED("paused"),
    /** All that it stated stands. */
    APPLIED("applied"),
    /** The source states what it did before: nothing was recorded. */
    UNCHANGED("unchanged"),
    /** It was stopped, and what it stated is taken back. */
    CANCELLED("cancelled"),
    /** It could not be read, or not be recorded; what it stated is taken back. */
    FAILED("failed"),
    /** It had ended, and was taken back. */
    REVERTED("reverted");

    private final String text;

    ImportState(String text) {
        this.text = text;
    }

    /** How the API says it. */
    public String text() {
        return text;
    }
}
