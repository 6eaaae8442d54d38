package alchemist.gateway.http;

import java.util.List;

/** What a client accepts, by the quality that it gives each (RFC 9110, 12.5). */
final class Accept {
    private Accept() {}

    /** The offer that the client likes best, the first of equals; null when it accepts none. */
    static @org.jspecify.annotations.Nullable String best(String header, List<String> offers) {
        if (header.isBlank()) {
            return offers.getFirst();
        }
        String best = null;
        double bestQuality = 0;
        for (String offer : offers) {
            double quality = quality(header, offer);
            if (quality > bestQuality) {
                best = offer;
                bestQuality = quality;
            }
        }
        return best;
    }

    /** Whether a content coding is accepted by name or by {@code *}. */
    static boolean coding(String header, String coding) {
        return !header.isBlank() && quality(header, coding) > 0;
    }

    /** The quality of the most exact range that the offer is in; 0 when it is in none. */
    private static double quality(String header, String offer) {
        double quality = 0;
        int exactness = 0;
        for (String range : header.split(",", -1)) {
            int exact = exactness(MediaType.bare(range), offer);
            if (exact > exactness) {
                exactness = exact;
                quality = qualityOf(range);
            }
        }
        return quality;
    }

    private static int exactness(String range, String offer) {
        if (range.equals(offer)) {
            return 3;
        }
        if (range.equals("*/*") || range.equals("*")) {
            return 1;
        }
        return range.endsWith("/*") && offer.startsWith(range.substring(0, range.length() - 1))
                ? 2
                : 0;
    }

    private static double qualityOf(String range) {
        for (String part : range.split(";", -1)) {
            String text = part.strip();
            if (text.startsWith("q=")) {
                try {
                    return Double.parseDouble(text.substring(2));
                } catch (NumberFormatException _) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
