package alchemist.exchange.blueprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The documents of a YAML file as trees. They are built from events and not from objects: so lines
 * are known, no class is ever made, and what aliases multiply is counted before it is followed.
 */
final class YamlTrees {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_LINE = 1_000_000;

    /** So many values one document may stand for, those behind aliases counted each time. */
    private static final long MAX_VALUES = 1_000_000;

    private final Iterator<Event> events;
    private final Map<Anchor, Tree> anchors = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private long used;

    /** A collection that is not closed yet. */
    private static final class Open {
        final @Nullable Map<String, Tree> entries;
        final List<Tree> items = new ArrayList<>();
        final List<Tree> merged = new ArrayList<>();
        final Optional<Anchor> anchor;
        final int line;
        @Nullable String key;
        int keyLine;
        long size = 1;

        Open(boolean map, Optional<Anchor> anchor, int line) {
            this.entries = map ? new LinkedHashMap<>() : null;
            this.anchor = anchor;
            this.line = line;
        }
    }

    private YamlTrees(String yaml) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(yaml.length() + 1).build();
        events = new Parse(settings).parseReader(new WholePairs(yaml)).iterator();
    }

    /** The parser takes a time for a word that is the square of its length. */
    private static void checkLines(String yaml) throws Malformed {
        int line = 1;
        for (int at = 0; at < yaml.length(); line++) {
            int end = yaml.indexOf('\n', at);
            end = end < 0 ? yaml.length() : end;
            if (end - at > MAX_LINE) {
                throw new Malformed(
                        line, "has more than " + MAX_LINE + " characters, and is no YAML");
            }
            at = end + 1;
        }
    }

    /**
     * Reads all documents.
     *
     * @param documents where those are added that are whole, also when a later one is not
     * @throws Malformed when it is no YAML, or stands for too much
     */
    static void read(String yaml, List<Tree> documents) throws Malformed {
        checkLines(yaml);
        try {
            new YamlTrees(yaml).read(documents);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new Malformed(line, "it is no YAML: " + e.getProblem());
        } catch (YamlEngineException | StackOverflowError e) {
            throw new Malformed(0, "it is no YAML: " + e.getMessage());
        }
    }

    private void read(List<Tree> documents) throws Malformed {
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    anchors.clear();
                    used = 0;
                }
                case Scalar -> add(scalar((ScalarEvent) event), documents, event);
                case Alias -> add(aliased((AliasEvent) event), documents, event);
                case MappingStart, SequenceStart -> begin(event);
                case MappingEnd, SequenceEnd -> end((CollectionEndEvent) event, documents);
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
            }
        }
    }

    private void begin(Event event) throws Malformed {
        if (open.size() >= MAX_DEPTH) {
            throw new Malformed(line(event), "it nests deeper than " + MAX_DEPTH);
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        boolean map = event instanceof MappingStartEvent;
        assert map || event instanceof SequenceStartEvent;
        open.push(new Open(map, anchor, line(event)));
    }

    private void end(CollectionEndEvent event, List<Tree> documents) throws Malformed {
        Open done = open.pop();
        Tree tree;
        if (done.entries == null) {
            tree = Tree.list(done.items, done.line, done.size);
        } else {
            for (Tree one : done.merged) {
                one.entries().forEach(done.entries::putIfAbsent);
            }
            tree = Tree.map(done.entries, done.line, done.size);
        }
        done.anchor.ifPresent(anchor -> anchors.put(anchor, tree));
        add(tree, documents, event);
    }

    private Tree scalar(ScalarEvent event) {
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        String value = event.getValue();
        boolean nothing = plain && (value.equals("~") || value.equals("null"));
        Tree tree = Tree.text(nothing ? "" : value, line(event));
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, tree));
        return tree;
    }

    private Tree aliased(AliasEvent event) throws Malformed {
        Tree known = anchors.get(event.getAlias());
        if (known == null) {
            throw new Malformed(
                    line(event),
                    "the alias '*"
                            + event.getAlias().getValue()
                            + "' stands for nothing before it");
        }
        return known;
    }

    private void add(Tree tree, List<Tree> documents, Event event) throws Malformed {
        Open around = open.peek();
        if (around == null) {
            documents.add(tree);
            return;
        }
        // What is new here was counted inside; only what an alias repeats comes on top.
        used += event instanceof AliasEvent ? tree.size() : 1;
        around.size += tree.size();
        if (used > MAX_VALUES || around.size > MAX_VALUES) {
            throw new Malformed(
                    line(event), "its aliases stand for more than " + MAX_VALUES + " values");
        }
        if (around.entries == null) {
            around.items.add(tree);
        } else if (around.key == null) {
            around.key = tree.text();
            around.keyLine = tree.line();
        } else {
            if (around.key.equals("<<") && (tree.isMap() || tree.isList())) {
                around.merged.addAll(tree.isMap() ? List.of(tree) : tree.items());
            } else {
                around.entries.put(around.key, tree.from(around.keyLine));
            }
            around.key = null;
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(0);
    }
}
