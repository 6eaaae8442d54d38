package alchemist.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table =
            new Table("store", "events/s", "ms")
                    .row("one", 1_234_567, 0.25)
                    .row("other", 12, Double.NaN);

    @Test
    void alignsRowsUnderTheirColumns() {
        assertEquals(
                """

                  store   events/s    ms
                  one    1,234,567  0.25
                  other       12.0     –
                """,
                table.text().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void namesEachCellThatHasAFigure() {
        Map<String, Double> cells = new LinkedHashMap<>();
        table.cells(cells::put);
        assertEquals(
                Map.of(
                        "store: one, events/s", 1_234_567.0,
                        "store: one, ms", 0.25,
                        "store: other, events/s", 12.0),
                cells);
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> table.row("short", 1));
    }
}
