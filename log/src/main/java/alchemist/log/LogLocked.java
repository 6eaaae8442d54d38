package alchemist.log;

import java.time.Instant;

/** Another process writes to this log. */
public final class LogLocked extends LogException {
    private static final long serialVersionUID = 1;

    private final long pid;
    private final String host;
    private final Instant since;

    /**
     * A refusal to open for writing.
     *
     * @param log which
     * @param pid the process that has it open, 0 when it is not known
     * @param host where that process runs
     * @param since when it opened the log
     */
    public LogLocked(String log, long pid, String host, Instant since) {
        super(
                log
                        + " is open for writing in process "
                        + (pid == 0 ? "(unknown)" : pid)
                        + " on "
                        + host
                        + " since "
                        + since
                        + "; stop that process first, or open it read-only",
                null);
        this.pid = pid;
        this.host = host;
        this.since = since;
    }

    /** The process that has it open, 0 when it is not known. */
    public long pid() {
        return pid;
    }

    /** Where that process runs. */
    public String host() {
        return host;
    }

    /** When it opened the log. */
    public Instant since() {
        return since;
    }
}
