package alchemist.exchange.imports;

/** The workspace did not take what an import submitted. */
final class SubmissionFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    SubmissionFailed(String reason) {
        super(reason);
    }
}
