package alchemist.gateway.answers;

import static alchemist.gateway.answers.Answers.written;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import java.util.List;

/** What is answered about the server and its workspaces. */
public final class ServerAnswers {
    private ServerAnswers() {}

    /**
     * How the server is.
     *
     * @param problems of workspaces, each a sentence that names the workspace
     */
    public record Health(
            String status,
            String version,
            long uptimeSeconds,
            long workspaces,
            List<String> problems) {
        /** Keeps the problems from changing. */
        public Health {
            problems = List.copyOf(problems);
        }
    }

    /** How the server is. */
    public static final Schema<Health> HEALTH =
            written(
                    Schema.<Health>record("health", 1, "How the server is")
                            .text(
                                    1,
                                    "status",
                                    "up, also when a workspace is not well",
                                    Health::status)
                            .required()
                            .text(2, "version", "of the program", Health::version)
                            .required()
                            .count(
                                    3,
                                    "uptimeSeconds",
                                    "how long it has been running",
                                    Health::uptimeSeconds)
                            .required()
                            .count(4, "workspaces", "how many there are", Health::workspaces)
                            .required()
                            .texts(
                                    5,
                                    "problems",
                                    "what is wrong with workspaces, such as damage to a file and"
                                            + " where; absent when all are well",
                                    Health::problems));

    /**
     * A workspace in short.
     *
     * @param problem why it takes no commands; empty when it does
     * @param findings what was found when it was opened
     * @param person on whose behalf commands are that name no actor
     */
    public record Workspace(
            Id id, String name, long position, String problem, List<String> findings, Id person) {
        /** Keeps the findings from changing. */
        public Workspace {
            findings = List.copyOf(findings);
        }
    }

    /** A workspace in short. */
    public static final Schema<Workspace> WORKSPACE =
            written(
                    Schema.<Workspace>record("workspace", 1, "A workspace in short")
                            .id(
                                    1,
                                    "id",
                                    "the workspace; stays when it gets another name",
                                    Workspace::id)
                            .required()
                            .text(2, "name", "its name, in paths and subjects", Workspace::name)
                            .required()
                            .count(3, "position", "of its last event", Workspace::position)
                            .required()
                            .text(
                                    4,
                                    "problem",
                                    "why it takes no commands; absent when it does",
                                    Workspace::problem)
                            .texts(
                                    5,
                                    "findings",
                                    "what was found when it was opened: what a crash tore and was"
                                            + " cut off, what is damaged and where, why the graph"
                                            + " is behind; absent when all was well",
                                    Workspace::findings)
                            .id(
                                    6,
                                    "person",
                                    "who asks: on whose behalf commands are that name no actor",
                                    Workspace::person)
                            .required());

    /** All workspaces. */
    public record WorkspacesAnswer(List<Workspace> workspaces) {}

    /** All workspaces. */
    public static final Schema<WorkspacesAnswer> WORKSPACES_ANSWER =
            written(
                    Schema.<WorkspacesAnswer>record("workspaces-answer", 1, "All workspaces")
                            .records(
                                    1,
                                    "workspaces",
                                    "by name",
                                    WORKSPACE,
                                    WorkspacesAnswer::workspaces)
                            .required());

    /** What is asked to found a workspace. */
    public record FoundWorkspace(String name) {}

    /** What is asked to found a workspace. */
    public static final Schema<FoundWorkspace> FOUND_WORKSPACE =
            Schema.<FoundWorkspace>record("found-workspace", 1, "Founds a workspace")
                    .text(
                            1,
                            "name",
                            "1 to 63 lower-case letters, digits and '-', not beginning with '-'",
                            FoundWorkspace::name)
                    .required()
                    .make(s -> new FoundWorkspace(s.text(1)));

    /** What of a person was erased. */
    public record Erased(Id subject, boolean again) {}

    /** What of a person was erased. */
    public static final Schema<Erased> ERASED =
            written(
                    Schema.<Erased>record("erased", 1, "What of a person was erased")
                            .id(1, "subject", "the person", Erased::subject)
                            .required()
                            .flag(2, "again", "the person had been erased before", Erased::again)
                            .required());

    /** What is asked to undo or redo. */
    public record TakeBack(Id client, long position, long sequence) {}

    /** What is asked to undo or redo. */
    public static final Schema<TakeBack> TAKE_BACK =
            Schema.<TakeBack>record("take-back", 1, "Undoes or redoes a command of a client")
                    .id(
                            1,
                            "client",
                            "whose command; absent: those that were sent without a client",
                            TakeBack::client)
                    .count(
                            2,
                            "position",
                            "the first event of the command; absent: the last that stands",
                            TakeBack::position)
                    .count(
                            3,
                            "sequence",
                            "the client's number for this, as for its commands; absent: the one"
                                    + " behind its highest, which the events tell",
                            TakeBack::sequence)
                    .make(s -> new TakeBack(s.id(1), s.count(2), s.count(3)));
}
