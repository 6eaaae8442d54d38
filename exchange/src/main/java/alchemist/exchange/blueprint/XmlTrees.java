package alchemist.exchange.blueprint;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.XmlIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/**
 * XML as a tree: of elements and their texts, and, where they are asked for, of attributes, whose
 * names have an {@code @} before them.
 */
final class XmlTrees {
    private static final int MAX_DEPTH = 100;

    private XmlTrees() {}

    /**
     * The outermost element.
     *
     * @param where the file, for people
     * @param what the format, for people
     */
    static Tree read(byte[] bytes, String where, String what, boolean attributes) throws Malformed {
        try {
            XmlIn xml = new XmlIn(bytes, new FileGraph(where), what);
            for (int event = xml.next(); event != 0; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    Map<String, Tree> root = new LinkedHashMap<>();
                    String name = xml.name();
                    root.put(name, element(xml, 1, attributes));
                    return Tree.map(root, 1, 1);
                }
            }
            throw new Malformed(0, "is no " + what + ": nothing is in it");
        } catch (ReadingFailed e) {
            String said = e.what();
            throw new Malformed(
                    0, said.startsWith(where + " ") ? said.substring(where.length() + 1) : said);
        }
    }

    private static Tree element(XmlIn xml, int depth, boolean attributes) throws ReadingFailed {
        if (depth > MAX_DEPTH) {
            throw xml.error("it nests deeper than " + MAX_DEPTH);
        }
        int line = xml.line();
        Map<String, List<Tree>> children = new LinkedHashMap<>();
        if (attributes) {
            xml.attributes()
                    .forEach(
                            (name, value) ->
                                    children.put("@" + name, List.of(Tree.text(value, line))));
        }
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != 0; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.name();
                    children.computeIfAbsent(name, _ -> new ArrayList<>(1))
                            .add(element(xml, depth + 1, attributes));
                }
                case XMLStreamConstants.CHARACTERS -> text.append(xml.text());
                default -> {
                    return tree(children, text, line);
                }
            }
        }
        return tree(children, text, line);
    }

    private static Tree tree(Map<String, List<Tree>> children, CharSequence text, int line) {
        if (children.isEmpty()) {
            return Tree.text(text.toString().strip(), line);
        }
        Map<String, Tree> entries = new LinkedHashMap<>();
        children.forEach(
                (name, all) ->
                        entries.put(
                                name,
                                all.size() == 1
                                        ? all.getFirst()
                                        : Tree.list(all, all.getFirst().line(), all.size())));
        return Tree.element(text.toString().strip(), entries, line);
    }
}
