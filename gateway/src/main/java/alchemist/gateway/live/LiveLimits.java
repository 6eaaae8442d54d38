package alchemist.gateway.live;

import java.time.Duration;

/**
 * What one socket may ask for, and how long it is waited for.
 *
 * @param messageBytes how long a message may be
 * @param presenceBytes how long a presence may be; shared with everyone, so short
 * @param pingBytes how long the value of a ping may be
 * @param subscriptions how many subscriptions a socket may have
 * @param idChars how long the id of a subscription may be
 * @param sockets how many sockets a workspace may have
 * @param untaken how many answers may wait for a client that does not take them
 * @param heartbeat how often a client is told how far it is, and asked whether it is there
 * @param idleTime how long nothing may be heard of a client, not even an answer to a ping
 */
public record LiveLimits(
        int messageBytes,
        int presenceBytes,
        int pingBytes,
        int subscriptions,
        int idChars,
        int sockets,
        int untaken,
        Duration heartbeat,
        Duration idleTime) {

    /**
     * Messages of 64 KiB, presences of 4 KiB, pings of 1 KiB; 32 subscriptions with ids of 64
     * characters; 200 sockets; 256 answers; a heartbeat every 15 s, closed after 60 s of silence.
     */
    public static final LiveLimits DEFAULTS =
            new LiveLimits(
                    64 << 10,
                    4 << 10,
                    1 << 10,
                    32,
                    64,
                    200,
                    256,
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(60));

    /** With other times; for tests and for slow networks. */
    public LiveLimits withTimes(Duration beat, Duration idle) {
        return new LiveLimits(
                messageBytes,
                presenceBytes,
                pingBytes,
                subscriptions,
                idChars,
                sockets,
                untaken,
                beat,
                idle);
    }

    /** With room for other numbers of subscriptions and sockets. */
    public LiveLimits withRoom(int subscriptionsEach, int socketsEach) {
        return new LiveLimits(
                messageBytes,
                presenceBytes,
                pingBytes,
                subscriptionsEach,
                idChars,
                socketsEach,
                untaken,
                heartbeat,
                idleTime);
    }
}
