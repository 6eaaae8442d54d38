package alchemist.engine.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import org.junit.jupiter.api.Test;

final class ClientsTest {
    private Clients clients = new Clients();

    private static Id client(int i) {
        return Id.of("client", "" + i);
    }

    private void accept(int i) {
        clients.accept(CommandEnvelope.of(client(i), Id.NONE)).window().add(1, i + 1L, 1);
    }

    @Test
    void forgetsTheClientThatWasAcceptedLongestAgo() {
        for (int i = 0; i < Clients.MAX; i++) {
            accept(i);
        }
        accept(0);
        clients.find(client(1));
        accept(Clients.MAX);

        assertNotNull(clients.find(client(0)));
        assertNull(clients.find(client(1)));
        assertNotNull(clients.find(client(2)));
    }

    @Test
    void forgetsInTheSameOrderAfterItWasSaved() {
        for (int i = 0; i < Clients.MAX; i++) {
            accept(i);
        }
        accept(0);
        Output out = new Output(1 << 20);
        clients.save(out);
        clients = Clients.load(new Input(out.toBytes()));
        accept(Clients.MAX);

        assertNotNull(clients.find(client(0)));
        assertNull(clients.find(client(1)));
        assertEquals(
                3, java.util.Objects.requireNonNull(clients.find(client(2))).window().first(0));
    }
}
