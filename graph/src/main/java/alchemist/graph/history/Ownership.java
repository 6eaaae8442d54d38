package alchemist.graph.history;

import java.util.List;

/**
 * Who knows a file, or the files of a group.
 *
 * @param commits that changed it
 * @param files how many files changed in them
 * @param lastAt the time of the last of them, µs since 1970; 0 where there is none
 * @param total how many people changed it
 * @param people the first of them: by share, then by commits, then by id
 */
public record Ownership(int commits, int files, long lastAt, int total, List<Owner> people) {
    /**
     * What counts.
     *
     * @param halfLifeDays a change counts half as much as one that was made so many days later, 1
     *     or more
     * @param limit how many people are told, 1 or more
     */
    public record Options(int halfLifeDays, int limit) {
        /** A half-life of 180 days; the first 20. */
        public static final Options DEFAULTS = new Options(180, 20);
    }
}
