package alchemist.exchange.dot;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileText;
import alchemist.exchange.graphfile.GraphFileReader.Claim;
import alchemist.exchange.graphfile.GraphFileReader.Format;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** DOT, the language of Graphviz. */
public final class DotFormat implements Format {
    private static final Pattern BEGIN =
            Pattern.compile(
                    "\\A[\\s\\uFEFF\\u0000]*((//|#)[^\\n]*\\n\\s*|/\\*.*?\\*/\\s*)*"
                            + "(strict\\s+)?(di)?graph\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LATIN =
            Pattern.compile(
                    "\\bcharset\\s*=\\s*\"?(latin-?1|l1|iso-8859-1|iso_8859-1|iso-ir-100)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final int SNIFFED = 4096;

    @Override
    public String name() {
        return "dot";
    }

    @Override
    public Claim claim(String fileName) {
        if (fileName.endsWith(".gv")) {
            return Claim.SURE;
        }
        // Templates of word processors have the same ending.
        return fileName.endsWith(".dot") ? Claim.PERHAPS : Claim.NONE;
    }

    @Override
    public boolean looksLike(byte[] bytes) {
        String head =
                new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.ISO_8859_1)
                        .replace("\u00ef\u00bb\u00bf", "")
                        .replace("\u00ff\u00fe", "")
                        .replace("\u00fe\u00ff", "")
                        .replace("\u0000", "");
        return BEGIN.matcher(head).matches();
    }

    @Override
    public void parse(byte[] bytes, FileGraph graph) throws ReadingFailed {
        String plain = new String(bytes, StandardCharsets.ISO_8859_1);
        Charset charset =
                LATIN.matcher(plain).find() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        String text = FileText.of(bytes, charset, graph.where());
        new DotParser(new DotLexer(text, graph.where()), graph).parse();
    }
}
