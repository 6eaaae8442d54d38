package alchemist.exchange.terraform;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.terraform.Block.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads HCL: blocks and attributes, and of expressions the names that stand in them. */
final class HclParser {
    private static final int MAX_DEPTH = 100;

    /** How long an index may be that is no expression. */
    private static final int MAX_INDEX = 100;

    private static final Pattern INDEX = Pattern.compile("\\[(?:\\d+|\"[^\"\\n]*\"|\\*)\\]");

    private final String text;
    private int at;
    private int line = 1;

    private HclParser(String text) {
        this.text = text;
    }

    /**
     * Reads a whole file.
     *
     * @param into gets all that was read, also where the rest cannot be
     */
    static void parse(String text, Block into) throws Malformed {
        HclParser parser = new HclParser(text);
        parser.body(into, 0);
        if (parser.at < text.length()) {
            throw new Malformed(parser.line, "is no HCL: '}' closes nothing");
        }
    }

    private void body(Block into, int depth) throws Malformed {
        if (depth > MAX_DEPTH) {
            throw new Malformed(line, "is no HCL: it nests deeper than " + MAX_DEPTH);
        }
        while (true) {
            space(true);
            if (at >= text.length() || text.charAt(at) == '}') {
                return;
            }
            int from = line;
            String name = word();
            if (name.isEmpty()) {
                if (text.charAt(at) != '"') {
                    throw new Malformed(
                            line, "is no HCL: a name is expected, not '" + shown() + "'");
                }
                name = plain(); // a quoted name, as files of values may have
            }
            space(false);
            if (at < text.length() && text.charAt(at) == '=' && !text.startsWith("==", at)) {
                at++;
                into.attributes().put(name, expression(from));
                continue;
            }
            List<String> labels = new ArrayList<>();
            while (at < text.length() && text.charAt(at) != '{') {
                String label = text.charAt(at) == '"' ? plain() : word();
                if (label.isEmpty()) {
                    throw new Malformed(
                            line, "is no HCL: '=' or '{' is expected, not '" + shown() + "'");
                }
                labels.add(label);
                space(false);
            }
            Block block = new Block(name, labels, from);
            into.blocks().add(block);
            at++;
            body(block, depth + 1);
            if (at >= text.length()) {
                throw new Malformed(from, "is no HCL: the block that begins here does not end");
            }
            at++;
        }
    }

    private String shown() {
        return at < text.length() ? String.valueOf(text.charAt(at)) : "the end";
    }

    private void space(boolean lines) throws Malformed {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                if (!lines) {
                    return;
                }
                line++;
                at++;
            } else if (Character.isWhitespace(c) || c == '\uFEFF' || (lines && c == ',')) {
                at++;
            } else if (!comment(c)) {
                return;
            }
        }
    }

    private boolean comment(char c) throws Malformed {
        if (c == '#' || text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
            return true;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                throw new Malformed(line, "is no HCL: a comment begins here and does not end");
            }
            count(at, end);
            at = end + 2;
            return true;
        }
        return false;
    }

    private void count(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
    }

    private String word() {
        int begin = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /** A text in quotes that holds no more than itself. */
    private String plain() throws Malformed {
        List<String> none = new ArrayList<>();
        return template(none, 0);
    }

    private Expression expression(int from) throws Malformed {
        List<String> references = new ArrayList<>();
        Map<String, String> entries = new LinkedHashMap<>();
        space(false);
        int begin = at;
        String literal = "";
        if (at < text.length() && text.charAt(at) == '"') {
            String said = template(references, 0);
            space(false);
            boolean whole = at >= text.length() || "\n}#/".indexOf(text.charAt(at)) >= 0;
            literal = whole && references.isEmpty() ? said : "";
        }
        int depth = 0;
        String key = "";
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth == 0 && (c == '\n' || c == '}')) {
                break;
            }
            if (c == '\n') {
                line++;
                at++;
            } else if (c == '"') {
                String said = template(references, 0);
                if (!key.isEmpty() && depth == 1) {
                    entries.put(key, said);
                    key = "";
                }
            } else if (text.startsWith("<<", at) && isHeredoc()) {
                heredoc(references);
            } else if (Character.isLetter(c) || c == '_') {
                int start = at;
                String name = traversal();
                space(false);
                boolean named =
                        at < text.length()
                                && (text.charAt(at) == '=' || text.charAt(at) == ':')
                                && !text.startsWith("==", at);
                boolean called = at < text.length() && text.charAt(at) == '(';
                if (named && depth > 0) {
                    key = name;
                } else if (!called && start >= begin) {
                    references.add(name);
                }
            } else if (!comment(c)) {
                depth += c == '{' || c == '[' || c == '(' ? 1 : 0;
                depth -= c == '}' || c == ']' || c == ')' ? 1 : 0;
                if (depth < 0) {
                    throw new Malformed(line, "is no HCL: '" + c + "' closes nothing");
                }
                at++;
            }
        }
        if (depth > 0) {
            throw new Malformed(from, "is no HCL: what begins here does not end");
        }
        return new Expression(from, literal, references, entries);
    }

    /** A name with those that follow it by points; what is in square brackets is left out. */
    private String traversal() {
        StringBuilder name = new StringBuilder(word());
        while (at < text.length()) {
            int bracket = at;
            if (text.charAt(at) == '[') {
                String rest = text.substring(at, Math.min(text.length(), at + MAX_INDEX));
                Matcher index = INDEX.matcher(rest);
                // An index that is an expression may hold references of its own.
                if (!index.lookingAt()) {
                    return name.toString();
                }
                at += index.end();
            }
            if (at < text.length() && text.charAt(at) == '.') {
                int point = at;
                at++;
                if (at < text.length() && text.charAt(at) == '*') {
                    at++;
                    continue;
                }
                String next = word();
                if (next.isEmpty()) {
                    at = point + 1;
                    return name.toString();
                }
                name.append('.').append(next);
            } else if (at == bracket) {
                return name.toString();
            }
        }
        return name.toString();
    }

    /** A text in quotes; the names in what it fills in are added. */
    private String template(List<String> references, int depth) throws Malformed {
        int from = line;
        if (depth > MAX_DEPTH) {
            throw new Malformed(line, "is no HCL: it nests deeper than " + MAX_DEPTH);
        }
        StringBuilder said = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return said.toString();
            }
            if (c == '\n') {
                break;
            }
            if (c == '\\' && at + 1 < text.length()) {
                said.append(text.charAt(at + 1));
                at += 2;
            } else if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
                at += 3;
            } else if (text.startsWith("${", at) || text.startsWith("%{", at)) {
                at += 2;
                inside(references, depth);
            } else {
                said.append(c);
                at++;
            }
        }
        throw new Malformed(from, "is no HCL: the text that begins here does not end");
    }

    /** What is filled in, up to its closing bracket. */
    private void inside(List<String> references, int depth) throws Malformed {
        int from = line;
        int open = 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                template(references, depth + 1);
            } else if (Character.isLetter(c) || c == '_') {
                String name = traversal();
                if (at >= text.length() || text.charAt(at) != '(') {
                    references.add(name);
                }
            } else {
                line += c == '\n' ? 1 : 0;
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                at++;
                if (open == 0) {
                    return;
                }
            }
        }
        throw new Malformed(from, "is no HCL: what is filled in here does not end");
    }

    private boolean isHeredoc() {
        int i = at + 2;
        if (i < text.length() && text.charAt(i) == '-') {
            i++;
        }
        return i < text.length() && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '_');
    }

    private void heredoc(List<String> references) throws Malformed {
        int from = line;
        at += 2;
        if (text.charAt(at) == '-') {
            at++;
        }
        String tag = word();
        int begin = text.indexOf('\n', at);
        while (begin >= 0 && begin < text.length()) {
            line++;
            int end = text.indexOf('\n', begin + 1);
            String one = text.substring(begin + 1, end < 0 ? text.length() : end);
            if (one.strip().equals(tag)) {
                at = end < 0 ? text.length() : end;
                return;
            }
            at = begin + 1;
            int to = end < 0 ? text.length() : end;
            while (at < to) {
                if (text.startsWith("${", at) && (at == 0 || text.charAt(at - 1) != '$')) {
                    at += 2;
                    inside(references, 0);
                } else {
                    at++;
                }
            }
            // What was filled in may have taken more lines than this one.
            begin = text.indexOf('\n', Math.max(to, at));
            begin = end < 0 ? -1 : begin;
        }
        throw new Malformed(from, "is no HCL: the text up to " + tag + " does not end");
    }
}
