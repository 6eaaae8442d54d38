package alchemist.kernel;

import alchemist.kernel.schema.Schema;

/**
 * What travels with a command.
 *
 * @param client who sends: a browser, a command line, an import, a reactor; duplicates and undo are
 *     counted per client
 * @param sequence the number that the client gave the command, from 1 and rising; (client,
 *     sequence) is the command's identity, and the same again is answered again, not decided again.
 *     0: the engine gives the next one
 * @param actor the person on whose behalf it is sent: the source of what the command states
 * @param cause the position of the event that led to this command, 0 for none
 * @param correlation what this command is part of, such as an import; NONE for nothing
 * @param clientTime µs since 1970, by the client's clock; 0 unknown
 * @param basedOn the position that its author was looking at; 0 unknown
 * @param effectiveAt when it happened in the world, µs since 1970; {@link #WHEN_RECORDED} when it
 *     is recorded
 */
public record CommandEnvelope(
        Id client,
        long sequence,
        Id actor,
        long cause,
        Id correlation,
        long clientTime,
        long basedOn,
        long effectiveAt) {

    /** The command happened when it is recorded. */
    public static final long WHEN_RECORDED = Long.MIN_VALUE;

    /** How the envelope is stored and shown. */
    public static final Schema<CommandEnvelope> SCHEMA =
            Schema.<CommandEnvelope>record("command-envelope", 1, "What travels with a command")
                    .id(
                            1,
                            "client",
                            "who sends; duplicates and undo are per client",
                            CommandEnvelope::client)
                    .count(
                            2,
                            "sequence",
                            "the client's number of the command, rising",
                            CommandEnvelope::sequence)
                    .id(3, "actor", "on whose behalf", CommandEnvelope::actor)
                    .count(
                            4,
                            "cause",
                            "position of the event that led to it",
                            CommandEnvelope::cause)
                    .id(5, "correlation", "what it is part of", CommandEnvelope::correlation)
                    .time(6, "clientTime", "by the client's clock", CommandEnvelope::clientTime, 0)
                    .count(
                            7,
                            "basedOn",
                            "the position its author was looking at",
                            CommandEnvelope::basedOn)
                    .time(
                            8,
                            "effectiveAt",
                            "when it happened in the world",
                            CommandEnvelope::effectiveAt,
                            WHEN_RECORDED)
                    .make(
                            s ->
                                    new CommandEnvelope(
                                            s.id(1),
                                            s.count(2),
                                            s.id(3),
                                            s.count(4),
                                            s.id(5),
                                            s.time(6),
                                            s.count(7),
                                            s.time(8)));

    /** An envelope of a client and an actor alone. */
    public static CommandEnvelope of(Id client, Id actor) {
        return new CommandEnvelope(client, 0, actor, 0, Id.NONE, 0, 0, WHEN_RECORDED);
    }

    /** The same with another number. */
    public CommandEnvelope withSequence(long number) {
        return new CommandEnvelope(
                client, number, actor, cause, correlation, clientTime, basedOn, effectiveAt);
    }

    /** The same at another time in the world. */
    public CommandEnvelope withEffectiveAt(long micros) {
        return new CommandEnvelope(
                client, sequence, actor, cause, correlation, clientTime, basedOn, micros);
    }

    /** The same as part of something. */
    public CommandEnvelope withCorrelation(Id whole) {
        return new CommandEnvelope(
                client, sequence, actor, cause, whole, clientTime, basedOn, effectiveAt);
    }

    /** The same because of an event. */
    public CommandEnvelope withCause(long position) {
        return new CommandEnvelope(
                client, sequence, actor, position, correlation, clientTime, basedOn, effectiveAt);
    }

    /** The same, by one who was looking at a position. */
    public CommandEnvelope withBasedOn(long position) {
        return new CommandEnvelope(
                client, sequence, actor, cause, correlation, clientTime, position, effectiveAt);
    }
}
