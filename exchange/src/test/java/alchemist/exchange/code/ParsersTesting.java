package alchemist.exchange.code;

import alchemist.exchange.Reader;
import alchemist.exchange.formats.Readers;
import java.nio.file.Path;
import java.util.List;

/** The parsers that all tests of a process share: their processes end with it. */
public final class ParsersTesting {
    private static final Parsers PARSERS =
            new Parsers(Path.of("target", "parsers").toAbsolutePath());

    private ParsersTesting() {}

    public static Parsers parsers() {
        return PARSERS;
    }

    /** New readers for one run. */
    public static List<Reader> readers() {
        return Readers.ofOneRun(PARSERS);
    }
}
