package alchemist.exchange.graphfile;

import alchemist.exchange.ReadingFailed;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML of others, pulled; nothing outside of it is ever fetched, and no entity is declared in it.
 */
public final class XmlIn {
    private static final int SNIFFED = 64;
    private static final int DECLARED = 200;
    private static final String MAX_ELEMENT_DEPTH = "jdk.xml.maxElementDepth";
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final XMLStreamReader xml;
    private final FileGraph graph;
    private final String what;
    private int depth;

    /**
     * Begins to read.
     *
     * @param what the format, for people
     */
    public XmlIn(byte[] bytes, FileGraph graph, String what) throws ReadingFailed {
        this.graph = graph;
        this.what = what;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        if (factory.isPropertySupported(MAX_ELEMENT_DEPTH)) {
            factory.setProperty(MAX_ELEMENT_DEPTH, "0"); // counted here
        }
        factory.setXMLReporter(
                (_, _, _, _) -> {
                    // what is wrong is thrown as well
                });
        try {
            xml = factory.createXMLStreamReader(new StringReader(text(bytes, graph)));
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** The text in the encoding that the file declares, UTF-8 where it does not. */
    private static String text(byte[] bytes, FileGraph graph) throws ReadingFailed {
        String head =
                new String(bytes, 0, Math.min(bytes.length, DECLARED), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(head);
        String encoding = declared.find() ? declared.group(1) : "UTF-8";
        try {
            return FileText.of(bytes, Charset.forName(encoding), graph.where());
        } catch (IllegalArgumentException e) {
            throw new ReadingFailed(
                    graph.where()
                            + " declares the encoding "
                            + encoding
                            + ", which is not known here (line 1): save it as UTF-8",
                    e);
        }
    }

    /** Goes to the next start, end or text: its {@link XMLStreamConstants}; 0 at the end. */
    public int next() throws ReadingFailed {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > 4 * FileGraph.MAX_DEPTH) {
                            throw error("it nests deeper than " + 4 * FileGraph.MAX_DEPTH);
                        }
                        return XMLStreamConstants.START_ELEMENT;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return XMLStreamConstants.END_ELEMENT;
                    }
                    case XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE -> {
                        return XMLStreamConstants.CHARACTERS;
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                            throw error(
                                    "the entity '&"
                                            + xml.getLocalName()
                                            + ";' is none of XML's own, and others are not read");
                    default -> {
                        // comments and what is for other programs
                    }
                }
            }
            return 0;
        } catch (XMLStreamException e) {
            throw failed(e);
        } catch (RuntimeException e) {
            throw error("it is no well-formed XML: " + e.getMessage());
        }
    }

    /** The local name of the element that starts or ends here. */
    public String name() {
        return xml.getLocalName();
    }

    /** How many elements are open. */
    public int depth() {
        return depth;
    }

    /** The text here. */
    public String text() {
        return xml.getText();
    }

    /** An attribute by its local name, whatever its namespace, or null. */
    public @Nullable String find(String attribute) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(attribute)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** All attributes, by their local names. */
    public Map<String, String> attributes() {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            all.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return all;
    }

    /** An attribute that only exports of this program have, or empty. */
    public String own(String attribute) {
        String found = xml.getAttributeValue(XmlOut.OWN, attribute);
        return found == null ? "" : found;
    }

    /** An attribute, or empty. */
    public String attribute(String attribute) {
        String found = find(attribute);
        return found == null ? "" : found;
    }

    /** An attribute that must be there. */
    public String need(String attribute) throws ReadingFailed {
        String found = find(attribute);
        if (found == null) {
            throw error("<" + name() + "> lacks the attribute '" + attribute + "'");
        }
        return found;
    }

    /** Passes over the element that was begun last. */
    public void skip() throws ReadingFailed {
        int outside = depth - 1;
        while (depth > outside && next() != 0) {
            // what is inside is of no concern
        }
    }

    /** The text directly inside of the element that was begun last; passes over all of it. */
    public String textInside() throws ReadingFailed {
        StringBuilder text = new StringBuilder();
        int inside = depth;
        while (depth >= inside) {
            int event = next();
            if (event == 0) {
                break;
            }
            if (event == XMLStreamConstants.CHARACTERS && depth == inside) {
                text.append(text());
            }
        }
        return text.toString();
    }

    /** In which line this is, from 1. */
    public int line() {
        return xml.getLocation().getLineNumber();
    }

    /** What is wrong here. */
    public ReadingFailed error(String why) {
        Location at = xml.getLocation();
        return new ReadingFailed(graph.where() + " is no " + what + ": " + why + place(at));
    }

    /** Where this is, for people. */
    public String here() {
        Location at = xml.getLocation();
        return "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }

    private ReadingFailed failed(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int told = message.indexOf("Message: ");
        String why = told < 0 ? message : message.substring(told + "Message: ".length());
        Location at = e.getLocation();
        return new ReadingFailed(
                graph.where()
                        + " is no "
                        + what
                        + ": it is no well-formed XML: "
                        + why.strip()
                        + (at == null ? "" : place(at)),
                e);
    }

    private static String place(Location at) {
        return " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
    }

    /** Whether bytes are XML whose outermost element has a name, perhaps damaged behind it. */
    public static boolean isRoot(byte[] bytes, String name) {
        try {
            XmlIn in = new XmlIn(bytes, new FileGraph(""), name);
            for (int i = 0; i < SNIFFED; i++) {
                if (in.next() == XMLStreamConstants.START_ELEMENT) {
                    return in.name().equals(name);
                }
            }
            return false;
        } catch (ReadingFailed e) {
            return false;
        }
    }
}
