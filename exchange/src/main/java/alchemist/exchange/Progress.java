package alchemist.exchange;

/**
 * How far a reading is.
 *
 * @param done how much of it
 * @param total how much there is; 0 when that is not known yet
 * @param what is being done, for people
 */
public record Progress(long done, long total, String what) {}
