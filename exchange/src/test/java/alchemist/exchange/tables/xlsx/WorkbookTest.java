package alchemist.exchange.tables.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.FileKeys;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.tables.OptionsFile;
import alchemist.exchange.tables.TablesReader;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbookTest {
    private final SimulatedWorkspace workspace = new SimulatedWorkspace();
    @TempDir Path folder;

    private ImportRun run(TestWorkbook book) throws IOException {
        Path file = folder.resolve("book.xlsx");
        book.write(file);
        return ImportsTesting.run(workspace, file, new TablesReader(FileKeys.BY_PATH));
    }

    private Map<String, NodeStatement> rows() {
        return workspace.only().nodes.values().stream()
                .filter(node -> !node.formsGroup())
                .collect(
                        Collectors.toMap(
                                node -> node.name() instanceof Value.Text(String t) ? t : "",
                                node -> node));
    }

    private NodeStatement row(String name) {
        return Objects.requireNonNull(rows().get(name), name);
    }

    private static String notes(ImportRun run) {
        return run.notes().stream().map(n -> n.what()).collect(Collectors.joining("\n"));
    }

    private static String warnings(ImportRun run) {
        return run.warnings().stream().map(w -> w.what()).collect(Collectors.joining("\n"));
    }

    @Test
    void readsEveryKindOfCell() throws IOException {
        ImportRun run =
                run(
                        new TestWorkbook()
                                .sheet(
                                        "Kinds",
                                        """
                                        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
                                          <c r="C1" t="inlineStr"><is><t>when</t></is></c>
                                          <c r="D1" t="str"><f>"d"&amp;"ay"</f><v>day</v></c>
                                          <c r="E1" t="str"><v>flag</v></c><c r="F1" t="str"><v>sum</v></c>
                                          <c r="G1" t="str"><v>bad</v></c><c r="H1" t="str"><v>open</v></c>
                                          <c r="I1" t="str"><v>clock</v></c><c r="J1" t="str"><v>iso</v></c>
                                          <c r="K1" t="str"><v>line</v></c></row>
                                        <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>7</v></c>
                                          <c r="C2" s="1"><v>45351.75</v></c><c r="D2" s="2"><v>1</v></c>
                                          <c r="E2" t="b"><v>1</v></c><c r="F2"><f>1+1.5</f><v>2.5</v></c>
                                          <c r="G2" t="e"><v>#DIV/0!</v></c><c r="H2"><f>NOW()</f></c>
                                          <c r="L2"><f>B2*2</f><v></v></c><c r="M2" t="str"><f>""</f><v></v></c>
                                          <c r="I2" s="3"><v>0.5</v></c><c r="J2" t="d"><v>2024-02-29</v></c>
                                          <c r="K2" t="inlineStr"><is><r><t>a</t></r><r><t>_x000A_b</t></r></is></c></row>
                                        <row r="4"><c r="A4" t="inlineStr"><is><t>Two</t></is></c><c><v>8</v></c>
                                          <c r="F4"><v>2</v></c></row>
                                        """)
                                .texts("name", "number", "One"));
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        var one = row("One").properties().toMap();
        assertEquals(Value.integer(7), one.get("number"));
        LocalDateTime when = LocalDateTime.of(2024, 2, 29, 18, 0);
        assertEquals(
                new Value.LocalDateTime(when.toEpochSecond(ZoneOffset.UTC), 0), one.get("when"));
        assertEquals(new Value.Date(LocalDate.of(1900, 1, 1).toEpochDay()), one.get("day"));
        assertEquals(Value.flag(true), one.get("flag"));
        assertEquals(new Value.Real(2.5), one.get("sum"));
        assertEquals(new Value.LocalTime(43_200_000_000_000L), one.get("clock"));
        assertEquals(new Value.Date(LocalDate.of(2024, 2, 29).toEpochDay()), one.get("iso"));
        assertEquals(Value.text("a\nb"), one.get("line"));
        assertEquals(new Value.Real(2), row("Two").properties().find("sum"));
        assertEquals(Value.integer(8), row("Two").properties().find("number"));
        assertTrue(warnings(run).contains("1 cell with an error"), warnings(run));
        assertTrue(warnings(run).contains("2 formulas without a value"), warnings(run));
    }

    @Test
    void sheetsReferToOneAnotherAndEmptyOnesAreToldOf() throws IOException {
        ImportRun run =
                run(
                        new TestWorkbook()
                                .rows(
                                        "Team",
                                        List.of("id", "name"),
                                        List.of("1", "Red"),
                                        List.of("2", "Blue"))
                                .rows("Player", List.of("name", "team_id"), List.of("Ada", "2"))
                                .sheet("Nothing", ""));
        assertEquals(
                List.of("team"),
                workspace.only().edges.values().stream().map(edge -> edge.type()).toList());
        assertTrue(notes(run).contains("is an empty sheet"));
    }

    @Test
    void titlesAreSkippedAndMergedHeadersAreTold() throws IOException {
        TestWorkbook book =
                new TestWorkbook()
                        .rows(
                                "Sales",
                                List.of("Report of the year"),
                                List.of("", "", ""),
                                List.of("Region", "Sold", ""),
                                List.of("", "north", "south"),
                                List.of("A", "1", "2"),
                                List.of("B", "3", "4"))
                        .merged("A3:A4", "B3:C3");
        ImportRun run = run(book);
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertTrue(notes(run).contains("rows 3 to 4 name the columns together"), notes(run));
        assertEquals(Value.text("4"), row("B").properties().find("Sold south"));
        assertEquals(Value.text("3"), row("B").properties().find("Sold north"));
    }

    @Test
    void peopleCanSayThatThereIsNoHeader() throws IOException {
        Files.writeString(
                folder.resolve(OptionsFile.NAME), "{\"tables\": {\"S\": {\"header\": false}}}");
        run(new TestWorkbook().rows("S", List.of("a", "b"), List.of("c", "b")));
        assertEquals(2, rows().size());
    }

    @Test
    void theOtherCalendarIsKnown() throws IOException {
        run(
                new TestWorkbook()
                        .from1904()
                        .sheet(
                                "S",
                                "<row><c t=\"str\"><v>name</v></c><c t=\"str\"><v>on</v></c></row>"
                                        + "<row><c t=\"str\"><v>x</v></c><c s=\"2\"><v>1</v></c></row>"));
        assertEquals(
                new Value.Date(LocalDate.of(1904, 1, 2).toEpochDay()),
                row("x").properties().find("on"));
    }

    @Test
    void whatIsNoWorkbookIsRefusedInWords() throws IOException {
        assertFails("unpacks to more", null, new TestWorkbook().bomb());
        assertFails("is damaged", "<row><c></row>", new TestWorkbook());
        assertFails(
                "sheet 'S' row 7",
                "<row r=\"7\"><c r=\"ZZZ7\"><v>1</v></c></row>",
                new TestWorkbook());
        assertFails(
                "is damaged",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><row><c t=\"str\"><v>&a;</v></c></row>",
                new TestWorkbook());
        Path file = folder.resolve("locked.xlsx");
        Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        assertTrue(failure(file).contains("protected by a password"));
        Files.writeString(file, "PK no zip");
        assertTrue(failure(file).contains("is no workbook"));
    }

    private void assertFails(
            String why, @org.jspecify.annotations.Nullable String sheet, TestWorkbook book)
            throws IOException {
        Path file = folder.resolve("bad.xlsx");
        (sheet == null ? book : book.sheet("S", sheet)).write(file);
        String failure = failure(file);
        assertTrue(failure.contains(why), failure);
    }

    private String failure(Path file) throws IOException {
        ImportRun run = ImportsTesting.run(workspace, file, new TablesReader(FileKeys.BY_PATH));
        assertEquals(ImportState.FAILED, run.state());
        return run.error().orElse("");
    }
}
