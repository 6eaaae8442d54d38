package alchemist.gateway.http;

import java.time.Duration;

/**
 * What the server takes from one client, and how long it waits for one.
 *
 * @param urlChars the greatest length of a request's path and query
 * @param headerBytes the greatest length of a request's head
 * @param bodyBytes the greatest length of a body that is read as a whole
 * @param lineBytes the greatest length of one line of a body that is read line by line; such a body
 *     may be of any length
 * @param bodiesBytes how many bytes of bodies may be in memory at once; more are refused as busy
 * @param connections how many connections may be open at once; more wait to be accepted
 * @param headTime how long a request's head may take to arrive
 * @param bodyTime how long a whole body may take to arrive
 * @param stallTime how long nothing may arrive of a body, or be taken of an answer
 * @param idleTime how long a connection may be open without a request
 */
public record Limits(
        int urlChars,
        int headerBytes,
        int bodyBytes,
        int lineBytes,
        long bodiesBytes,
        int connections,
        Duration headTime,
        Duration bodyTime,
        Duration stallTime,
        Duration idleTime) {

    /**
     * URLs of 8 000 characters, heads of 32 KiB, bodies of 32 MiB (256 MiB at once), lines of 1
     * MiB; 2 000 connections; 10 s for a head, 60 s for a body, 30 s without progress, idle for 75
     * s.
     */
    public static final Limits DEFAULTS =
            new Limits(
                    8_000,
                    32 << 10,
                    32 << 20,
                    1 << 20,
                    256L << 20,
                    2_000,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(75));

    /** With other times; for tests and for slow networks. */
    public Limits withTimes(Duration head, Duration body, Duration stall, Duration idle) {
        return new Limits(
                urlChars,
                headerBytes,
                bodyBytes,
                lineBytes,
                bodiesBytes,
                connections,
                head,
                body,
                stall,
                idle);
    }

    /** With bodies of another length, alone and all together. */
    public Limits withBodies(int bytes, long bytesAtOnce) {
        return new Limits(
                urlChars,
                headerBytes,
                bytes,
                lineBytes,
                bytesAtOnce,
                connections,
                headTime,
                bodyTime,
                stallTime,
                idleTime);
    }
}
