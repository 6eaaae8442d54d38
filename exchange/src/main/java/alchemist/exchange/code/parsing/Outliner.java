package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline;
import alchemist.exchange.code.Outline.Call;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.Outline.Signature;
import alchemist.exchange.code.Outline.Symbol;
import alchemist.exchange.code.Outline.Variable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks one file's tree, and gathers what its grammar finds there. */
final class Outliner {
    /** Longer names are no names. */
    private static final int MAX_NAME = 300;

    private final byte[] source;
    private final Tables tables;
    private final List<Draft> symbols = new ArrayList<>();
    private final List<Import> imports = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();

    /** Types that are named, whatever for. */
    private final Set<String> mentioned = new LinkedHashSet<>();

    /** The symbols that the walk is in, outer ones last. */
    private final Deque<Integer> within = new ArrayDeque<>();

    private String module = "";
    private String said = "";
    private int broken;

    /** Where the symbol ends that was opened last, if that is behind its node. */
    private int until;

    /** A symbol that is not whole yet. */
    static final class Draft {
        final int within;
        final Kind kind;
        final String name;
        final int line;
        final int lines;
        String owner = "";
        String said = "";
        int complexity = 1;
        boolean test;
        boolean entry;
        final List<String> supertypes = new ArrayList<>();
        Signature signature = Signature.UNTOLD;

        Draft(int within, Kind kind, String name, int line, int lines) {
            this.within = within;
            this.kind = kind;
            this.name = name;
            this.line = line;
            this.lines = lines;
        }
    }

    /**
     * An outliner.
     *
     * @param source in UTF-8
     */
    Outliner(byte[] source, Tables tables) {
        this.source = source;
        this.tables = tables;
    }

    Outline outline(SyntaxTree tree) {
        if (tree.size() > 0) {
            said = tables.grammar().saidOfFile(new Node(tree, 0), source);
        }
        Deque<Integer> ends = new ArrayDeque<>();
        for (int i = 0; i < tree.size(); i++) {
            int symbol = tree.symbol(i);
            if (tables.means(symbol)) {
                while (!ends.isEmpty() && ends.peek() <= tree.start(i)) {
                    ends.pop();
                    within.pop();
                }
                int before = within.size();
                enter(new Node(tree, i), symbol);
                if (within.size() > before) {
                    ends.push(Math.max(tree.end(i), until));
                    until = 0;
                }
            }
        }
        return outline();
    }

    private void enter(Node node, int symbol) {
        String type = tables.type(symbol);
        if (type.equals(Tables.ERROR)) {
            broken = broken == 0 ? line(node) : broken;
        } else if (tables.isNamed(symbol)) {
            tables.grammar().enter(node, type, this);
        } else {
            branches();
        }
    }

    private Outline outline() {
        List<Symbol> whole = new ArrayList<>();
        for (Draft one : symbols) {
            whole.add(
                    new Symbol(
                            one.within,
                            one.kind,
                            one.name,
                            one.owner,
                            one.said,
                            one.line,
                            one.lines,
                            one.complexity,
                            one.test,
                            one.entry,
                            one.supertypes,
                            one.signature));
        }
        for (String type : mentioned) {
            variables.add(new Variable(Outline.NONE, "", type));
        }
        return new Outline(module, said, whole, imports, calls, variables, broken);
    }

    /** The innermost symbol that the walk is in, or null. */
    @Nullable Draft current() {
        return within.isEmpty() ? null : symbols.get(within.peek());
    }

    /** Whether the walk is in code: what is declared there is nobody else's. */
    boolean isInCode() {
        Draft current = current();
        return current != null && current.kind.isCode();
    }

    /** Whether the innermost symbol is a type. */
    boolean isInType() {
        Draft current = current();
        return current != null && !current.kind.isCode() && current.kind != Kind.NAMESPACE;
    }

    /** A symbol begins, until the walk leaves its node; null where it has no name or is in code. */
    @Nullable Draft open(Kind kind, Node node, String name) {
        return isInCode() ? null : openAnywhere(kind, node, name);
    }

    /** The same, also in code: where a language names what it declares there, and calls it so. */
    @Nullable Draft openAnywhere(Kind kind, Node node, String name) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            return null;
        }
        int line = line(node);
        Draft draft =
                new Draft(
                        within.isEmpty() ? Outline.NONE : within.peek(),
                        kind,
                        name,
                        line,
                        node.lastLine() + 2 - line);
        draft.said = tables.grammar().said(node, source);
        within.push(symbols.size());
        symbols.add(draft);
        return draft;
    }

    /** The symbol that was opened last holds nothing. */
    void closes() {
        within.pop();
    }

    /** The symbol that was opened last goes on behind its node, up to a byte. */
    void lastsUntil(int end) {
        until = end;
    }

    void module(String name) {
        module = name;
    }

    /** The one that was told, or empty. */
    String module() {
        return module;
    }

    /** The file makes use of something, and calls by these names what it takes from there. */
    void imports(String what, List<String> names, List<String> bound, Node node) {
        if (!what.isEmpty() && what.length() <= MAX_NAME) {
            imports.add(new Import(what, names, bound, line(node)));
        }
    }

    void calls(String receiver, String name, boolean creates, Node node) {
        calls(receiver, name, creates, List.of(), node);
    }

    /** The same, of a language of which it is told what a call gives. */
    void calls(String receiver, String name, boolean creates, List<String> arguments, Node node) {
        if (!name.isEmpty() && name.length() <= MAX_NAME) {
            String before = receiver.length() > MAX_NAME ? "?" : receiver;
            int symbol = within.isEmpty() ? Outline.NONE : within.peek();
            calls.add(new Call(symbol, before, name, creates, line(node), arguments));
        }
    }

    /** A variable, parameter or field is of a type, which may be written with arguments. */
    void variable(String name, String type) {
        holds(name, Grammar.bare(type));
    }

    /** A variable, parameter or field is of a type, whose arguments are told too. */
    void holds(String name, String type) {
        if (!name.isEmpty() && !type.isEmpty() && name.length() + type.length() <= MAX_NAME) {
            int symbol = within.isEmpty() ? Outline.NONE : within.peek();
            variables.add(new Variable(symbol, name, type));
        }
    }

    /** The file names a type. */
    void mentions(String type) {
        if (!type.isEmpty() && type.length() <= MAX_NAME) {
            mentioned.add(type);
        }
    }

    /** One more way leads through the code that the walk is in. */
    void branches() {
        Draft current = current();
        if (current != null) {
            current.complexity++;
        }
    }

    /** The text of a node; empty for none. */
    String text(Node node) {
        if (node.isNone()) {
            return "";
        }
        return between(node.start(), node.end());
    }

    /** The text from one byte to another. */
    String between(int from, int to) {
        return new String(source, from, to - from, StandardCharsets.UTF_8);
    }

    /** The text of a node's field; empty for none. */
    String field(Node node, String name) {
        return text(node.child(name));
    }

    private static int line(Node node) {
        return node.firstLine() + 1;
    }
}
