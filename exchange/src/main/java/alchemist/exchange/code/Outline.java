package alchemist.exchange.code;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one file of code declares and uses, as far as its syntax tells.
 *
 * @param module the package that it says it is of, or empty
 * @param said what it says of itself in a sentence, or empty
 * @param symbols what it declares, outer ones first
 * @param broken the line of the first error of syntax, 0 where there is none
 */
public record Outline(
        String module,
        String said,
        List<Symbol> symbols,
        List<Import> imports,
        List<Call> calls,
        List<Variable> variables,
        int broken) {

    /** Of what is not within a symbol. */
    public static final int NONE = -1;

    /** What a file of JavaScript or TypeScript calls what it exports without a name. */
    public static final String DEFAULT = "default";

    /** What a symbol is. */
    public enum Kind {
        /** Not to be instantiated from outside, or to be. */
        CLASS("Class"),
        /** What others promise to be. */
        INTERFACE("Interface"),
        /** One of a list. */
        ENUMERATION("Enumeration"),
        /** A class of values. */
        RECORD("Record"),
        /** What marks other symbols. */
        ANNOTATION("Annotation"),
        /** Of C, C#, Go and Rust. */
        STRUCT("Struct"),
        /** Of PHP and Rust. */
        TRAIT("Trait"),
        /** Of Ruby: what others take methods over from, or what holds symbols. */
        MODULE("Module"),
        /** Another name for a type. */
        TYPE("Type"),
        /** What holds symbols and nothing else. */
        NAMESPACE("Namespace"),
        /** Of no type. */
        FUNCTION("Function"),
        /** Of a type. */
        METHOD("Method"),
        /** Makes one of a type. */
        CONSTRUCTOR("Constructor"),
        /** A value by a name, where that is told of its language. */
        CONSTANT("Constant");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The type of its node. */
        public String type() {
            return type;
        }

        /** Whether it is run. */
        public boolean isCode() {
            return this == FUNCTION || this == METHOD || this == CONSTRUCTOR;
        }

        /** Whether there may be things of it. */
        public boolean isType() {
            return !isCode() && this != NAMESPACE && this != CONSTANT;
        }
    }

    /**
     * Something declared.
     *
     * @param within the symbol that it stands in, or {@link #NONE}
     * @param owner the type that it belongs to where it stands outside of it, or empty
     * @param said what its comment says of it in a sentence, or empty
     * @param line where it begins, from 1
     * @param lines how many it takes
     * @param complexity how many ways lead through it: 1 and one for each branch
     * @param test it is a test
     * @param entry a program begins here
     * @param supertypes what it extends or implements, as it is written; those that it implements
     *     behind a {@code +}, those whose members it takes over behind a {@code &}, for itself
     *     behind {@code &.}
     * @param signature what it takes and gives, where that is told of its language
     */
    public record Symbol(
            int within,
            Kind kind,
            String name,
            String owner,
            String said,
            int line,
            int lines,
            int complexity,
            boolean test,
            boolean entry,
            List<String> supertypes,
            Signature signature) {}

    /**
     * What code takes and gives, and what a type's name takes; types are told as they are written.
     *
     * @param typed the names that stand for types that it takes
     * @param takes the types of its parameters
     * @param least how many of them a call gives at least
     * @param open whether a call may give any number for the last of them
     * @param extension whether it is called on what it takes first; of Ruby whether it is called on
     *     the type itself
     * @param perhaps whether it is there only where something is chosen before it is compiled
     * @param gives the type of what it gives, or empty
     */
    public record Signature(
            List<String> typed,
            List<String> takes,
            int least,
            boolean open,
            boolean extension,
            boolean perhaps,
            String gives) {
        /** Where nothing is told. */
        public static final Signature UNTOLD =
                new Signature(List.of(), List.of(), 0, false, false, false, "");
    }

    /**
     * Something that the file makes use of as a whole.
     *
     * @param what as it is written
     * @param names those that are taken from it; empty where all or none are told
     * @param bound what the file calls it, or what it takes from it, where the import says so
     */
    public record Import(String what, List<String> names, List<String> bound, int line) {}

    /**
     * Something that is called.
     *
     * @param symbol in which, or {@link #NONE}
     * @param receiver what stands before the name, as it is written; empty for nothing. Behind it
     *     stands a brace where nothing does, but the call is in a lambda that is run on it, so that
     *     a member of it may be meant
     * @param creates whether it makes one of a type of that name
     * @param arguments what it gives, where that is told of its language
     */
    public record Call(
            int symbol,
            String receiver,
            String name,
            boolean creates,
            int line,
            List<String> arguments) {}

    /**
     * A variable, parameter or field whose type is written. What a file of JavaScript or TypeScript
     * exports by default stands here under that name, which no variable has.
     *
     * @param symbol in which it is known, or {@link #NONE}
     * @param name empty where a type is but named
     */
    public record Variable(int symbol, String name, String type) {}

    /** Writes it for another process. */
    public void write(Output out) {
        out.text(module);
        out.text(said);
        out.varint(symbols.size());
        for (Symbol one : symbols) {
            out.varint(one.within() + 1L);
            out.text(one.kind().name());
            out.text(one.name());
            out.text(one.owner());
            out.text(one.said());
            out.varint(one.line());
            out.varint(one.lines());
            out.varint(one.complexity());
            out.varint((one.test() ? 1 : 0) | (one.entry() ? 2 : 0));
            texts(one.supertypes(), out);
            write(one.signature(), out);
        }
        out.varint(imports.size());
        for (Import one : imports) {
            out.text(one.what());
            texts(one.names(), out);
            texts(one.bound(), out);
            out.varint(one.line());
        }
        out.varint(calls.size());
        for (Call one : calls) {
            out.varint(one.symbol() + 1L);
            out.text(one.receiver());
            out.text(one.name());
            out.varint(one.creates() ? 1 : 0);
            out.varint(one.line());
            texts(one.arguments(), out);
        }
        out.varint(variables.size());
        for (Variable one : variables) {
            out.varint(one.symbol() + 1L);
            out.text(one.name());
            out.text(one.type());
        }
        out.varint(broken);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param texts gives the text that is kept for one that is equal
     */
    public static Outline read(Input in, UnaryOperator<String> texts) {
        String module = texts.apply(in.text());
        String said = in.text();
        int symbolCount = in.small();
        List<Symbol> symbols = new ArrayList<>(symbolCount);
        for (int n = symbolCount; n > 0; n--) {
            int within = in.small() - 1;
            Kind kind = Kind.valueOf(in.text());
            String name = texts.apply(in.text());
            String owner = texts.apply(in.text());
            String what = in.text();
            int line = in.small();
            int lines = in.small();
            int complexity = in.small();
            int marks = in.small();
            symbols.add(
                    new Symbol(
                            within,
                            kind,
                            name,
                            owner,
                            what,
                            line,
                            lines,
                            complexity,
                            (marks & 1) != 0,
                            (marks & 2) != 0,
                            texts(in, texts),
                            signature(in, texts)));
        }
        int importCount = in.small();
        List<Import> imports = new ArrayList<>(importCount);
        for (int n = importCount; n > 0; n--) {
            imports.add(
                    new Import(
                            texts.apply(in.text()),
                            texts(in, texts),
                            texts(in, texts),
                            in.small()));
        }
        int callCount = in.small();
        List<Call> calls = new ArrayList<>(callCount);
        for (int n = callCount; n > 0; n--) {
            calls.add(
                    new Call(
                            in.small() - 1,
                            texts.apply(in.text()),
                            texts.apply(in.text()),
                            in.small() == 1,
                            in.small(),
                            texts(in, texts)));
        }
        int variableCount = in.small();
        List<Variable> variables = new ArrayList<>(variableCount);
        for (int n = variableCount; n > 0; n--) {
            variables.add(
                    new Variable(in.small() - 1, texts.apply(in.text()), texts.apply(in.text())));
        }
        return new Outline(module, said, symbols, imports, calls, variables, in.small());
    }

    private static void write(Signature one, Output out) {
        if (one.equals(Signature.UNTOLD)) {
            out.varint(0);
            return;
        }
        out.varint(1 | (one.open() ? 2 : 0) | (one.extension() ? 4 : 0) | (one.perhaps() ? 8 : 0));
        texts(one.typed(), out);
        texts(one.takes(), out);
        out.varint(one.least());
        out.text(one.gives());
    }

    private static Signature signature(Input in, UnaryOperator<String> texts) {
        int marks = in.small();
        return marks == 0
                ? Signature.UNTOLD
                : new Signature(
                        texts(in, texts),
                        texts(in, texts),
                        in.small(),
                        (marks & 2) != 0,
                        (marks & 4) != 0,
                        (marks & 8) != 0,
                        texts.apply(in.text()));
    }

    private static void texts(List<String> texts, Output out) {
        out.varint(texts.size());
        for (String text : texts) {
            out.text(text);
        }
    }

    private static List<String> texts(Input in, UnaryOperator<String> texts) {
        int n = in.small();
        List<String> read = new ArrayList<>(n);
        for (; n > 0; n--) {
            read.add(texts.apply(in.text()));
        }
        return List.copyOf(read);
    }
}
