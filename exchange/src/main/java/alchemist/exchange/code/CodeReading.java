package alchemist.exchange.code;

import alchemist.exchange.DatedStatements;
import alchemist.exchange.DatedStatements.Mark;
import alchemist.exchange.Reading;
import alchemist.exchange.code.Outlining.Outlined;
import alchemist.exchange.files.Languages;
import alchemist.exchange.files.Root;
import alchemist.exchange.files.Vendored;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One reading of the code at a place: each file is outlined for itself, then what they name is
 * looked for among them all, and stated. Where the code is what it was, only what pages quote of it
 * is looked for again: all else stands.
 */
final class CodeReading {
    /** So many of the files are named that hold what is not understood. */
    private static final int MAX_TOLD = 3;

    /** Languages of programs that have no grammar here. */
    private static final Set<String> UNREAD =
            Set.of(
                    "Ada",
                    "COBOL",
                    "Clojure",
                    "D",
                    "Dart",
                    "Elixir",
                    "Elm",
                    "Erlang",
                    "F#",
                    "Fortran",
                    "Groovy",
                    "Haskell",
                    "Julia",
                    "Lisp",
                    "Lua",
                    "OCaml",
                    "Objective-C",
                    "Pascal",
                    "Perl",
                    "R",
                    "Scala",
                    "Svelte",
                    "Swift",
                    "Visual Basic",
                    "Vue",
                    "Zig");

    /** About what is left of a day, or of a thing that is stated of a page. */
    private static final int ENTRY_BYTES = 64;

    private final OpenedFiles files;
    private final Parsers parsers;
    private final Reading reading;
    private final KnownIds ids;
    private final Projects projects;

    /**
     * What the next reading needs to state only what pages quote.
     *
     * @param code what all that is stated of the code depends on
     * @param latest of each day the latest time of what is stated of the code
     * @param quoted the things that are stated of pages alone
     */
    private record Standing(
            Id code, QuotedSymbols symbols, Map<Long, Long> latest, Set<Id> quoted) {
        long bytes() {
            return symbols.bytes() + (long) ENTRY_BYTES * (latest.size() + quoted.size());
        }
    }

    CodeReading(OpenedFiles files, Parsers parsers, Reading reading) {
        this.files = files;
        this.parsers = parsers;
        this.reading = reading;
        this.ids = KnownIds.of(files.root().key(), reading.look());
        this.projects = Projects.of(files, reading);
    }

    void run() {
        String what = "code of " + files.label();
        warnOfUnread();
        long before = parsers.uses();
        Outlining outlining = new Outlining(files, parsers, reading);
        List<Outlined> found = outlining.find(what);
        outlining.otherNotebooks().forEach(this::warnOfNotebooks);
        Standing last = reading.left(Standing.class);
        if (last != null && last.code.equals(print(found))) {
            warnOfBroken(found);
            stateQuotes(last, what);
            return;
        }
        outlining.outlines(found);
        parsers.rest(parsers.uses() - before);
        warnOfBroken(found);
        gathered(found).state(reading, what);
    }

    /** What all that is stated of the code depends on. */
    private Id print(List<Outlined> found) {
        StringBuilder all = new StringBuilder();
        all.append(files.root().key()).append('\0').append(files.prefix()).append('\0');
        all.append(files.label()).append('\0').append(projects.state()).append('\n');
        found.forEach(one -> all.append(one.state()));
        return Id.of("code-read", all.toString());
    }

    private DatedStatements gathered(List<Outlined> found) {
        Id print = print(found);
        List<CodeFile> code = new ArrayList<>();
        for (Outlined one : found) {
            Outline outline = one.outline();
            if (outline != null) {
                code.add(
                        new CodeFile(
                                one.file,
                                one.language,
                                outline,
                                one.lines(),
                                one.effectiveAt(),
                                ids));
            }
        }
        found.clear(); // what it states takes less than what it was made of
        DatedStatements statements = new DatedStatements();
        new CodeStatements(files, code, new Names(code, projects), ids, statements).add();
        Mark mark = statements.mark();
        if (!code.isEmpty()) {
            QuotedSymbols symbols = new QuotedSymbols(code, statements);
            new Quotes(files, symbols, ids, statements).add();
            leave(
                    new Standing(
                            print,
                            symbols,
                            statements.latestBefore(mark),
                            Set.copyOf(statements.since(mark))));
        }
        ids.keep(files.root().key(), reading.look());
        return statements;
    }

    /** States what pages quote; all that the last reading stated of the code stands. */
    private void stateQuotes(Standing last, String what) {
        DatedStatements statements = new DatedStatements();
        statements.latest(last.latest);
        Mark mark = statements.mark();
        new Quotes(files, last.symbols, ids, statements).add();
        Set<Id> quoted = new HashSet<>();
        for (Id thing : statements.since(mark)) {
            // A folder may be stated for the code that is in it.
            if (last.quoted.contains(thing) || !isStated(thing)) {
                quoted.add(thing);
            }
        }
        leave(new Standing(last.code, last.symbols, last.latest, Set.copyOf(quoted)));
        ids.keepAll(files.root().key(), reading.look());
        reading.stands(last.quoted);
        statements.state(reading, what);
    }

    private boolean isStated(Id thing) {
        return reading.stated().node(thing) != null || reading.stated().edge(thing) != null;
    }

    private void leave(Standing standing) {
        reading.leave(standing, standing.bytes());
    }

    /**
     * Tells of languages in which people write programs and that are not read here: else nobody
     * would know why nothing is found of what such files declare.
     */
    private void warnOfUnread() {
        TreeMap<String, Integer> unread = new TreeMap<>();
        for (OpenedFile file : files.all()) {
            String language = Languages.of(Root.name(file.path()));
            if (language != null
                    && UNREAD.contains(language)
                    && !file.path().endsWith(".gradle.kts")
                    && !Vendored.is(file.path())) {
                unread.merge(language, 1, Integer::sum);
            }
        }
        unread.forEach(
                (language, count) ->
                        reading.warn(
                                files.label(),
                                (count == 1
                                                ? "1 file of " + language + " is known as a file"
                                                : count
                                                        + " files of "
                                                        + language
                                                        + " are known as files")
                                        + " alone: what is declared and called in "
                                        + language
                                        + " is not read"));
    }

    private void warnOfNotebooks(String language, int count) {
        String some =
                count == 1
                        ? "1 notebook of " + language + " is known as a page"
                        : count + " notebooks of " + language + " are known as pages";
        reading.warn(files.label(), some + " alone: of code in notebooks only Python is read");
    }

    /**
     * Tells once for each language of syntax that is not understood: it is often the language's
     * newest.
     */
    private void warnOfBroken(List<Outlined> found) {
        Map<CodeLanguage, List<String>> broken = new EnumMap<>(CodeLanguage.class);
        for (Outlined one : found) {
            if (one.broken() > 0 && !one.language.hasMacros()) {
                broken.computeIfAbsent(one.language, _ -> new ArrayList<>())
                        .add(one.file.path() + " " + one.lines().where(one.broken()));
            }
        }
        broken.forEach(this::warn);
    }

    private void warn(CodeLanguage language, List<String> places) {
        String some = String.join(", ", places.subList(0, Math.min(MAX_TOLD, places.size())));
        int more = places.size() - Math.min(MAX_TOLD, places.size());
        reading.warn(
                some + (more > 0 ? " and " + more + " files more" : ""),
                "hold "
                        + language.label()
                        + " that is not understood here; what else they hold is read");
    }
}
