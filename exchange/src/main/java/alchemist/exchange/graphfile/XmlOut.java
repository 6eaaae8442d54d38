package alchemist.exchange.graphfile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML so that it is read back as it is: line ends and tabs stand as references where a
 * reader would change them. What XML 1.0 forbids becomes U+FFFD.
 */
public final class XmlOut {
    /** The namespace of what only exports of this program have. */
    public static final String OWN = "urn:alchemist:graph";

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Writes to a stream, in UTF-8. */
    public XmlOut(OutputStream out) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Begins an element on a line of its own. */
    public XmlOut startLine(String name) throws IOException {
        closeTag();
        out.write("\n");
        return start(name);
    }

    /** Begins an element. */
    public XmlOut start(String name) throws IOException {
        closeTag();
        out.write("<" + name);
        open.push(name);
        inTag = true;
        return this;
    }

    /** An attribute of the element that was begun last. */
    public XmlOut attribute(String name, String value) throws IOException {
        out.write(" " + name + "=\"");
        escape(value, true);
        out.write("\"");
        return this;
    }

    /** Text inside. */
    public XmlOut text(String text) throws IOException {
        if (!text.isEmpty()) {
            closeTag();
            escape(text, false);
        }
        return this;
    }

    /** Ends the element that was begun last. */
    public XmlOut end() throws IOException {
        String name = open.pop();
        if (inTag) {
            out.write("/>");
            inTag = false;
        } else {
            out.write("</" + name + ">");
        }
        return this;
    }

    /** Ends all that is open. */
    public void finish() throws IOException {
        while (!open.isEmpty()) {
            end();
        }
        out.write("\n");
        out.flush();
    }

    private void closeTag() throws IOException {
        if (inTag) {
            out.write(">");
            inTag = false;
        }
    }

    private void escape(String text, boolean attribute) throws IOException {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            String escaped = escaped(c, attribute);
            if (!escaped.isEmpty()) {
                out.write(text, done, i - done);
                out.write(escaped);
                done = i + 1;
            }
        }
        out.write(text, done, text.length() - done);
    }

    /** What stands for a character; empty: itself. */
    private static String escaped(char c, boolean attribute) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> attribute ? "&quot;" : "";
            case '\r' -> "&#13;";
            case '\n', '\t' -> attribute ? "&#" + (int) c + ";" : "";
            default -> c >= 0x20 && !Character.isSurrogate(c) && c < 0xFFFE ? "" : "\uFFFD";
        };
    }
}
