package alchemist.exchange.git;

import alchemist.exchange.files.Root;
import alchemist.kernel.Id;

/**
 * The ids of what a repository holds beside files.
 *
 * @param root the repository's
 */
record GitIds(Root root) {
    Id repository() {
        return Id.of("repository", root.key());
    }

    Id history() {
        return Id.of("history", root.key());
    }

    Id year(int year) {
        return Id.of("history", root.key() + "\0" + year);
    }

    Id people() {
        return Id.of("people", root.key());
    }

    Id issues() {
        return Id.of("issues", root.key());
    }

    /**
     * An issue or pull request: of the repository itself by its first commit, else by its place.
     */
    Id issue(String place, String name) {
        return Id.of("issue", (place.isEmpty() ? root.key() : place) + "\0" + name);
    }

    Id ref(String name) {
        return Id.of("ref", root.key() + "\0" + name);
    }

    static Id commit(String hash) {
        return Id.of("commit", hash);
    }

    /** An edge of a relation between two things, of which there is one. */
    static Id edge(String relation, Id from, Id to) {
        return Id.of("edge", relation + "\0" + from + "\0" + to);
    }
}
