package alchemist.exchange.code;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.DatedStatements;
import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Names.Meaning;
import alchemist.exchange.code.Outline.Call;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.Outline.Symbol;
import alchemist.exchange.files.FileStatements;
import alchemist.exchange.files.Library;
import alchemist.exchange.folder.FolderStatements;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What code states: its files, what they declare, and what these have to do with each other. */
final class CodeStatements {
    private final OpenedFiles files;
    private final List<CodeFile> code;
    private final Names names;
    private final KnownIds ids;
    private final DatedStatements statements;
    private final FolderStatements folders;

    CodeStatements(
            OpenedFiles files,
            List<CodeFile> code,
            Names names,
            KnownIds ids,
            DatedStatements statements) {
        this.ids = ids;
        this.files = files;
        this.code = code;
        this.names = names;
        this.statements = statements;
        this.folders = new FolderStatements(files, statements);
    }

    void add() {
        for (CodeFile file : code) {
            addFile(file);
            for (Declared one : file.declared) {
                addDeclared(one);
            }
        }
        for (CodeFile file : code) {
            addImports(file);
            addSupertypes(file);
            addCalls(file);
        }
        addTests();
    }

    private void addFile(CodeFile file) {
        folders.add(file.folder(), file.effectiveAt);
        TreeMap<String, Value> properties = new TreeMap<>();
        if (file.isTest()) {
            properties.put("test", Value.flag(true));
        }
        if (!file.outline.module().isEmpty()) {
            properties.put("module", Value.text(file.outline.module()));
        }
        describe(file.outline.said(), properties);
        statements.add(
                FileStatements.file(files.root(), file.file.id(), file.path(), "File", properties),
                file.effectiveAt);
    }

    private void addDeclared(Declared one) {
        Declared owner = one.owner;
        if (one.whole != null) { // which stands in a file before this
            edge(
                    "declares",
                    owner == null ? one.file.file.id() : owner.id,
                    one.id,
                    new TreeMap<>(),
                    at(one.file, one.whole.file));
        }
        if (owner != null && one.isType() && one.file.language == CodeLanguage.RUBY) {
            // What it stands in is mostly a name alone that many files open.
            edge("declares", one.file.file.id(), one.id, new TreeMap<>(), at(one.file, one.file));
        }
        if (statements.has(one.id)) {
            return;
        }
        if (owner != null) {
            addDeclared(owner);
        }
        Symbol symbol = one.symbol;
        TreeMap<String, Value> properties = new TreeMap<>();
        properties.put("path", Value.text(one.file.path()));
        one.file.lines.tell(symbol.line(), properties);
        properties.put("lines", Value.integer(symbol.lines()));
        describe(symbol.said(), properties);
        if (symbol.kind().isCode()) {
            properties.put("complexity", Value.integer(symbol.complexity()));
        }
        if (symbol.test()) {
            properties.put("test", Value.flag(true));
        }
        if (symbol.entry()) {
            properties.put("entry", Value.flag(true));
        }
        long at =
                owner == null
                        ? one.file.effectiveAt
                        : Math.max(one.file.effectiveAt, owner.file.effectiveAt);
        statements.add(
                new NodeStatement(
                        one.id,
                        Value.text(symbol.name()),
                        List.of(symbol.kind().type()),
                        Properties.of(properties),
                        group(one),
                        !symbol.kind().isCode() && symbol.kind() != Kind.CONSTANT),
                at);
        edge(
                "declares",
                owner == null ? one.file.file.id() : owner.id,
                one.id,
                new TreeMap<>(),
                at);
    }

    private static void describe(String said, TreeMap<String, Value> properties) {
        if (!said.isEmpty()) {
            properties.put("description", Value.text(said));
        }
    }

    /** The type that something stands in; else the folder of its file. */
    private Id group(Declared one) {
        for (Declared up = one.owner; up != null; up = up.owner) {
            if (!up.symbol.kind().isCode()) {
                return up.id;
            }
        }
        return files.root().folder(one.file.folder());
    }

    private void addImports(CodeFile file) {
        for (Import one : names.imports().all(file)) {
            Set<CodeFile> targets = names.imports().files(file, one);
            for (CodeFile target : targets) {
                edge(
                        "imports",
                        file.file.id(),
                        target.file.id(),
                        line(file, one.line()),
                        at(file, target));
            }
            Library library = targets.isEmpty() ? names.imports().library(file, one) : null;
            if (library != null && !library.name().isEmpty()) {
                statements.add(library.statement(), file.effectiveAt);
                edge(
                        "imports",
                        file.file.id(),
                        library.id(),
                        line(file, one.line()),
                        file.effectiveAt);
            }
        }
    }

    private void addSupertypes(CodeFile file) {
        for (Declared one : file.declared) {
            for (String written : one.symbol.supertypes()) {
                boolean implemented = written.startsWith("+");
                boolean mixed = written.startsWith("&");
                Meaning meaning = names.type(implemented ? written.substring(1) : written, one);
                Declared from = one.symbol.kind().isCode() ? one.owner : one;
                if (meaning != null && from != null && meaning.what() != from) {
                    boolean contract =
                            implemented
                                    || (meaning.what().symbol.kind() == Kind.INTERFACE
                                            && from.symbol.kind() != Kind.INTERFACE);
                    TreeMap<String, Value> properties = line(file, line(one, one.symbol.line()));
                    properties.put("resolved", resolved(meaning.exact()));
                    edge(
                            mixed ? "uses" : contract ? "implements" : "extends",
                            from.id,
                            meaning.what().id,
                            properties,
                            at(from.file, meaning.what().file));
                }
            }
        }
    }

    /** Several calls of one thing by another are one edge. */
    private static final class Calls {
        final Declared target;
        final int line;
        boolean exact;
        int times;

        Calls(Declared target, int line) {
            this.target = target;
            this.line = line;
        }
    }

    private void addCalls(CodeFile file) {
        Map<Id, Map<Id, Calls>> calls = new LinkedHashMap<>();
        for (Call call : file.outline.calls()) {
            Meaning meaning = names.called(call, file);
            Id from = caller(call, file);
            if (meaning != null && !meaning.what().id.equals(from)) {
                Calls same =
                        calls.computeIfAbsent(from, _ -> new LinkedHashMap<>())
                                .computeIfAbsent(
                                        meaning.what().id,
                                        _ -> new Calls(meaning.what(), line(call, file)));
                same.exact |= meaning.exact();
                same.times++;
            }
        }
        calls.forEach(
                (from, targets) ->
                        targets.forEach(
                                (to, same) -> {
                                    TreeMap<String, Value> properties = line(file, same.line);
                                    properties.put("times", Value.integer(same.times));
                                    properties.put("resolved", resolved(same.exact));
                                    boolean creates =
                                            same.target.isType()
                                                    || same.target.symbol.kind()
                                                            == Kind.CONSTRUCTOR;
                                    edge(
                                            creates ? "creates" : "calls",
                                            from,
                                            to,
                                            properties,
                                            at(file, same.target.file));
                                }));
    }

    private static int line(Call call, CodeFile file) {
        return call.symbol() == Outline.NONE
                ? call.line()
                : line(file.declared.get(call.symbol()), call.line());
    }

    /** A line of where something is declared; 0 where that is told to be in another file. */
    private static int line(Declared one, int line) {
        return one.whole == null || one.whole.file == one.file ? line : 0;
    }

    private static Id caller(Call call, CodeFile file) {
        return call.symbol() == Outline.NONE ? file.file.id() : file.declared.get(call.symbol()).id;
    }

    /** A test is of what it is called after. */
    private void addTests() {
        Map<String, List<CodeFile>> tested = new HashMap<>();
        for (CodeFile file : code) {
            if (!file.isTest() && !file.isNotebook()) {
                String key = key(file, TestNames.tested(file.path(), file.language.family()));
                tested.computeIfAbsent(key, _ -> new java.util.ArrayList<>(1)).add(file);
            }
        }
        for (CodeFile test : code) {
            if (test.isTest()) {
                String key = key(test, TestNames.subject(test.path(), test.language.family()));
                CodeFile of = nearest(test, tested.getOrDefault(key, List.of()));
                if (of != null) {
                    edge("tests", test.file.id(), of.file.id(), new TreeMap<>(), at(test, of));
                }
            }
        }
    }

    private static String key(CodeFile file, String name) {
        return file.language.family() + "\0" + name;
    }

    /** The only one, or the one of the same package or folder; of Go only the latter. */
    private static @Nullable CodeFile nearest(CodeFile test, List<CodeFile> candidates) {
        boolean go = test.language == CodeLanguage.GO;
        if (candidates.size() == 1 && !go) {
            return candidates.getFirst();
        }
        if (test.language == CodeLanguage.PHP || test.language == CodeLanguage.RUBY) {
            return alike(test, candidates);
        }
        for (CodeFile one : candidates) {
            boolean same =
                    test.language.family() == CodeLanguage.Family.JAVA
                            ? one.outline.module().equals(test.outline.module())
                            : test.language == CodeLanguage.CSHARP
                                    ? TestNames.isOfNamespace(
                                            one.outline.module(), test.outline.module())
                                    : go
                                            ? one.folder().equals(test.folder())
                                            : TestNames.isBeside(one.folder(), test.path());
            if (same) {
                return one;
            }
        }
        return null;
    }

    /**
     * The one whose folders are called most like those of a test, from its own up; null for none.
     */
    private static @Nullable CodeFile alike(CodeFile test, List<CodeFile> candidates) {
        CodeFile best = null;
        int most = 0;
        for (CodeFile one : candidates) {
            int same = TestNames.alike(one.folder(), test.folder());
            if (same == most) {
                best = null;
            } else if (same > most) {
                best = one;
                most = same;
            }
        }
        return best;
    }

    private static Value resolved(boolean exact) {
        return Value.text(exact ? "exact" : "by name");
    }

    private static TreeMap<String, Value> line(CodeFile file, int line) {
        TreeMap<String, Value> properties = new TreeMap<>();
        file.lines.tell(line, properties);
        return properties;
    }

    private static long at(CodeFile one, CodeFile other) {
        return Math.max(one.effectiveAt, other.effectiveAt);
    }

    private void edge(String relation, Id from, Id to, TreeMap<String, Value> properties, long at) {
        statements.add(
                new EdgeStatement(
                        ids.edge(relation, from, to),
                        from,
                        to,
                        relation,
                        Properties.of(properties)),
                at);
    }
}
