package alchemist.graph.history;

import java.util.List;

/**
 * What changes together with a file, or with the files of a group.
 *
 * @param commits that changed it and were looked at
 * @param leftOut commits that changed it and more files than were allowed for
 * @param total how many files changed together with it often enough
 * @param files the first of them: by weight, then by commits, then by id
 */
public record CoChanges(int commits, int leftOut, int total, List<CoChange> files) {
    /**
     * What counts.
     *
     * @param least in so many commits two files must have changed together, 1 or more
     * @param mostFiles commits of more files are left out, 2 or more
     * @param limit how many are told, 1 or more
     */
    public record Options(int least, int mostFiles, int limit) {
        /** Twice at least, in commits of 50 files at most; the first 20. */
        public static final Options DEFAULTS = new Options(2, 50, 20);
    }
}
