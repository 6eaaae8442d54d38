package alchemist.exchange.git;

import alchemist.kernel.Id;

/**
 * What a commit did to a path, compared with its first parent, as Git tells it.
 *
 * @param kind A added, M modified, D deleted, R renamed, T of another type now
 * @param mode the new mode
 * @param content the first 128 bits of the hash of the new content
 * @param target of a submodule, the commit that it is at; else empty
 * @param path the path; of a rename, the new one
 * @param was of a rename, the old path; else empty
 * @param added lines that were added; {@link #UNKNOWN} where nobody counted, or it is no text
 * @param deleted lines that were deleted, likewise
 */
record RawChange(
        char kind,
        int mode,
        Id content,
        String target,
        String path,
        String was,
        int added,
        int deleted) {
    static final int UNKNOWN = -1;

    RawChange counted(int addedLines, int deletedLines) {
        return new RawChange(kind, mode, content, target, path, was, addedLines, deletedLines);
    }
}
