package alchemist.exchange.structurizr;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes a file apart into statements. */
final class Dsl {
    private static final int MAX_DEPTH = 100;

    private final SourceFile file;
    private final String text;
    private final List<Statement> top = new ArrayList<>();
    private final Deque<Statement> open = new ArrayDeque<>();
    private Statement statement;
    private int at;
    private int line = 1;

    private Dsl(SourceFile file) {
        this.text = file.text();
        this.file = file.emptied();
        this.statement = new Statement(this.file, 1);
    }

    /**
     * What stands in a file.
     *
     * @throws Malformed when a text, a comment or a block has no end
     */
    static List<Statement> of(SourceFile file) throws Malformed {
        Dsl dsl = new Dsl(file);
        dsl.read();
        return dsl.top;
    }

    private void read() throws Malformed {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                end();
                line++;
                at++;
                statement = new Statement(file, line);
            } else if (c == '\\' && restIsBlank(at + 1)) {
                at = text.indexOf('\n', at) + 1;
                at = at == 0 ? text.length() : at;
                line++;
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (c == '#' || text.startsWith("//", at)) {
                int next = text.indexOf('\n', at);
                at = next < 0 ? text.length() : next;
            } else if (c == '"') {
                statement.words.add(quoted());
            } else {
                word();
            }
        }
        end();
        if (!open.isEmpty()) {
            throw new Malformed(open.peek().line, "a block begins here and does not end");
        }
    }

    private boolean restIsBlank(int from) {
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Passes over the end of a line, and the blanks that the next one begins with. */
    private int nextLine(int from) {
        int i = from;
        boolean passed = false;
        while (i + 1 < text.length()
                && Character.isWhitespace(text.charAt(i + 1))
                && !(passed && text.charAt(i + 1) == '\n')) {
            i++;
            line += text.charAt(i) == '\n' ? 1 : 0;
            passed |= text.charAt(i) == '\n';
        }
        return i;
    }

    private void comment() throws Malformed {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw new Malformed(line, "a comment begins here and does not end");
        }
        skip(end + 2);
    }

    private void skip(int to) {
        for (; at < to; at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
    }

    private String quoted() throws Malformed {
        if (text.startsWith("\"\"\"", at)) {
            int end = text.indexOf("\"\"\"", at + 3);
            if (end < 0) {
                throw new Malformed(line, "a text begins here and does not end");
            }
            String block = text.substring(at + 3, end).strip();
            skip(end + 3);
            return block;
        }
        StringBuilder said = new StringBuilder();
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                said.append('"');
                i++;
            } else if (c == '\\' && restIsBlank(i + 1)) {
                i = nextLine(i);
            } else if (c == '"') {
                at = i + 1;
                return said.toString();
            } else {
                said.append(c);
            }
        }
        throw new Malformed(line, "a text begins here and does not end");
    }

    private void word() throws Malformed {
        int from = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && text.charAt(at) != '"') {
            at++;
        }
        String word = text.substring(from, at);
        if (word.equals("{")) {
            Statement begun = statement;
            end();
            if (open.size() >= MAX_DEPTH) {
                throw new Malformed(line, "nests too deep, and is not read");
            }
            open.push(begun);
            statement = new Statement(file, line);
        } else if (word.equals("}")) {
            end();
            if (open.isEmpty()) {
                throw new Malformed(line, "a brace closes nothing here");
            }
            open.pop();
            statement = new Statement(file, line);
        } else {
            statement.words.add(word);
        }
    }

    /** A statement without words counts only for the block behind it. */
    private void end() {
        if (!statement.words.isEmpty()) {
            (open.isEmpty() ? top : open.peek().inner).add(statement);
        }
    }
}
