package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Documents of AsyncAPI. */
final class AsyncApiFuzzTest extends ReaderFuzz {
    AsyncApiFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "a.yaml");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        asyncapi: 2.6.0
                        info: {title: T}
                        servers: {s: {url: u, protocol: p}}
                        channels:
                          c/d: {servers: [s], publish: {message: {$ref: '#/components/messages/M'}}, subscribe: {message: {}}}
                        components: {messages: {M: {payload: {type: string}}}}
                        """),
                bytes(
                        """
                        asyncapi: 3.0.0
                        channels: {c: {messages: {m: {payload: {}}}}}
                        operations: {o: {action: send, channel: {$ref: '#/channels/c'}}}
                        """));
    }
}
