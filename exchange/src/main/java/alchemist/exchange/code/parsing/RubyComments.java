package alchemist.exchange.code.parsing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** What the lines of comment right before a declaration of Ruby say. */
final class RubyComments {
    /** More lines are not read. */
    private static final int MAX_LINES = 200;

    /** What is said to tools. */
    private static final Pattern TO_TOOLS =
            Pattern.compile(
                    "(?i)#\\s*+(?:frozen_string_literal|encoding|coding|typed|warn_indent|rubocop|steep|standard|sorbet"
                            + "|yard|shareable_constant_value)\\b:?.*|#\\s*+-\\*-.*|#!.*|#\\s*+:(?:nodoc|doc|stopdoc|startdoc|call-seq):?.*");

    private RubyComments() {}

    /** The first sentence of the comment before what begins at a byte; empty for none. */
    static String said(byte[] source, int start) {
        Deque<String> lines = new ArrayDeque<>();
        int end = lineOf(source, start);
        while (end > 0 && lines.size() < MAX_LINES) {
            int from = lineOf(source, end - 1);
            String line = new String(source, from, end - from, StandardCharsets.UTF_8).strip();
            if (line.startsWith("#")) {
                lines.addFirst(line);
            } else if (!line.startsWith("sig ")) { // of Sorbet, between a comment and its method
                break;
            }
            end = from;
        }
        StringBuilder said = new StringBuilder();
        for (String line : lines) {
            boolean isTold = !TO_TOOLS.matcher(line).matches();
            said.append(isTold ? line.replaceFirst("^#+", "") : "").append('\n');
        }
        return Summary.ofAny(said.toString().strip());
    }

    private static int lineOf(byte[] source, int at) {
        int line = at;
        while (line > 0 && source[line - 1] != '\n') {
            line--;
        }
        return line;
    }
}
