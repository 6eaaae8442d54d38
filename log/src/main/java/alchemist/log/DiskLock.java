package alchemist.log;

import java.io.Closeable;

/** A lock that is held until it is closed or the process ends. */
public interface DiskLock extends Closeable {}
