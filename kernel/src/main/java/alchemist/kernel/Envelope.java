package alchemist.kernel;

/**
 * A recorded event with what it shares with the other events of its command.
 *
 * @param position its number in the log, from 1
 * @param recordedAt µs since 1970, stamped by the writer, never decreasing
 * @param firstOfCommand the position of the first event of the same command
 * @param lastOfCommand the position of the last event of the same command
 * @param rules the version of the rules that decided it
 * @param cause the command that it came of, with its envelope
 * @param event the fact
 */
public record Envelope(
        long position,
        long recordedAt,
        long firstOfCommand,
        long lastOfCommand,
        int rules,
        Submission cause,
        Event event) {

    /**
     * When it happened in the world, µs since 1970: as its command said, else when it was recorded.
     */
    public long effectiveAt() {
        long effective = cause.envelope().effectiveAt();
        return effective == CommandEnvelope.WHEN_RECORDED ? recordedAt : effective;
    }
}
