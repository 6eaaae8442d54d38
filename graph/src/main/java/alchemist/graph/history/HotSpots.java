package alchemist.graph.history;

import java.util.List;

/**
 * The hot spots of a graph, or of a part of it.
 *
 * @param ranked how many files of the whole graph have a rank
 * @param unmeasured how many files of the whole graph changed, but nobody states how large they are
 * @param total how many of the ranked ones are in the part that was asked for
 * @param spots the first of those
 */
public record HotSpots(int ranked, int unmeasured, int total, List<HotSpot> spots) {
    /** By what the size of a file is measured. */
    public enum Measure {
        /**
         * The sum of the complexities of the functions and methods that it declares, as far as code
         * was read.
         */
        COMPLEXITY,

        /** Its lines: as stated, else what its commits added less what they deleted. */
        LINES
    }

    /**
     * What counts.
     *
     * @param days only changes within so many days before the last commit of all; 0: all
     */
    public record Options(Measure measure, int days) {
        /** All changes, by complexity. */
        public static final Options DEFAULTS = new Options(Measure.COMPLEXITY, 0);
    }
}
