package alchemist.bench.peers;

/** Something that a peer needs is not on this machine. */
public final class Absent extends Exception {
    private static final long serialVersionUID = 1;

    /** What is needed, and how to get it. */
    public Absent(String needs) {
        super(needs);
    }
}
