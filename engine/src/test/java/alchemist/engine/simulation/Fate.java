package alchemist.engine.simulation;

/** What happens to a process. */
enum Fate {
    /** It ends in order. */
    NOTHING,
    /** The power fails during a call of the disk. */
    POWER_FAILS_IN_CALL,
    /** The power fails at any moment. */
    POWER_FAILS,
    /** It is killed at any moment; what it has written is still in the machine's memory. */
    KILLED,
    /** A call of the disk fails. */
    ERROR,
    /** All calls of the disk fail from then on. */
    BROKEN_DISK,
    /** A call fails for want of room. */
    FULL_ONCE,
    /** A write does only a part, and says so. */
    SHORT_WRITE,
    /** The disk is full for a while. */
    FULL,
    /** A bit of an older segment is wrong while it lives. */
    FLIPPED_BIT
}
