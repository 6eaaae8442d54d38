package alchemist.gateway.rest;

import alchemist.engine.workspace.Answer;
import alchemist.gateway.http.Problem.Kind;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Output;

/** How results stand in an answer. For one thread. */
interface ResultForm {
    /**
     * Writes what became of a command.
     *
     * @param given the id that its new thing was given, or NONE
     * @param field of that id
     */
    void write(Answer answer, Id given, String field) throws Exception;

    /** Writes that something was not taken. */
    void refuse(Kind kind, String reason);

    /** Of an answer that holds results in this form, one behind the other. */
    String mediaType();

    /** What was written, to be emptied by who sends it. */
    Output output();
}
