package alchemist.engine.workspace;

/** An answer that waits for an append. */
record Pending(Answers answers, int index, Answer answer) {}
