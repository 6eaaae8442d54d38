package alchemist.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FieldsTest {
    @Test
    void textsOfOthersTellATerminalNothing() {
        Value name = Value.text("x\u001b]0;title\u0007\u009b2J\r.md\n\tä");
        Properties answer =
                Properties.of(
                        new TreeMap<>(
                                Map.of("name", name, "all", new Value.ListOf(List.of(name)))));
        String shown = "x\uFFFD]0;title\uFFFD\uFFFD2J\uFFFD.md\n\tä";
        assertEquals(shown, Fields.text(answer, "name"));
        assertEquals(shown, Fields.shown(answer, "name"));
        assertEquals(List.of(shown), Fields.texts(answer, "all"));
    }
}
