package alchemist.exchange.plantuml;

import alchemist.exchange.mermaid.Labels;
import java.util.regex.Pattern;

/** What is written on things, without what only says how it looks. */
final class UmlText {
    private static final Pattern TAG =
            Pattern.compile(
                    "(?i)<(?:/?(?:color|size|back|font|img|w|s|u|i|b|del|plain|sub|sup|code|strike)"
                            + "(?:[:=#][^<>]{0,200})?|[&$#][^<>\\s]{1,100}|#[^<>]{1,40})>");

    private static final Pattern MARKS =
            Pattern.compile("\\*\\*|(?<![:\\w])//|//(?=\\s|$)|\"\"|~~|__(?=\\S)|(?<=\\S)__");

    private static final Pattern ENDS = Pattern.compile("\\\\[nlr]|%n\\(\\)|%newline\\(\\)");

    private UmlText() {}

    /** A text on one line. */
    static String of(String raw) {
        String text = unquoted(raw.strip());
        text = ENDS.matcher(text).replaceAll(" ");
        text = TAG.matcher(text).replaceAll("");
        return Labels.of(MARKS.matcher(text).replaceAll(""));
    }

    static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
