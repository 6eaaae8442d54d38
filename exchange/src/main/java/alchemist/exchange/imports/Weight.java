package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;

/** About how many bytes a statement takes in a command; rather too many than too few. */
final class Weight {
    /** What an id takes with its key. */
    static final int ID = 20;

    /** What sealing adds to a text: subject, number of the key, nonce, tag. */
    private static final int SEAL = 60;

    private Weight() {}

    static int of(NodeStatement statement) {
        int bytes = 2 * ID + 8 + of(statement.name()) + of(statement.properties());
        for (String type : statement.types()) {
            bytes += text(type);
        }
        return bytes;
    }

    static int of(EdgeStatement statement) {
        return 3 * ID + 8 + text(statement.type()) + of(statement.properties());
    }

    static int of(Properties properties) {
        int bytes = 8;
        for (int i = 0; i < properties.size(); i++) {
            bytes += text(properties.key(i)) + of(properties.value(i));
        }
        return bytes;
    }

    static int of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text(text);
            case Value.Personal(var _, String text) -> text(text) + SEAL;
            case Value.Sealed sealed -> sealed.bytes().length + SEAL;
            case Value.ListOf list -> {
                int bytes = 6;
                for (Value element : list.values()) {
                    bytes += of(element);
                }
                yield bytes;
            }
            case Value.MapOf(Properties entries) -> of(entries);
            case Value.DateTime dateTime -> 30 + text(dateTime.zone());
            default -> 32;
        };
    }

    private static int text(String text) {
        int bytes = 6;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return bytes;
    }
}
