package alchemist.exchange.tables.xlsx;

import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.OptionsFile;
import alchemist.exchange.tables.Remarks;
import alchemist.exchange.tables.Table;
import alchemist.exchange.tables.TableFile;
import alchemist.exchange.tables.xlsx.SheetReading.Book;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A workbook of Excel, as ECMA-376 describes it: what its cells hold, and no formula is run. */
public final class Workbook implements TableFile {
    private static final String BOOK = "xl/workbook.xml";

    private record Sheet(String name, String relation, boolean hidden) {}

    private final Parts parts;
    private final List<Table> tables = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    private Workbook(Parts parts) {
        this.parts = parts;
    }

    /** Opens a workbook, and passes over each of its sheets for the names of its columns. */
    public static TableFile open(Place place, OptionsFile options, Remarks remarks)
            throws IOException {
        try (InputStream in = Files.newInputStream(place.path())) {
            byte[] head = in.readNBytes(4);
            if (head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF) {
                throw new ReadingFailed(
                        place.location()
                                + " is protected by a password, or of Excel before 2007: save it"
                                + " as .xlsx without a password");
            }
        }
        Parts parts;
        try {
            parts = new Parts(place.path(), place.location());
        } catch (ZipException e) {
            throw new ReadingFailed(
                    place.location() + " is no workbook, or a damaged one: " + e.getMessage(), e);
        }
        Workbook book = new Workbook(parts);
        try {
            book.find(place, options, remarks);
            return book;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private void find(Place place, OptionsFile options, Remarks remarks) throws IOException {
        String main = main();
        parts.read(main, this::readBook);
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        String file = main.substring(folder.length());
        parts.read(folder + "_rels/" + file + ".rels", xml -> relations(xml, folder));
        SharedStrings texts = new SharedStrings();
        Styles styles = new Styles();
        for (Map.Entry<String, String> one : targets.entrySet()) {
            String kind = kinds.getOrDefault(one.getKey(), "");
            if (kind.endsWith("/sharedStrings") && parts.has(one.getValue())) {
                parts.read(one.getValue(), xml -> texts.read(xml, place.location()));
            } else if (kind.endsWith("/styles") && parts.has(one.getValue())) {
                parts.read(one.getValue(), styles::read);
            }
        }
        Book book = new Book(place.location(), texts, styles, from1904);
        Set<String> names = new HashSet<>();
        for (Sheet sheet : sheets) {
            String part = targets.get(sheet.relation);
            if (part == null || !names.add(sheet.name)) {
                throw new ReadingFailed(
                        place.location()
                                + " is damaged: the sheet '"
                                + sheet.name
                                + "' is not there, or twice");
            }
            if (!kinds.getOrDefault(sheet.relation, "").endsWith("/worksheet")) {
                remarks.note(sheet.name, "is a chart, or a macro, and no table");
                continue;
            }
            SheetTable table =
                    SheetTable.of(
                            parts,
                            book,
                            part,
                            sheet.name,
                            options.of(place.label(), sheet.name).header(),
                            remarks);
            if (table != null) {
                tables.add(table);
                if (sheet.hidden) {
                    remarks.note(sheet.name, "is a hidden sheet");
                }
            }
        }
    }

    /** The part that names the sheets: nearly always the same. */
    private String main() throws IOException {
        if (parts.has(BOOK)) {
            return BOOK;
        }
        parts.read("_rels/.rels", xml -> relations(xml, ""));
        String main = BOOK;
        for (Map.Entry<String, String> one : targets.entrySet()) {
            if (kinds.getOrDefault(one.getKey(), "").endsWith("/officeDocument")) {
                main = one.getValue();
            }
        }
        targets.clear();
        kinds.clear();
        return main;
    }

    private void readBook(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                String value = String.valueOf(xml.getAttributeValue(null, "date1904"));
                from1904 = value.equals("1") || value.equals("true");
            } else if (xml.getLocalName().equals("sheet")) {
                String relation = "";
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    boolean prefixed = xml.getAttributeNamespace(i) != null;
                    if (prefixed && xml.getAttributeLocalName(i).equals("id")) {
                        relation = xml.getAttributeValue(i);
                    }
                }
                String state = String.valueOf(xml.getAttributeValue(null, "state"));
                String name = String.valueOf(xml.getAttributeValue(null, "name"));
                sheets.add(
                        new Sheet(
                                name,
                                relation,
                                state.toLowerCase(java.util.Locale.ROOT).endsWith("hidden")));
            }
        }
    }

    private void relations(XMLStreamReader xml, String folder) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String id = String.valueOf(xml.getAttributeValue(null, "Id"));
                String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                targets.put(id, target.startsWith("/") ? target.substring(1) : folder + target);
                kinds.put(id, String.valueOf(xml.getAttributeValue(null, "Type")));
            }
        }
    }

    @Override
    public List<Table> tables() {
        return tables;
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
