package alchemist.exchange.ndjson;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.SourceName;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a graph that was exported as lines of JSON back, each source as itself. First all nodes of
 * all sources, then all edges: an edge may join nodes that others state.
 */
public final class NdjsonReader implements Reader {
    private static final int BATCH = 500;
    private static final int HEAD_BYTES = 256;

    /** Where in its line something is wrong; the line is known better here. */
    private static final Pattern WHERE = Pattern.compile("\\(line 1, (column \\d+)\\)$");

    @Override
    public String name() {
        return "ndjson";
    }

    @Override
    public boolean reads(Place place) {
        String name = place.label().toLowerCase(Locale.ROOT);
        if (!(name.endsWith(".ndjson") || name.endsWith(".jsonl")) || !place.isFile()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(place.path())) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            int end = 0;
            while (end < head.length && head[end] != '\n') {
                end++;
            }
            return NdjsonLine.format(new JsonReader(head, 0, end)).equals(NdjsonExport.FORMAT);
        } catch (IOException | MalformedJson e) {
            return false;
        }
    }

    @Override
    public void read(Place place, Reading reading) throws ReadingFailed {
        try {
            new Session(place, reading, false).read();
            reading.settle();
            new Session(place, reading, true).read();
        } catch (IOException e) {
            throw ReadingFailed.of(place, e);
        }
    }

    @Override
    public void fingerprint(Place place, Fingerprint print) {
        print.file(place.label(), place.path());
    }

    /** One pass over the file. */
    private static final class Session {
        private final Place place;
        private final Reading reading;
        private final boolean edgePass;
        private final List<NodeStatement> nodes = new ArrayList<>();
        private final List<EdgeStatement> edges = new ArrayList<>();
        private @Nullable Reading source;
        private long nodeCount;
        private long edgeCount;
        private boolean ended;

        Session(Place place, Reading reading, boolean edgePass) {
            this.place = place;
            this.reading = reading;
            this.edgePass = edgePass;
        }

        void read() throws IOException {
            try (InputStream in = Files.newInputStream(place.path())) {
                Lines lines = new Lines(in);
                while (lines.next()) {
                    try {
                        line(lines);
                    } catch (MalformedJson e) {
                        throw new ReadingFailed(
                                place.location()
                                        + " line "
                                        + lines.number()
                                        + ": "
                                        + WHERE.matcher(String.valueOf(e.getMessage()))
                                                .replaceFirst("($1)"),
                                e);
                    }
                }
            }
            flush();
            if (!ended) {
                throw new ReadingFailed(
                        place.location() + " is cut off: its last line, 'end', is missing");
            }
        }

        private void line(Lines lines) {
            JsonReader json = new JsonReader(lines.bytes());
            if (lines.number() == 1) {
                NdjsonLine.header(json);
                return;
            }
            if (ended) {
                throw json.error("nothing stands behind 'end'");
            }
            json.object();
            String kind = json.nextName();
            switch (kind) {
                case "source" -> source(NdjsonLine.source(json));
                case "node", "group" -> node(json, kind.equals("group"));
                case "edge" -> edge(json);
                case "end" -> end(json);
                case null, default ->
                        throw json.error(
                                "a line holds a source, group, node, edge or end, not " + kind);
            }
            if (json.nextName() != null) {
                throw json.error("a line holds one thing");
            }
            json.end();
        }

        private void source(SourceName name) {
            flush();
            source = reading.of(name);
        }

        private void node(JsonReader json, boolean group) {
            Reading by = owner(json);
            nodeCount++;
            if (edgePass) {
                json.skip();
            } else {
                nodes.add(NdjsonLine.node(json, group, by));
                flushFull();
            }
        }

        private void edge(JsonReader json) {
            Reading by = owner(json);
            edgeCount++;
            if (edgePass) {
                edges.add(NdjsonLine.edge(json, by));
                flushFull();
            } else {
                json.skip();
            }
        }

        private Reading owner(JsonReader json) {
            Reading by = source;
            if (by == null) {
                throw json.error("a source stands before what it states");
            }
            return by;
        }

        private void end(JsonReader json) {
            NdjsonLine.end(json, nodeCount, edgeCount);
            ended = true;
        }

        private void flushFull() {
            if (nodes.size() + edges.size() >= BATCH) {
                flush();
            }
        }

        private void flush() {
            Reading by = source;
            if (by != null) {
                by.state(Batch.of(Batch.WHEN_RECORDED, List.copyOf(nodes), List.copyOf(edges)));
                by.progress(nodeCount + edgeCount, 0, "things of " + place.label());
            }
            nodes.clear();
            edges.clear();
        }
    }
}
