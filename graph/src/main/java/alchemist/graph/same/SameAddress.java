package alchemist.graph.same;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of the web that differ only in how they are written. */
final class SameAddress implements Rule {
    private static final Pattern ADDRESS =
            Pattern.compile("https?://(?:www\\.)?([^/?#]+)([^?#]*)([^#]*)(#.*)?");

    @Override
    public void clues(Look look, Consumer<String> clues) {
        String url = look.is("Web page") ? look.text("url") : "";
        if (!url.isEmpty()) {
            Matcher parts = ADDRESS.matcher(url.strip());
            if (parts.matches()) {
                String host = parts.group(1).toLowerCase(Locale.ROOT).replaceAll(":(80|443)$", "");
                String path = parts.group(2).replaceAll("(/index\\.html?)?/*$", "");
                String fragment = parts.group(4) == null ? "" : parts.group(4);
                clues.accept(host + path + parts.group(3) + (fragment.equals("#") ? "" : fragment));
            }
        }
    }

    @Override
    public void propose(String clue, List<Look> alike, SeenGraph graph, Proposals proposals) {
        Look first =
                alike.stream()
                        .filter(one -> one.text("url").startsWith("https:"))
                        .findFirst()
                        .orElse(alike.getFirst());
        for (Look other : alike) {
            proposals.add(
                    first,
                    other,
                    97,
                    "Both addresses are " + clue + ", written in two ways.",
                    List.of(first.text("url"), other.text("url")));
        }
    }
}
