package alchemist.exchange.markdown;

import alchemist.exchange.notebook.CellTexts;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** The code that pages quote: within a line, and in fences of their own. */
public final class CodeSpans {
    private CodeSpans() {}

    /**
     * Code that a page quotes.
     *
     * @param text as it is written
     * @param line where it begins, from 1
     * @param fenced it stands in lines of its own
     */
    public record Span(String text, int line, boolean fenced) {}

    /** All of a page, in the order of the text; diagrams are none. */
    public static List<Span> of(String page) {
        List<Span> spans = new ArrayList<>();
        add(page, 0, spans);
        return spans;
    }

    /** All of the Markdown of a notebook; lines count through its cells. */
    public static List<Span> of(CellTexts cells) {
        List<Span> spans = new ArrayList<>();
        int linesBefore = 0;
        for (String text : cells.texts()) {
            add(text, linesBefore, spans);
            linesBefore += CellTexts.lines(text);
        }
        return spans;
    }

    private static void add(String text, int linesBefore, List<Span> spans) {
        Node root = DocumentParser.PARSER.parse(text);
        for (@Nullable Node node = root;
                node != null;
                node = DocumentParser.following(node, root)) {
            switch (node) {
                case Code code ->
                        spans.add(new Span(code.getLiteral(), linesBefore + line(code), false));
                case FencedCodeBlock fence -> {
                    String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
                    String code = fence.getLiteral();
                    if (code != null
                            && DocumentParser.notation(DocumentParser.language(info), code)
                                    == null) {
                        int line = linesBefore + line(fence) + 1;
                        spans.add(new Span(code, line, true));
                    }
                }
                default -> {}
            }
        }
    }

    private static int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 1
                : node.getSourceSpans().getFirst().getLineIndex() + 1;
    }
}
