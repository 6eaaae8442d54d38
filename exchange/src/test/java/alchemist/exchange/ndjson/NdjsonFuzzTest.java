package alchemist.exchange.ndjson;

import alchemist.exchange.ReaderFuzz;
import alchemist.kernel.Id;
import java.util.List;

/** Copies of a graph, a thing a line. */
final class NdjsonFuzzTest extends ReaderFuzz {
    private static final String HEADER = "{\"format\":\"alchemist.graph\",\"version\":1}\n";
    private static final Id A = Id.of("n", "a");
    private static final Id B = Id.of("n", "b");

    NdjsonFuzzTest() {
        super(new NdjsonReader(), "graph.ndjson");
    }

    @Override
    protected List<byte[]> seeds() {
        String source =
                "{\"source\":{\"id\":\""
                        + Id.of("s", "s")
                        + "\",\"reader\":\"x\",\"location\":\"/a\",\"label\":\"a\",\"trust\":50}}\n";
        String group = "{\"group\":{\"id\":\"" + B + "\",\"name\":\"g\"}}\n";
        String node =
                "{\"node\":{\"id\":\""
                        + A
                        + "\",\"name\":\"Ann\",\"types\":[\"Person\"],\"properties\":{\"born\":"
                        + "{\"$date\":\"1970-02-28\"},\"list\":[1,2.5,true]},\"group\":\""
                        + B
                        + "\"}}\n";
        String edge =
                "{\"edge\":{\"id\":\""
                        + Id.of("e", "e")
                        + "\",\"from\":\""
                        + A
                        + "\",\"to\":\""
                        + B
                        + "\",\"type\":\"KNOWS\",\"properties\":{}}}\n";
        return List.of(
                bytes(HEADER + "{\"end\":{\"nodes\":0,\"edges\":0}}\n"),
                bytes(HEADER + source + group + node + edge + "{\"end\":{\"edges\":1}}\n"));
    }
}
