package alchemist.gateway.rest;

import alchemist.exchange.formats.ExportFormat;
import alchemist.gateway.Hosted;
import alchemist.gateway.copy.WholeCopy;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Reply;
import alchemist.gateway.http.Request;
import alchemist.graph.At;
import alchemist.graph.Graph;
import alchemist.graph.Whole;
import alchemist.kernel.value.IsoTime;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The graph in a format of elsewhere. */
final class Exports {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int DATE_CHARS = 10;

    private static final Parameter<ExportFormat> FORMAT =
            Parameter.of(
                            "format",
                            "ndjson: who states what, to be read back; the others: what is shown,"
                                    + " for other programs",
                            json -> {
                                json.field("type", "string").name("enum").array();
                                ExportFormat.names().forEach(json::text);
                                json.endArray();
                            },
                            ExportFormat::of)
                    .orElse(ExportFormat.NDJSON);

    private final Reads reads;

    Exports(Reads reads) {
        this.reads = reads;
    }

    List<Operation> operations() {
        Operation.Builder export =
                Operation.get("/api/v1/workspaces/{ws}/export", "exportGraph")
                        .says("graph", "The graph as a file")
                        .says(
                                "All of it is true at the position that the header"
                                        + " Alchemist-Position names. Alchemist-Nodes (groups among"
                                        + " them) and Alchemist-Edges tell how much is in it,"
                                        + " Alchemist-Left-Out what the format cannot hold. What is"
                                        + " personal stands in it in clear; what was erased, in no"
                                        + " export, be it of the past. An answer that breaks off is"
                                        + " not whole.")
                        .takes(Reads.WS, FORMAT, Reads.AT, Reads.AT_LEAST)
                        .tells(200, "Alchemist-Position", "all of it is true at this position")
                        .tells(200, "Alchemist-Nodes", "how many nodes and groups are in it")
                        .tells(200, "Alchemist-Edges", "how many edges are in it")
                        .tells(200, "Alchemist-Left-Out", "what the format cannot hold")
                        .tells(200, "Content-Disposition", "a name for the file")
                        .refuses(
                                Problem.Kind.UNKNOWN_WORKSPACE,
                                Problem.Kind.POSITION_AHEAD,
                                Problem.Kind.NOT_YET);
        for (ExportFormat format : ExportFormat.values()) {
            export.answers(200, format.mediaType(), "the graph as " + format.text(), "");
        }
        return List.of(export.by(this::export));
    }

    private Reply export(Request request) throws InterruptedException {
        Hosted hosted = reads.workspace(request);
        ExportFormat format = request.get(FORMAT);
        Graph graph = reads.graph(request, hosted);
        Whole whole = graph.whole();
        Whole.Size size = format.isOfStatements() ? whole.statedSize() : whole.shownSize();
        String file = file(hosted.name(), graph.position(), request.get(Reads.AT), format);
        return new Reply.Streamed(
                        format.mediaType(),
                        true,
                        List.of(),
                        sink -> {
                            OutputStream out = new Unstopped(sink, request);
                            OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
                            format.write(new WholeCopy(graph, hosted.opener()), buffered);
                            buffered.flush();
                        })
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .header("Alchemist-Position", Long.toString(graph.position()))
                .header("Alchemist-Nodes", Long.toString(size.nodes()))
                .header("Alchemist-Edges", Long.toString(size.edges()))
                .header("Alchemist-Left-Out", format.losses())
                .header("Cache-Control", "no-store");
    }

    /** A name that every file system takes: names of workspaces are plain. */
    private static String file(String workspace, long position, At at, ExportFormat format) {
        String day =
                at.isEffective()
                        ? "-of-" + IsoTime.instant(at.effectiveAt()).substring(0, DATE_CHARS)
                        : "";
        return workspace + "-at-" + position + day + "." + format.ending();
    }

    /** Writes until the server is about to stop. */
    private static final class Unstopped extends FilterOutputStream {
        private final Request request;

        Unstopped(OutputStream out, Request request) {
            super(out);
            this.request = request;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (request.isStopping()) {
                throw new IOException("the server stops before all was written");
            }
            out.write(bytes, offset, length);
        }
    }
}
