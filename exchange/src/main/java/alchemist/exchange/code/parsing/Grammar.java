package alchemist.exchange.code.parsing;

import alchemist.exchange.code.CodeLanguage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the nodes of a language's trees mean. */
interface Grammar {
    /** The types of the named nodes that mean something. */
    List<String> types();

    /** What stands between two ways through the code. */
    default List<String> tokens() {
        return List.of("&&", "||");
    }

    /**
     * A text without what the parser does not know of the language, byte for byte as long; the same
     * where there is nothing of the kind. It is asked for texts that are not understood.
     */
    default byte[] withoutUnknown(byte[] text) {
        return text;
    }

    /** Which comments say what a declaration is. */
    default Comments comments() {
        return Comments.BLOCKS;
    }

    /** What the source says of a declaration in a sentence; empty for nothing. */
    default String said(Node declaration, byte[] source) {
        return comments().said(source, declaration.start());
    }

    /** What it says of the whole file. */
    default String saidOfFile(Node file, byte[] source) {
        return "";
    }

    /** Tells an outliner what a node of one of these types is; called before what is inside it. */
    void enter(Node node, String type, Outliner out);

    /** That of a language. */
    static Grammar of(CodeLanguage language) {
        return switch (language) {
            case JAVA -> new JavaGrammar();
            case KOTLIN -> new KotlinGrammar();
            case CSHARP -> new CSharpGrammar();
            case PHP -> new PhpGrammar();
            case RUBY -> new RubyGrammar();
            case JAVASCRIPT, TYPESCRIPT, TSX -> new EcmaGrammar();
            case PYTHON -> new PythonGrammar();
            case GO -> new GoGrammar();
            case RUST -> new RustGrammar();
            case C, CPP -> new CGrammar();
        };
    }

    /** A text with blanks for what the first group of a pattern finds in it. */
    static byte[] without(Pattern pattern, byte[] text) {
        return filled(pattern, ' ', text);
    }

    /** A text in which what the first group of a pattern finds is one sign over and over. */
    static byte[] filled(Pattern pattern, char sign, byte[] text) {
        byte[] changed = text.clone();
        Matcher found = pattern.matcher(new String(text, StandardCharsets.ISO_8859_1));
        while (found.find()) {
            Arrays.fill(changed, found.start(1), found.end(1), (byte) sign);
        }
        return changed;
    }

    /** The named children of a node that are of a type. */
    static List<Node> children(Node node, String type) {
        List<Node> found = new ArrayList<>();
        for (Node child : node.children()) {
            if (child.type().equals(type)) {
                found.add(child);
            }
        }
        return found;
    }

    /** The first child of one of these types, or none. */
    static Node first(Node node, Set<String> types) {
        for (Node child : node.children()) {
            if (types.contains(child.type())) {
                return child;
            }
        }
        return new Node(node.tree(), SyntaxTree.NONE);
    }

    /** The name of a type without its arguments. */
    static String bare(String type) {
        int arguments = type.indexOf('<');
        return (arguments < 0 ? type : type.substring(0, arguments)).strip();
    }

    /** A text without the quotes around it. */
    static String unquoted(String text) {
        return text.length() >= 2 ? text.substring(1, text.length() - 1) : "";
    }
}
