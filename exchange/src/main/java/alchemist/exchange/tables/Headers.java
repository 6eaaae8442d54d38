package alchemist.exchange.tables;

import alchemist.kernel.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells names of columns from a first row. */
public final class Headers {
    private static final int MAX_LENGTH = 200;
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

    private Headers() {}

    /**
     * Whether cells are names: texts, each once, most of them filled, and nothing that is a number
     * or a date; years may be among them.
     */
    public static boolean isHeader(List<String> cells) {
        Set<String> seen = new HashSet<>();
        int filled = 0;
        int years = 0;
        for (String cell : cells) {
            String text = cell.strip();
            if (text.isEmpty()) {
                continue;
            }
            filled++;
            if (YEAR.matcher(text).matches()) {
                years++;
            } else if (text.length() > MAX_LENGTH || isValue(text)) {
                return false;
            }
            seen.add(text);
        }
        boolean apart = seen.size() * 10 >= filled * 9 || filled - seen.size() <= 1;
        return filled > years && filled * 2 > cells.size() && apart;
    }

    private static boolean isValue(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return true; // unlike yes and no, which are names of columns as well
        }
        for (Form form :
                List.of(
                        Form.INTEGER,
                        Form.FLOAT,
                        Form.DECIMAL_COMMA,
                        Form.DATE,
                        Form.DAY_FIRST,
                        Form.MONTH_FIRST,
                        Form.LOCAL_DATETIME,
                        Form.DATETIME)) {
            Value value = form.read(text);
            if (value != null) {
                return true;
            }
        }
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
    }
}
