package alchemist.exchange.tables.xlsx;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook, which its cells name by their number. They are held, within limits. */
final class SharedStrings {
    /** How many characters they may have together. */
    static final long MAX_CHARS = 128L << 20;

    private final List<String> texts = new ArrayList<>();

    void read(XMLStreamReader xml, String where) throws XMLStreamException, IOException {
        long chars = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                String text = text(xml, "si", where);
                chars += text.length() + 16;
                if (chars > MAX_CHARS) {
                    throw new ReadingFailed(where + " holds too many texts to be read");
                }
                texts.add(text);
            }
        }
    }

    /** A text by its number; empty where there is none. */
    String text(int number) {
        return number >= 0 && number < texts.size() ? texts.get(number) : "";
    }

    /** What stands in an element, in all its runs, but for how it is pronounced. */
    static String text(XMLStreamReader xml, String element, String where)
            throws XMLStreamException, ReadingFailed {
        StringBuilder text = new StringBuilder();
        int quiet = 0;
        boolean inside = false;
        while (xml.hasNext()) {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    quiet += xml.getLocalName().equals("rPh") ? 1 : 0;
                    inside = xml.getLocalName().equals("t");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals(element)) {
                        return text.toString();
                    }
                    quiet -= xml.getLocalName().equals("rPh") ? 1 : 0;
                    inside = false;
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (inside && quiet == 0) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
            if (text.length() > Limits.MAX_CELL) {
                throw new ReadingFailed(
                        where + ": a cell has more than " + Limits.MAX_CELL + " characters");
            }
        }
        return text.toString();
    }
}
