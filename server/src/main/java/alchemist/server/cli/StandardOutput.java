package alchemist.server.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** Whether what was said arrived: Java's own standard output keeps to itself that it did not. */
final class StandardOutput {
    private StandardOutput() {}

    /** Whether somebody takes what is said; false for a reader who has gone. */
    static boolean isTaken() {
        return !System.out.checkError();
    }

    /**
     * Sees to it that all that was said has been written.
     *
     * @throws IOException when something could not be, with why; but not when the reader has gone,
     *     who wanted no more
     */
    static void check() throws IOException {
        if (isTaken()) {
            return;
        }
        String why = reason();
        if (!why.startsWith("Broken pipe")) {
            throw new IOException(
                    "not all could be written to the standard output"
                            + (why.isEmpty() ? "" : ": " + why));
        }
    }

    /** Why nothing can be written; empty when it can be again. */
    @SuppressWarnings("resource") // the standard output is everyone's
    private static String reason() {
        try {
            new FileOutputStream(FileDescriptor.out).write('\n');
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
