package alchemist.exchange.graphfile;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.FileKeys;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.SourceName;
import alchemist.exchange.Stated;
import alchemist.exchange.cypher.CypherFormat;
import alchemist.exchange.dot.DotFormat;
import alchemist.exchange.formats.ExportFormat;
import alchemist.exchange.gexf.GexfFormat;
import alchemist.exchange.graphfile.GraphFileReader.Format;
import alchemist.exchange.graphml.GraphMlFormat;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.exchange.nodelink.NodeLinkFormat;
import alchemist.exchange.rdf.JsonLdFormat;
import alchemist.exchange.rdf.TurtleFormat;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads and writes graph files in tests. */
public final class GraphFilesTesting {
    public static final List<Format> FORMATS =
            List.of(
                    new GraphMlFormat(),
                    new DotFormat(),
                    new GexfFormat(),
                    new NodeLinkFormat(),
                    new CypherFormat(),
                    new TurtleFormat(),
                    new JsonLdFormat());

    private GraphFilesTesting() {}

    /** What was read of a file, and what was said about it. */
    public record Read(Source source, List<String> warnings, List<Long> times) {
        public long groups() {
            return source.nodes.values().stream().filter(NodeStatement::formsGroup).count();
        }

        /** Nodes that are no groups. */
        public long nodes() {
            return source.nodes.size() - groups();
        }

        public NodeStatement named(String name) {
            List<NodeStatement> found =
                    source.nodes.values().stream()
                            .filter(n -> n.name().equals(Value.text(name)))
                            .toList();
            if (found.size() != 1) {
                throw new AssertionError(
                        found.size()
                                + " are called "
                                + name
                                + " among "
                                + source.nodes.values().stream()
                                        .map(n -> TypedText.of(n.name()))
                                        .sorted()
                                        .toList());
            }
            return found.getFirst();
        }

        /** An edge as the names of its ends around its type. */
        public List<String> edges() {
            return source.edges.values().stream().map(this::edge).sorted().toList();
        }

        private String edge(EdgeStatement edge) {
            return name(edge.from()) + " -" + edge.type() + "> " + name(edge.to());
        }

        public EdgeStatement only(String edge) {
            List<EdgeStatement> found =
                    source.edges.values().stream().filter(e -> edge(e).equals(edge)).toList();
            if (found.size() != 1) {
                throw new AssertionError(found.size() + " of " + edge + " among " + edges());
            }
            return found.getFirst();
        }

        /** The name of the group that something is in; empty: none. */
        public String groupOf(String name) {
            Id group = named(name).group();
            return group.isNone() ? "" : name(group);
        }

        private String name(Id id) {
            NodeStatement node = source.nodes.get(id);
            return node == null ? "?" : TypedText.of(node.name());
        }
    }

    public static Format format(String name) {
        return FORMATS.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    /** Reads a file that can be read. */
    public static Read read(String format, Path file) throws ReadingFailed {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        ImportRun run =
                ImportsTesting.run(
                        workspace, file, new GraphFileReader(format(format), FileKeys.BY_PATH));
        if (run.state() != ImportState.APPLIED && run.state() != ImportState.UNCHANGED) {
            throw new AssertionError(run.state() + " " + run.error());
        }
        List<Long> times =
                workspace.commands.stream()
                        .map(c -> c.envelope().effectiveAt())
                        .distinct()
                        .toList();
        ImportRun again =
                ImportsTesting.run(
                        workspace, file, new GraphFileReader(format(format), FileKeys.BY_PATH));
        if (again.state() != ImportState.UNCHANGED) {
            throw new AssertionError("read again it is " + again.state());
        }
        return new Read(
                workspace.only(),
                run.warnings().stream().map(w -> w.where() + ": " + w.what()).toList(),
                times);
    }

    /** Why bytes are refused; empty: they are not. */
    public static String refusal(String format, byte[] bytes) {
        try {
            format(format).parse(bytes, new FileGraph("the file"));
            return "";
        } catch (ReadingFailed e) {
            return e.what();
        }
    }

    public static String refusal(String format, String text) {
        return refusal(format, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A source as an export sees it. */
    public static GraphCopy copy(Source source) {
        Stated stated =
                new Stated() {
                    @Override
                    public @Nullable NodeStatement node(Id node) {
                        return source.nodes.get(node);
                    }

                    @Override
                    public @Nullable EdgeStatement edge(Id edge) {
                        return source.edges.get(edge);
                    }

                    @Override
                    public void eachNode(Consumer<Id> each) {
                        source.nodes.keySet().forEach(each);
                    }

                    @Override
                    public void eachEdge(Consumer<Id> each) {
                        source.edges.keySet().forEach(each);
                    }
                };
        return new GraphCopy() {
            @Override
            public List<SourceName> sources() {
                return List.of();
            }

            @Override
            public Stated stated(SourceName name) {
                return Stated.NOTHING;
            }

            @Override
            public Stated shown() {
                return stated;
            }
        };
    }

    public static String export(ExportFormat format, Source source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(copy(source), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
