package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.position;
import static alchemist.gateway.answers.Answers.written;
import static alchemist.gateway.answers.NodeAnswers.SUMMARY;

import alchemist.graph.history.CoChange;
import alchemist.graph.history.CoChanges;
import alchemist.graph.history.HotSpot;
import alchemist.graph.history.HotSpots;
import alchemist.graph.history.Owner;
import alchemist.graph.history.Ownership;
import alchemist.kernel.schema.Schema;

/** What is answered of the history of files: what changes together, who knows what, hot spots. */
public final class HistoryAnswers {
    private static final String COMMITS =
            "some of the commits behind these numbers, the latest first";

    private HistoryAnswers() {}

    /** A file that changes together with another. */
    public static final Schema<CoChange> CO_CHANGE =
            written(
                    Schema.<CoChange>record(
                                    "co-change", 1, "A file that changes together with another")
                            .record(1, "file", "the file", SUMMARY, CoChange::file)
                            .required()
                            .count(2, "together", "commits that changed both", CoChange::together)
                            .required()
                            .real(
                                    3,
                                    "confidence",
                                    "the part of the commits looked at that changed this file too,"
                                            + " above 0 to 1",
                                    CoChange::confidence)
                            .required()
                            .real(
                                    4,
                                    "weight",
                                    "the sum of 1 / (files of the commit - 1) over those commits",
                                    CoChange::weight)
                            .required()
                            .ids(5, "commits", COMMITS, CoChange::commits)
                            .required()
                            .text(6, "path", "of the file", CoChange::path));

    /** What changes together, at a position. */
    public record CoChangesAnswer(long position, CoChanges found) {}

    /** What changes together, at a position. */
    public static final Schema<CoChangesAnswer> CO_CHANGES_ANSWER =
            written(
                    position(
                                    Schema.<CoChangesAnswer>record(
                                            "co-changes-answer", 1, "What changes together"),
                                    CoChangesAnswer::position)
                            .count(
                                    2,
                                    "commits",
                                    "commits that changed it and were looked at",
                                    a -> a.found.commits())
                            .required()
                            .count(
                                    3,
                                    "leftOut",
                                    "commits that changed it and too many other files",
                                    a -> a.found.leftOut())
                            .required()
                            .count(4, "total", "how many files are found", a -> a.found.total())
                            .required()
                            .records(
                                    5,
                                    "coChanges",
                                    "the first of them: by weight, then by commits, then by id",
                                    CO_CHANGE,
                                    a -> a.found.files())
                            .required());

    /** Somebody who knows something. */
    public static final Schema<Owner> OWNER =
            written(
                    Schema.<Owner>record("owner", 1, "Somebody who knows what was asked for")
                            .record(1, "person", "who", SUMMARY, Owner::person)
                            .required()
                            .real(2, "share", "of all the weight, 0 to 1", Owner::share)
                            .required()
                            .real(
                                    3,
                                    "weight",
                                    "the sum over the changes of files: 1 for one that was made with"
                                            + " the last, half as much for each half-life before",
                                    Owner::weight)
                            .required()
                            .count(4, "commits", "commits of theirs", Owner::commits)
                            .required()
                            .count(5, "files", "files of it that they changed", Owner::files)
                            .required()
                            .time(6, "lastAt", "of the last of those commits", Owner::lastAt, 0)
                            .required()
                            .ids(7, "reasons", COMMITS, Owner::reasons)
                            .required());

    /** Who knows something, at a position. */
    public record OwnersAnswer(long position, int halfLifeDays, Ownership found) {}

    /** Who knows something, at a position. */
    public static final Schema<OwnersAnswer> OWNERS_ANSWER =
            written(
                    position(
                                    Schema.<OwnersAnswer>record(
                                            "owners-answer", 1, "Who knows a file or a group"),
                                    OwnersAnswer::position)
                            .count(
                                    2,
                                    "halfLifeDays",
                                    "the half-life that was used",
                                    OwnersAnswer::halfLifeDays)
                            .required()
                            .count(3, "commits", "commits that changed it", a -> a.found.commits())
                            .required()
                            .count(4, "files", "how many files changed", a -> a.found.files())
                            .required()
                            .time(
                                    5,
                                    "lastAt",
                                    "of the last change; absent where there is none",
                                    a -> a.found.lastAt(),
                                    0)
                            .count(6, "total", "how many people changed it", a -> a.found.total())
                            .required()
                            .records(
                                    7,
                                    "owners",
                                    "the first of them: by share, then by commits, then by id",
                                    OWNER,
                                    a -> a.found.people())
                            .required());

    /** A hot spot. */
    public static final Schema<HotSpot> HOT_SPOT =
            written(
                    Schema.<HotSpot>record("hot-spot", 1, "A file that changes often and is large")
                            .record(1, "file", "the file", SUMMARY, HotSpot::file)
                            .required()
                            .count(2, "rank", "among all files, from 1", HotSpot::rank)
                            .required()
                            .count(3, "changes", "commits that changed it", HotSpot::changes)
                            .required()
                            .count(4, "size", "by the measure asked for", HotSpot::size)
                            .required()
                            .count(5, "score", "changes times size", HotSpot::score)
                            .required()
                            .time(6, "lastAt", "of the last of the changes", HotSpot::lastAt, 0)
                            .required()
                            .ids(7, "commits", COMMITS, HotSpot::reasons)
                            .required()
                            .text(8, "path", "of the file", HotSpot::path));

    /** Hot spots at a position. */
    public record HotSpotsAnswer(long position, String measure, HotSpots found) {}

    /** Hot spots at a position. */
    public static final Schema<HotSpotsAnswer> HOT_SPOTS_ANSWER =
            written(
                    position(
                                    Schema.<HotSpotsAnswer>record(
                                            "hot-spots-answer", 1, "The hot spots"),
                                    HotSpotsAnswer::position)
                            .text(2, "measure", "complexity or lines", HotSpotsAnswer::measure)
                            .required()
                            .count(
                                    3,
                                    "ranked",
                                    "files of the graph that have a rank",
                                    a -> a.found.ranked())
                            .required()
                            .count(
                                    4,
                                    "unmeasured",
                                    "files of the graph that changed, but of which nobody states"
                                            + " the measure",
                                    a -> a.found.unmeasured())
                            .required()
                            .count(
                                    5,
                                    "total",
                                    "files with a rank in what was asked for",
                                    a -> a.found.total())
                            .required()
                            .records(
                                    6,
                                    "hotSpots",
                                    "the first of them, by rank",
                                    HOT_SPOT,
                                    a -> a.found.spots())
                            .required());
}
