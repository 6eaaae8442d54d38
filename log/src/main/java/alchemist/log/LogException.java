package alchemist.log;

import org.jspecify.annotations.Nullable;

/** What can happen to a log that its caller must know. The message says what to do. */
public abstract sealed class LogException extends Exception
        permits CorruptLog,
                IoFailure,
                LogExists,
                LogFailed,
                LogFull,
                LogLocked,
                LogReadOnly,
                NewerFormat,
                NoSuchLog,
                WrongPosition {
    private static final long serialVersionUID = 1;

    LogException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
