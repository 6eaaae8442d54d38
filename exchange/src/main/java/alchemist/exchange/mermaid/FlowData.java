package alchemist.exchange.mermaid;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code @{ shape: diam, label: "Sure?" }} says. */
final class FlowData {
    private FlowData() {}

    /** Takes what stands here; null and unmoved where it does not end. */
    static @Nullable Map<String, String> take(Cursor cursor) {
        int start = cursor.position();
        cursor.skip(2);
        Map<String, String> data = new HashMap<>();
        StringBuilder entry = new StringBuilder();
        for (int lines = 0; !cursor.atEnd() && lines <= FlowText.MAX_LINES; ) {
            char c = cursor.peek();
            lines += c == '\n' ? 1 : 0;
            if (c == '"') {
                int from = cursor.position();
                if (cursor.takeQuoted() == null) {
                    break;
                }
                entry.append(cursor.between(from, cursor.position()));
                continue;
            }
            cursor.skip(1);
            if (c == '}' || c == ',' || c == '\n') {
                put(entry.toString(), data);
                entry.setLength(0);
                if (c == '}') {
                    return data;
                }
            } else {
                entry.append(c);
            }
        }
        cursor.moveTo(start);
        return null;
    }

    private static void put(String entry, Map<String, String> data) {
        int colon = entry.indexOf(':');
        if (colon > 0) {
            String key = Source.unquoted(entry.substring(0, colon).strip());
            data.put(key, Source.unquoted(entry.substring(colon + 1).strip()));
        }
    }
}
