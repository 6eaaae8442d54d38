package alchemist.exchange.imports;

import alchemist.kernel.value.Value;
import java.util.List;

/** Display names as people read them. */
final class Display {
    private Display() {}

    /** The text of a name: parts joined, what is personal opened, what is erased said to be so. */
    static String name(Value name) {
        return switch (name) {
            case Value.Text(String text) -> text;
            case Value.Personal(var _, String text) -> text;
            case Value.Erased _ -> "(erased)";
            case Value.Sealed _ -> "(sealed)";
            case Value.ListOf(List<Value> parts) -> {
                StringBuilder joined = new StringBuilder();
                parts.forEach(part -> joined.append(name(part)));
                yield joined.toString();
            }
            default -> "";
        };
    }
}
