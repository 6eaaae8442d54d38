package alchemist.engine.workspace;

import alchemist.kernel.Command;
import org.jspecify.annotations.Nullable;

/**
 * An answer that waits for an append.
 *
 * @param asked what it answers; null where that is no command, or does not matter
 */
record Pending(Answers answers, int index, Answer answer, @Nullable Command asked) {
    Pending(Answers answers, int index, Answer answer) {
        this(answers, index, answer, null);
    }
}
