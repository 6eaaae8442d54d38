package alchemist.exchange.tables;

import java.io.IOException;
import java.util.List;

/** A file of tables that is open. */
public interface TableFile extends AutoCloseable {
    /** Its tables, in its order. */
    List<Table> tables();

    @Override
    default void close() throws IOException {}
}
