package alchemist.exchange.code;

import alchemist.kernel.collection.Names;

/**
 * The names in the outlines of one reading, each once: most of them stand in many files. Safe for
 * several threads.
 */
final class SharedTexts {
    private final Names texts = new Names();

    /** The one text that equals this. */
    synchronized String of(String text) {
        return texts.name(texts.add(text));
    }
}
