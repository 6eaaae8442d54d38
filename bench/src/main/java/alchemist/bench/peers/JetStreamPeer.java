package alchemist.bench.peers;

import io.nats.client.Connection;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.nats.client.api.PublishAck;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One server of NATS with one JetStream stream in files, which forces each message ({@code
 * sync_interval: always}) before it acknowledges it. A unit is one message that packs its events,
 * or as many messages as events, published without waiting for one another.
 */
final class JetStreamPeer implements Peer {
    private static final String SUBJECT = "events";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How the events of a unit become messages. */
    enum How {
        PACKED,
        ONE_EACH
    }

    private final Path store;
    private final How how;
    private final ServerProcess server;
    private final Connection connection;
    private final JetStream stream;

    private JetStreamPeer(Path store, How how, ServerProcess server, Connection connection)
            throws IOException, JetStreamApiException {
        this.store = store;
        this.how = how;
        this.server = server;
        this.connection = connection;
        connection
                .jetStreamManagement()
                .addStream(
                        StreamConfiguration.builder()
                                .name(SUBJECT)
                                .subjects(SUBJECT)
                                .storageType(StorageType.File)
                                .build());
        this.stream =
                connection.jetStream(JetStreamOptions.builder().requestTimeout(PATIENCE).build());
    }

    static JetStreamPeer begin(Programs programs, int port, How how, Path folder) throws Exception {
        String token = Long.toHexString(new SecureRandom().nextLong());
        Path store = Files.createDirectory(folder.resolve("store"));
        Path config =
                Files.writeString(
                        folder.resolve("config"),
                        """
                        listen: "127.0.0.1:%d"
                        authorization { token: "%s" }
                        jetstream { store_dir: "%s", sync_interval: always }
                        """
                                .formatted(port, token, store));
        ServerProcess server =
                ServerProcess.start(
                        port,
                        folder.resolve("said"),
                        List.of(
                                programs.find("nats-server").toString(),
                                "--config",
                                config.toString()));
        try {
            Connection connection =
                    Nats.connect(
                            Options.builder()
                                    .server("nats://127.0.0.1:" + port)
                                    .token(token.toCharArray())
                                    .connectionTimeout(PATIENCE)
                                    .build());
            return new JetStreamPeer(store, how, server, connection);
        } catch (IOException | JetStreamApiException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public void append(List<byte[]> events) throws Exception {
        switch (how) {
            case PACKED -> stream.publish(SUBJECT, Packing.pack(events));
            case ONE_EACH -> {
                List<CompletableFuture<PublishAck>> acknowledged = new ArrayList<>(events.size());
                for (byte[] event : events) {
                    acknowledged.add(stream.publishAsync(SUBJECT, event));
                }
                for (CompletableFuture<PublishAck> each : acknowledged) {
                    each.get();
                }
            }
        }
    }

    @Override
    public void read(Consumer<byte[]> each) throws Exception {
        long left =
                connection
                        .jetStreamManagement()
                        .getStreamInfo(SUBJECT)
                        .getStreamState()
                        .getMsgCount();
        IterableConsumer messages =
                connection
                        .getStreamContext(SUBJECT)
                        .createOrderedConsumer(new OrderedConsumerConfiguration())
                        .iterate();
        try {
            for (; left > 0; left--) {
                Message message = messages.nextMessage(PATIENCE);
                if (message == null) {
                    throw new IOException(left + " messages did not come");
                }
                switch (how) {
                    case PACKED -> Packing.unpack(message.getData(), each);
                    case ONE_EACH -> each.accept(message.getData());
                }
            }
        } finally {
            messages.close();
        }
    }

    @Override
    public long bytesOnDisk() throws Exception {
        return DiskUse.of(store);
    }

    @Override
    public void close() throws InterruptedIOException {
        try (server) {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a connection was closed");
        }
    }
}
