package alchemist.exchange.tables.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks by hand. Styles: 1 is a date with time, 2 a date, 3 a time of day. */
public final class TestWorkbook {
    private static final String MAIN =
            " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private record Sheet(String name, String rows) {}

    private final List<Sheet> sheets = new ArrayList<>();
    private String merged = "";
    private String texts = "";
    private String properties = "";
    private boolean bomb;

    public TestWorkbook sheet(String name, String rows) {
        sheets.add(new Sheet(name, rows));
        return this;
    }

    /** A sheet of texts. */
    @SafeVarargs
    public final TestWorkbook rows(String name, List<String>... rows) {
        StringBuilder xml = new StringBuilder();
        for (List<String> row : rows) {
            xml.append("<row>");
            for (String cell : row) {
                xml.append(cell.isEmpty() ? "<c/>" : "<c t=\"str\"><v>" + cell + "</v></c>");
            }
            xml.append("</row>");
        }
        return sheet(name, xml.toString());
    }

    /** Cells of every sheet that are one. */
    public TestWorkbook merged(String... ranges) {
        merged =
                java.util.Arrays.stream(ranges)
                        .map(range -> "<mergeCell ref=\"" + range + "\"/>")
                        .collect(Collectors.joining("", "<mergeCells>", "</mergeCells>"));
        return this;
    }

    public TestWorkbook texts(String... all) {
        texts =
                java.util.Arrays.stream(all)
                        .map(text -> "<si><t>" + text + "</t></si>")
                        .collect(Collectors.joining());
        return this;
    }

    public TestWorkbook from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** With a sheet that unpacks to more than anybody can hold. */
    public TestWorkbook bomb() {
        bomb = true;
        return sheet("S", "");
    }

    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            StringBuilder book = new StringBuilder();
            StringBuilder relations = new StringBuilder();
            for (int i = 0; i < sheets.size(); i++) {
                book.append(
                        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>"
                                .formatted(sheets.get(i).name, i + 1, i));
                relations.append(relation("r" + i, "worksheet", "worksheets/s" + i + ".xml"));
            }
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook"
                            + MAIN
                            + " xmlns:r=\""
                            + RELATIONS
                            + "\">"
                            + properties
                            + "<sheets>"
                            + book
                            + "</sheets></workbook>");
            relations.append(relation("rs", "styles", "styles.xml"));
            relations.append(relation("rt", "sharedStrings", "/xl/sharedStrings.xml"));
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships>" + relations + "</Relationships>");
            part(zip, "xl/sharedStrings.xml", "<sst" + MAIN + ">" + texts + "</sst>");
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet"
                            + MAIN
                            + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/>"
                            + "<numFmt numFmtId=\"165\" formatCode=\"[$-409]h:mm AM/PM\"/></numFmts>"
                            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/>"
                            + "<xf numFmtId=\"165\"/></cellXfs></styleSheet>");
            for (int i = 0; i < sheets.size(); i++) {
                String begin = "<worksheet" + MAIN + "><sheetData>" + sheets.get(i).rows;
                String end = "</sheetData>" + merged + "</worksheet>";
                if (bomb) {
                    zip.setLevel(Deflater.BEST_SPEED);
                    zip.putNextEntry(new ZipEntry(sheetName(i)));
                    writeBomb(zip, begin, end);
                    zip.closeEntry();
                } else {
                    part(zip, sheetName(i), begin + end);
                }
            }
        }
    }

    private static String sheetName(int index) {
        return "xl/worksheets/s" + index + ".xml";
    }

    /** Of two bytes a sign, so that there is half as much for the parser to look at. */
    private static void writeBomb(ZipOutputStream zip, String begin, String end)
            throws IOException {
        byte[] spaces = " ".repeat(1 << 19).getBytes(StandardCharsets.UTF_16BE);
        zip.write(begin.getBytes(StandardCharsets.UTF_16)); // with the mark that tells the order
        for (long left = Parts.MAX_BYTES; left >= 0; left -= spaces.length) {
            zip.write(spaces);
        }
        zip.write(end.getBytes(StandardCharsets.UTF_16BE));
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(id, RELATIONS, type, target);
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(text));
        zip.closeEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
