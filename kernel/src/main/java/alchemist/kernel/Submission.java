package alchemist.kernel;

/**
 * A command with what travels with it: what a gateway submits and a workspace decides.
 *
 * @param envelope who, when, why
 * @param command the intent
 */
public record Submission(CommandEnvelope envelope, Command command) {}
