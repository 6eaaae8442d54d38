package alchemist.graph.history;

import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import java.util.List;

/**
 * What a tag marks, and what is new in it: the commits that lead to it and to no tag before it in
 * its line. Of a branch, the commits that lead to it and to no tag.
 *
 * @param tag the tag or branch
 * @param commit that it points to
 * @param at when it was tagged, else when its commit was made, µs since 1970
 * @param before the tags before it that no other tag stands between; none where it is the first
 * @param commits how many commits are new
 * @param people how many people wrote them
 * @param files how many files they changed, those that are gone since among them
 * @param mentioned how many issues and pull requests their messages mention
 */
public record Release(
        NodeSummary tag,
        Id commit,
        long at,
        List<NodeSummary> before,
        int commits,
        int people,
        int files,
        int mentioned) {

    /**
     * All of a release.
     *
     * @param commits the first of its commits, the latest first
     * @param people by commits, then by id
     * @param files by commits, then by id, as far as they are there at the moment that is read
     * @param mentioned by commits, then by id
     */
    public record Contents(
            Release release,
            List<NodeSummary> commits,
            List<Part> people,
            List<Part> files,
            List<Part> mentioned) {}

    /**
     * Something that has to do with a release.
     *
     * @param path of a file; else empty
     * @param commits of the release that changed it, were written by it or mention it
     */
    public record Part(NodeSummary node, String path, int commits) {}
}
