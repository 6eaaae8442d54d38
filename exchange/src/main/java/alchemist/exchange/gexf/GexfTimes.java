package alchemist.exchange.gexf;

import alchemist.exchange.graphfile.FileGraph.Span;
import alchemist.exchange.graphfile.XmlIn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as GEXF writes them. */
final class GexfTimes {
    private GexfTimes() {}

    /** The beginning that an element names, closed or open, or null. */
    static @Nullable String start(XmlIn xml) {
        return first(xml, "start", "startopen", "timestamp");
    }

    /** The end that an element names, or null. */
    static @Nullable String end(XmlIn xml) {
        return first(xml, "end", "endopen");
    }

    /** A time, µs since 1970, or null where it is none: dates are those of UTC. */
    static @Nullable Long micros(String text) {
        String time = text.strip();
        try {
            Instant instant =
                    time.length() <= "yyyy-mm-dd".length()
                            ? LocalDate.parse(time).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : time.matches(".*([zZ]|[+-]\\d\\d:?\\d\\d)$")
                                    ? OffsetDateTime.parse(time).toInstant()
                                    : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
            return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** When something is there; null where a text is no time. */
    static @Nullable Span span(@Nullable String start, @Nullable String end) {
        boolean begins = start != null && !isOpen(start);
        boolean ends = end != null && !isOpen(end);
        Long from = start != null && begins ? micros(start) : null;
        Long until = end != null && ends ? micros(end) : null;
        return (begins && from == null) || (ends && until == null) ? null : new Span(from, until);
    }

    private static boolean isOpen(String time) {
        return time.isBlank()
                || time.strip().toLowerCase(java.util.Locale.ROOT).endsWith("infinity");
    }

    private static @Nullable String first(XmlIn xml, String... names) {
        for (String name : names) {
            String found = xml.find(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
