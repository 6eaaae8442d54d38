package alchemist.gateway.rest;

import alchemist.kernel.Id;
import alchemist.kernel.Submission;

/** How commands stand in a body. */
interface CommandForm {
    /**
     * A command that was read.
     *
     * @param given the id that was given to the new thing, or NONE
     */
    record Read(Submission submission, Id given) {}

    /**
     * Reads a command.
     *
     * @param sender stands at this command
     * @throws alchemist.kernel.json.MalformedJson when it is none
     * @throws alchemist.kernel.schema.MalformedBytes when it is none
     */
    Read read(byte[] bytes, int offset, int length, Sender sender);
}
