package alchemist.exchange.tables.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.FileKeys;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.tables.TablesReader;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DelimitedFileTest {
    @TempDir Path folder;

    private ImportRun run(byte[] bytes, SimulatedWorkspace workspace) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), bytes);
        return ImportsTesting.run(workspace, file, new TablesReader(FileKeys.BY_PATH));
    }

    /** The properties of all rows, in order of their names. */
    private List<String> rows(String text) throws IOException {
        return rows(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private List<String> rows(byte[] bytes) throws IOException {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        ImportRun run = run(bytes, workspace);
        if (run.state() == ImportState.FAILED) {
            throw new ReadingFailed(run.error().orElse(""));
        }
        return workspace.only().nodes.values().stream()
                .filter(node -> !node.formsGroup())
                .map(node -> new TreeMap<>(node.properties().toMap()).toString())
                .sorted()
                .toList();
    }

    private String notes(String text) throws IOException {
        return run(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), new SimulatedWorkspace())
                .notes()
                .stream()
                .map(n -> n.what())
                .collect(Collectors.joining("\n"));
    }

    private String failure(String text) {
        return String.valueOf(assertThrows(ReadingFailed.class, () -> rows(text)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsWhatStandsBetweenCells(String separator) throws IOException {
        String text = "k;wörd;z\n1;\"a;b\";x\n2;\"say \"\"hi\"\"\";y\n".replace(";", separator);
        assertEquals(
                List.of(
                        "{k=Int[value=1], wörd=Text[value=a" + separator + "b], z=Text[value=x]}",
                        "{k=Int[value=2], wörd=Text[value=say \"hi\"], z=Text[value=y]}"),
                rows(text));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, EFBBBF",
        "UTF-16LE, FFFE",
        "UTF-16BE, FEFF",
        "UTF-16LE, ''",
        "UTF-16BE, ''",
        "windows-1252, ''",
        "ISO-8859-1, ''",
    })
    void findsHowLettersAreWritten(String charset, String mark) throws IOException {
        String text = "id,name\n1,Grüße\n2,Ærø\n";
        byte[] begin = java.util.HexFormat.of().parseHex(mark);
        byte[] rest = text.getBytes(Charset.forName(charset));
        byte[] all = java.util.Arrays.copyOf(begin, begin.length + rest.length);
        System.arraycopy(rest, 0, all, begin.length, rest.length);
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        assertEquals(ImportState.APPLIED, run(all, workspace).state());
        assertTrue(
                workspace.only().nodes.values().stream()
                        .anyMatch(node -> node.name().equals(Value.text("Grüße"))));
    }

    @Test
    void theDashesOfWindowsAreReadAndTheBytesItLacksAreLatin1() throws IOException {
        assertTrue(notes("a,b\n1,x\n").startsWith("UTF-8"));
        byte[] dash = {'a', ',', 'b', '\n', '1', ',', (byte) 0x96, '\n', '2', ',', 'x', '\n'};
        assertTrue(rows(dash).toString().contains("–"));
        byte[] control = {
            'a', ',', 'b', '\n', '1', ',', (byte) 0x81, 'y', '\n', '2', ',', 'x', '\n'
        };
        assertTrue(rows(control).toString().contains("\u0081y"));
    }

    @Test
    void aTypeIsThatOfAllRows() throws IOException {
        String notes =
                notes(
                        """
                        whole,part,mixed,zip,long,yes,day,time,zone,sci,is_new,word,none,neg
                        1,1.5,1,007,1234567890123456,true,2024-02-29,2024-01-01T10:00,2024-01-01T10:00Z,1e3,t,a,,-4
                        2,2,x,12,1,No,2024-03-01,2024-01-01 10:00:01.5,2024-01-01 10:00:00+02,2,f,t,,0
                        """);
        assertTrue(
                notes.contains(
                        "whole integer; part float; mixed text; zip text; long text; yes boolean;"
                                + " day date; time datetime without zone; zone datetime with zone; sci"
                                + " float; is_new boolean; word text; none empty; neg integer"),
                notes);
    }

    @Test
    void datesThatCanBeReadInTwoWaysStayTextAndAreTold() throws IOException {
        assertTrue(notes("id,d\n1,01/02/2024\n2,03/04/2024\n").contains("'d' may be dates"));
        assertTrue(notes("id,d\n1,01/02/2024\n2,13/04/2024\n").contains("d date, day first"));
        assertTrue(notes("id,d\n1,01/02/2024\n2,03/14/2024\n").contains("d date, month first"));
        assertTrue(notes("id;d\n1;01.02.2024\n2;03.04.24\n").contains("d date, day first"));
        assertTrue(notes("id,d\n1,31/02/2024\n2,03/14/2024\n").contains("d text"));
    }

    @Test
    void aCommaIsADecimalOneWhereItCannotPartThousands() throws IOException {
        assertTrue(notes("id;x\n1;0,5\n2;1,25\n").contains("x float with decimal comma"));
        assertTrue(notes("id;x\n1;1,234\n2;2,345\n").contains("x text"));
        assertEquals(
                List.of(
                        "{id=Int[value=1], x=Real[value=-0.5]}",
                        "{id=Int[value=2], x=Real[value=3.0]}"),
                rows("id;x\n1;-0,5\n2;3\n"));
    }

    @Test
    void aFirstLineOfValuesIsNoHeader() throws IOException {
        assertTrue(notes("1,Ada,2020-01-01\n2,Grace,2020-01-02\n").contains("no names of columns"));
        assertTrue(notes("country,1990,2000\nFR,1,2\nIT,3,4\n").contains("the first line names"));
        assertTrue(notes(",a,b\n0,x,y\n1,x,z\n").contains("column 1 integer; a text; b text"));
    }

    @Test
    void quotedLinesEmptyLinesAndShortRowsAreRead() throws IOException {
        assertEquals(
                List.of(
                        "{id=Int[value=1], text=Text[value=two\nlines]}",
                        "{id=Int[value=2]}",
                        "{id=Int[value=3], text=Text[value=x]}"),
                rows("id,text\r\n1,\"two\nlines\"\r\n\r\n2\r\n3,x"));
        assertEquals(
                List.of("{id=Int[value=1], n=Text[value=a]}", "{id=Int[value=2], n=Text[value=b]}"),
                rows("id,n,\n1,a,\n2,b,\n"));
    }

    @Test
    void cellsBeyondTheColumnsAreTold() throws IOException {
        ImportRun run =
                run(
                        "id,n\n1,a\n2,b,extra\n3,c\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        new SimulatedWorkspace());
        assertEquals(1, run.warnings().size());
        assertTrue(run.warnings().getFirst().what().contains("line 3 has 3 cells for 2 columns:"));
        // However many there are, they are one thing to be mended.
        ImportRun many =
                run(
                        "id,n\n1,a\n2,b,extra\n3,c\n4,d,e,f\n5,g,h\n6,i\n7,j\n8,k\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        new SimulatedWorkspace());
        assertEquals(1, many.warnings().size());
        assertTrue(
                many.warnings()
                        .getFirst()
                        .what()
                        .contains("line 3 has 3 cells for 2 columns, and so have 2 more lines:"));
    }

    @Test
    void aTitleIsSkippedAndAColumnWithoutANameIsKept() throws IOException {
        assertEquals(
                List.of(
                        "{a=Int[value=1], b=Text[value=x], c=Text[value=u]}",
                        "{a=Int[value=2], b=Text[value=y], c=Text[value=v]}"),
                rows("Report of 2024\n\na,b,c\n1,x,u\n2,y,v\n"));
        assertEquals(
                List.of(
                        "{a=Int[value=1], b=Text[value=x], column 3=Text[value=u]}",
                        "{a=Int[value=2], b=Text[value=y], column 3=Text[value=v]}"),
                rows("a,b\n1,x,u\n2,y,v\n"));
    }

    @Test
    void whatIsNoTableIsRefusedInWords() {
        assertTrue(failure("id,n\n1,\"a\n2,b\n").contains("a quote is opened and never closed"));
        assertTrue(failure("id,n\n1,\"a\"x\n2,b\n").contains("line 2"));
        assertTrue(failure(" \n \n").contains("is empty"));
        assertTrue(failure("id,n\n1,\0\0\0\n").contains("zero bytes"));
    }
}
