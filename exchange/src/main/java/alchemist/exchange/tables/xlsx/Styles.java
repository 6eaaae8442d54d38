package alchemist.exchange.tables.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which styles of cells show a number as a time: nothing else tells times from numbers. */
final class Styles {
    /** What a number stands for. */
    enum Kind {
        NUMBER,
        DATE,
        TIME
    }

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> cells = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();

    void read(XMLStreamReader xml) throws XMLStreamException, IOException {
        boolean inside = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                inside = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "cellXfs" -> inside = true;
                    case "numFmt" ->
                            formats.put(
                                    number(xml.getAttributeValue(null, "numFmtId")),
                                    String.valueOf(xml.getAttributeValue(null, "formatCode")));
                    case "xf" -> {
                        if (inside) {
                            cells.add(number(xml.getAttributeValue(null, "numFmtId")));
                        }
                    }
                    default -> {}
                }
            }
        }
        cells.forEach(format -> kinds.add(ofFormat(format)));
    }

    /** What a cell of a style holds. */
    Kind of(int style) {
        return style < 0 || style >= kinds.size() ? Kind.NUMBER : kinds.get(style);
    }

    private Kind ofFormat(int format) {
        String own = formats.get(format);
        if (own != null) {
            return of(own);
        }
        boolean date = (format >= 14 && format <= 17) || format == 22;
        boolean eastern = (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
        boolean time = (format >= 18 && format <= 21) || format == 45 || format == 47;
        return date || eastern ? Kind.DATE : time ? Kind.TIME : Kind.NUMBER;
    }

    private static Kind of(String format) {
        String bare =
                format.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"", "")
                        .replaceAll("\\\\.", "")
                        .replaceAll("_.|\\*.", "")
                        .replaceAll("\\[(?!h+]|m+]|s+])[^\\]]*\\]", "");
        if (bare.contains("[") || bare.contains("general")) {
            return Kind.NUMBER; // an amount of time, of any length
        }
        if (bare.matches("(?s).*[yd].*")) {
            return Kind.DATE;
        }
        boolean clock = bare.matches("(?s).*[hs].*");
        return clock ? Kind.TIME : bare.contains("m") ? Kind.DATE : Kind.NUMBER;
    }

    static int number(@Nullable String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1; // as if it were not there
        }
    }
}
