package alchemist.exchange.mermaid;

import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.exchange.mermaid.FlowLinks.Labelled;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads flowcharts. */
final class Flowchart {
    private static final String STEP = "Step";

    /** A subgraph that is not closed yet, and the nodes that its own lines spoke of. */
    private record Open(String id, int line, List<Sketch> nodes) {}

    private final Cursor cursor;
    private final Draft draft;
    private final FlowLinks links;
    private final List<Open> open = new ArrayList<>();
    private final Map<String, Integer> takenIds = new HashMap<>();
    private int untitled;

    Flowchart(Cursor cursor, Draft draft) {
        this.cursor = cursor;
        this.draft = draft;
        this.links = new FlowLinks(cursor, draft);
    }

    void read() {
        direction();
        while (cursor.toStatement()) {
            statement();
        }
        while (!open.isEmpty()) {
            draft.problem(open.getLast().line(), "the subgraph has no 'end'");
            close();
        }
    }

    /** The direction behind the diagram's keyword says nothing of what is drawn. */
    private void direction() {
        cursor.skipSpaces();
        for (String word : List.of("LR", "RL", "TB", "BT", "TD", "BR", "<", ">", "^", "v")) {
            if (cursor.take(word)) {
                return;
            }
        }
    }

    private void statement() {
        if (passedOver() || CommonLines.take(cursor, draft)) {
            return;
        }
        if (keyword("subgraph")) {
            subgraph();
        } else if (keyword("end")) {
            end();
        } else if (keyword("click")) {
            click();
        } else {
            chain();
        }
    }

    /** Goes to the end of a line that is only about looks. */
    private boolean passedOver() {
        for (String word : List.of("style", "linkStyle", "classDef", "class", "direction")) {
            if (keyword(word) && (!word.equals("direction") || turns())) {
                while (!cursor.atLineEnd() && cursor.peek() != ';') {
                    cursor.skip(1);
                }
                return true;
            }
        }
        return false;
    }

    /** Whether a direction stands behind the word, which else is a node. */
    private boolean turns() {
        int start = cursor.position();
        cursor.skip("direction".length());
        cursor.skipSpaces();
        boolean turns = false;
        for (String way : List.of("TB", "BT", "RL", "LR", "TD")) {
            turns |= cursor.seesWord(way);
        }
        cursor.moveTo(start);
        return turns;
    }

    /** Whether this word stands here by itself. */
    private boolean keyword(String word) {
        char next = cursor.peek(word.length());
        return cursor.sees(word) && (next == Cursor.END || next == ';' || Cursor.isBlank(next));
    }

    private void subgraph() {
        int line = cursor.line();
        cursor.skip("subgraph".length());
        cursor.skipSpaces();
        String name = "";
        if (cursor.peek() == '"') {
            name = Draft.relation(quoted(), "");
            cursor.skipSpaces();
        } else {
            int start = cursor.position();
            while (!cursor.atLineEnd() && cursor.peek() != ';' && cursor.peek() != '[') {
                cursor.skip(1);
            }
            name = cursor.between(start, cursor.position()).strip();
        }
        String title = null;
        if (cursor.peek() == '[') {
            cursor.skip(1);
            title = FlowText.take(cursor, "]");
            if (title == null) {
                draft.problem(line, "the title of the subgraph has no end ']'");
            }
        }
        restOfStatement();
        String id = title == null ? Labels.of(name) : Labels.asWritten(name);
        if (id.isEmpty()) {
            untitled++;
            id = "subGraph" + untitled;
        }
        boolean named = title != null || id.indexOf(' ') < 0;
        if (draft.hasGroup(id) && !named) {
            id = draft.freeGroupId(id, takenIds);
        }
        String within = open.isEmpty() ? "" : open.getLast().id();
        draft.group(id, Labels.of(title == null ? name : title), within, line);
        open.add(new Open(id, line, new ArrayList<>()));
    }

    private String quoted() {
        String text = cursor.takeQuoted();
        return text == null ? cursor.takeLine() : text;
    }

    private void end() {
        if (open.isEmpty()) {
            draft.problem(cursor.line(), "'end' closes no subgraph");
        } else {
            close();
        }
        cursor.skip("end".length());
        restOfStatement();
    }

    /**
     * What a subgraph's lines speak of lies in it, unless it lies in one that was closed before.
     */
    private void close() {
        Open closed = open.removeLast();
        for (Sketch node : closed.nodes()) {
            if (node.group.isEmpty()) {
                node.group = closed.id();
            }
        }
    }

    private void click() {
        cursor.skip("click".length());
        cursor.skipSpaces();
        int line = cursor.line();
        String id = word();
        cursor.skipSpaces();
        boolean address = cursor.peek() == '"';
        if (cursor.seesWord("href")) {
            cursor.skip("href".length());
            cursor.skipSpaces();
            address = cursor.peek() == '"';
        }
        if (address) {
            String link = cursor.takeQuoted();
            cursor.skipSpaces();
            String tip = cursor.peek() == '"' ? cursor.takeQuoted() : null;
            if (link == null) {
                draft.problem(line, "the address of a click has no end '\"'");
            } else if (!id.isEmpty()) {
                Sketch node = mention(id, line);
                node.say("link", Labels.asWritten(link));
                node.say("tooltip", tip == null ? "" : Labels.of(tip));
            }
        }
        cursor.takeLine();
    }

    private String word() {
        int start = cursor.position();
        while (!cursor.atLineEnd() && !Cursor.isBlank(cursor.peek())) {
            cursor.skip(1);
        }
        return Labels.asWritten(cursor.between(start, cursor.position()));
    }

    /** Nodes, and the links between them: {@code a & b --> c -- text --> d}. */
    private void chain() {
        int line = cursor.line();
        List<String> from = nodes();
        if (from == null) {
            return;
        }
        for (Labelled link = links.take(); link != null; link = links.take()) {
            cursor.skipBlank();
            List<String> to = nodes();
            if (to == null) {
                return;
            }
            connect(from, to, link, line);
            from = to;
            line = cursor.line();
        }
        restOfStatement();
    }

    private void connect(List<String> from, List<String> to, Labelled link, int line) {
        if (link.arrow().stroke() == Arrow.Stroke.INVISIBLE) {
            return; // only holds things beside one another
        }
        String relation = Draft.relation(link.text(), "leads to");
        for (String start : from) {
            for (String end : to) {
                boolean named = start.equals(from.getLast()) && end.equals(to.getFirst());
                SortedMap<String, Value> properties = link.arrow().properties();
                if (named && !link.id().isEmpty()) {
                    properties.put("id", new Value.Text(link.id()));
                }
                draft.link(start, end, relation, properties, line);
                if (draft.full()) {
                    return;
                }
            }
        }
    }

    /** Nodes with {@code &} between them; null where there is none, told of and passed over. */
    private @Nullable List<String> nodes() {
        List<String> ids = new ArrayList<>();
        while (true) {
            String id = node();
            if (id == null) {
                draft.unreadable("a node", cursor);
                return null;
            }
            ids.add(id);
            int behind = cursor.position();
            cursor.skipSpaces();
            if (cursor.peek() != '&' || !Cursor.isBlank(cursor.peek(1))) {
                cursor.moveTo(behind);
                return ids;
            }
            cursor.skip(1);
            cursor.skipBlank();
        }
    }

    private @Nullable String node() {
        int line = cursor.line();
        String id = FlowId.take(cursor);
        if (id.isEmpty()) {
            return null;
        }
        if (cursor.sees("@{") && links.has(id)) {
            FlowData.take(cursor);
            return id;
        }
        Sketch node = mention(id, line);
        if (FlowShape.opens(cursor.peek())) {
            FlowShape.Bracketed found = FlowShape.take(cursor);
            if (found == null) {
                draft.problem(line, "the label of '" + id + "' has no end");
                cursor.moveTo(cursor.lineEnd());
                return id;
            }
            shape(node, found.shape().shown);
            node.label = Labels.of(found.label());
        }
        if (cursor.sees("@{")) {
            data(node, line);
        }
        if (cursor.take(":::")) {
            FlowId.take(cursor);
        }
        return id;
    }

    private static void shape(Sketch node, String shape) {
        node.say("shape", shape);
        node.type = FlowShape.typeOf(shape);
    }

    private void data(Sketch node, int line) {
        Map<String, String> data = FlowData.take(cursor);
        if (data == null) {
            draft.problem(line, "what is said of '" + node.id + "' in @{ has no end '}'");
            cursor.moveTo(cursor.lineEnd());
            return;
        }
        String shape = data.getOrDefault("shape", "");
        if (!shape.isEmpty()) {
            shape(node, shape);
        }
        String label = Labels.of(data.getOrDefault("label", ""));
        if (!label.isEmpty()) {
            node.label = label;
        }
        node.say("icon", data.getOrDefault("icon", ""));
        node.say("image", data.getOrDefault("img", ""));
    }

    private Sketch mention(String id, int line) {
        Sketch node = draft.node(id, STEP, line);
        if (!open.isEmpty()) {
            open.getLast().nodes().add(node);
        }
        return node;
    }

    private void restOfStatement() {
        cursor.skipSpaces();
        if (cursor.sees("%%")) {
            cursor.takeLine();
        }
        if (!cursor.atLineEnd() && cursor.peek() != ';') {
            draft.problem(cursor.line(), "not understood: '" + cursor.glimpse() + "'");
            cursor.takeLine();
        }
    }
}
