package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.position;
import static alchemist.gateway.answers.Answers.written;
import static alchemist.gateway.answers.NodeAnswers.SUMMARY;

import alchemist.graph.history.GraphHistory;
import alchemist.graph.history.Release;
import alchemist.kernel.schema.Schema;

/** What is answered of releases. */
public final class ReleaseAnswers {
    private ReleaseAnswers() {}

    /** A release in short. */
    public static final Schema<Release> RELEASE =
            written(
                    Schema.<Release>record(
                                    "release", 1, "What a tag marks, and how much is new in it")
                            .record(1, "tag", "the tag", SUMMARY, Release::tag)
                            .required()
                            .id(2, "commit", "that it points to", Release::commit)
                            .required()
                            .time(3, "at", "when it was tagged, else committed", Release::at, 0)
                            .required()
                            .records(
                                    4,
                                    "before",
                                    "the tags before it that no other tag stands between",
                                    SUMMARY,
                                    Release::before)
                            .required()
                            .count(
                                    5,
                                    "commits",
                                    "commits that lead to it and to no tag before it",
                                    Release::commits)
                            .required()
                            .count(6, "people", "who wrote them", Release::people)
                            .required()
                            .count(
                                    7,
                                    "files",
                                    "files that they changed, those that are gone since among them",
                                    Release::files)
                            .required()
                            .count(
                                    8,
                                    "mentioned",
                                    "issues and pull requests that their messages mention",
                                    Release::mentioned)
                            .required());

    /** Releases at a position. */
    public record ReleasesAnswer(long position, GraphHistory.Listed found) {}

    /** Releases at a position. */
    public static final Schema<ReleasesAnswer> RELEASES_ANSWER =
            written(
                    position(
                                    Schema.<ReleasesAnswer>record(
                                            "releases-answer", 1, "The releases"),
                                    ReleasesAnswer::position)
                            .count(2, "total", "how many there are", a -> a.found.total())
                            .required()
                            .records(
                                    3,
                                    "releases",
                                    "the latest first",
                                    RELEASE,
                                    a -> a.found.releases())
                            .required());

    /** Something that has to do with a release. */
    public static final Schema<Release.Part> PART =
            written(
                    Schema.<Release.Part>record(
                                    "release-part", 1, "Something that has to do with a release")
                            .record(
                                    1,
                                    "node",
                                    "the person, file or issue",
                                    SUMMARY,
                                    Release.Part::node)
                            .required()
                            .count(2, "commits", "of the release", Release.Part::commits)
                            .required()
                            .text(3, "path", "of a file", Release.Part::path));

    /** All of a release at a position. */
    public record ReleaseAnswer(long position, Release.Contents contents) {}

    /** All of a release at a position. */
    public static final Schema<ReleaseAnswer> RELEASE_ANSWER =
            written(
                    position(
                                    Schema.<ReleaseAnswer>record(
                                            "release-answer", 1, "What went into a release"),
                                    ReleaseAnswer::position)
                            .record(2, "release", "in short", RELEASE, a -> a.contents.release())
                            .required()
                            .records(
                                    3,
                                    "commits",
                                    "the latest of its commits",
                                    SUMMARY,
                                    a -> a.contents.commits())
                            .required()
                            .records(
                                    4,
                                    "people",
                                    "who wrote most of them first",
                                    PART,
                                    a -> a.contents.people())
                            .required()
                            .records(
                                    5,
                                    "files",
                                    "those that changed most first, as far as they are there",
                                    PART,
                                    a -> a.contents.files())
                            .required()
                            .records(
                                    6,
                                    "mentioned",
                                    "issues and pull requests, most mentioned first",
                                    PART,
                                    a -> a.contents.mentioned())
                            .required());
}
