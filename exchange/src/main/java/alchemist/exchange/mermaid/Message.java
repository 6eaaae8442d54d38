package alchemist.exchange.mermaid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a sequence diagram.
 *
 * @param kind {@code call}, {@code reply} or {@code async}
 * @param arrow what is special about its arrow; empty where nothing is
 */
record Message(String from, String to, String text, String kind, String arrow) {
    private record Sign(String sign, String kind, String arrow) {}

    private static final String CALL = "call";
    private static final String REPLY = "reply";
    private static final String ASYNC = "async";
    private static final String HALF = "half";
    private static final String REVERSE = "reverse half";

    /** All arrows; where one begins another, the longer comes first. */
    private static final List<Sign> SIGNS =
            List.of(
                    new Sign("<<-->>", REPLY, "both"),
                    new Sign("<<->>", CALL, "both"),
                    new Sign("-->>", REPLY, ""),
                    new Sign("->>", CALL, ""),
                    new Sign("--|\\", REPLY, HALF),
                    new Sign("--|/", REPLY, HALF),
                    new Sign("--\\\\", REPLY, HALF),
                    new Sign("--//", REPLY, HALF),
                    new Sign("/|--", REPLY, REVERSE),
                    new Sign("\\|--", REPLY, REVERSE),
                    new Sign("//--", REPLY, REVERSE),
                    new Sign("\\\\--", REPLY, REVERSE),
                    new Sign("-->", REPLY, "none"),
                    new Sign("->", CALL, "none"),
                    new Sign("--x", REPLY, "cross"),
                    new Sign("--X", REPLY, "cross"),
                    new Sign("-x", CALL, "cross"),
                    new Sign("-X", CALL, "cross"),
                    new Sign("--)", ASYNC, "dotted"),
                    new Sign("-)", ASYNC, ""),
                    new Sign("-|\\", CALL, HALF),
                    new Sign("-|/", CALL, HALF),
                    new Sign("-\\\\", CALL, HALF),
                    new Sign("-//", CALL, HALF),
                    new Sign("/|-", CALL, REVERSE),
                    new Sign("\\|-", CALL, REVERSE),
                    new Sign("//-", CALL, REVERSE),
                    new Sign("\\\\-", CALL, REVERSE));

    /** Reads a statement; null where it is no message. */
    static @Nullable Message of(String statement) {
        int colon = statement.indexOf(':');
        String ends = colon < 0 ? statement : statement.substring(0, colon);
        String text = colon < 0 ? "" : statement.substring(colon + 1);
        for (int i = 1; i < ends.length(); i++) {
            if ("-<\\/".indexOf(ends.charAt(i)) >= 0) {
                for (Sign sign : SIGNS) {
                    if (ends.startsWith(sign.sign(), i)) {
                        String from = ends.substring(0, i);
                        String to = ends.substring(i + sign.sign().length());
                        return between(from, to, text, sign);
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Message between(String from, String to, String text, Sign sign) {
        String sender = from.strip();
        if (sender.endsWith("()")) {
            sender = sender.substring(0, sender.length() - 2).strip();
        }
        String receiver = to.strip();
        if (receiver.startsWith("()")) {
            receiver = receiver.substring(2).strip();
        } else if (receiver.startsWith("+") || receiver.startsWith("-")) {
            receiver = receiver.substring(1).strip();
        }
        if (sender.isEmpty() || receiver.isEmpty()) {
            return null;
        }
        return new Message(sender, receiver, text, sign.kind(), sign.arrow());
    }

    /** What is said of it where it has no text. */
    String verb() {
        return switch (kind) {
            case REPLY -> "replies to";
            case ASYNC -> "signals";
            default -> "calls";
        };
    }
}
