package alchemist.exchange.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of Python as a file would have it, line by line. IPython knows more than Python: magics
 * ({@code %matplotlib}, {@code %%bash}), commands of the shell ({@code !pip}) and questions ({@code
 * len?}). They become {@code pass}, so that a block that holds nothing else still has a line.
 */
final class PythonCell {
    /** Magics whose cell is Python of the notebook all the same. */
    private static final Set<String> OF_PYTHON =
            Set.of(
                    "time",
                    "timeit",
                    "capture",
                    "prun",
                    "memit",
                    "mprun",
                    "px",
                    "debug",
                    "snakeviz");

    /** Magics that run what stands behind their options. */
    private static final Pattern RUNS =
            Pattern.compile(
                    "%(?:time|timeit|prun|memit)\\b"
                            + "(?:\\s+-s\\s+\\w+|\\s+-[a-zA-Z]+(?:\\s*\\d+)?)*+\\s*+(\\S.*)?");

    private static final Pattern CELL = Pattern.compile("%%([\\w.]*)");

    /** A script that is run as if it stood here. */
    private static final Pattern SCRIPT =
            Pattern.compile(
                    "%run\\s+(?:-[a-ln-z]\\s+)*[\"']?((?:\\.{1,2}/)*)((?:[A-Za-z_]\\w*/)*[A-Za-z_]\\w*)"
                            + "(?:\\.py|\\.ipynb)?[\"']?(?:\\s.*)?");

    private static final Pattern GIVEN = Pattern.compile("[\\w.\\[\\]'\", *()]+?=\\s*[!%].*");
    private static final Pattern ASKED = Pattern.compile("[^#\"']*[\\w\\])*.]\\?{1,2}\\s*");
    private static final Pattern INSTALLED =
            Pattern.compile("(?:pip3?|conda|mamba)\\s+(?!(?:in|is|if|and|or|not)\\b)[a-z].*");

    private static final String NOTHING = "pass";

    private final List<String> lines;
    private final List<String> plain = new ArrayList<>();
    private final PythonLines python = new PythonLines();

    PythonCell(List<String> lines) {
        this.lines = lines;
    }

    /** As many lines as the cell has. */
    List<String> plain() {
        String indent = "";
        boolean begun = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!begun && !line.isBlank()) {
                Matcher cell = CELL.matcher(line.strip());
                if (cell.lookingAt() && !OF_PYTHON.contains(cell.group(1))) {
                    return rest();
                }
                if (cell.lookingAt()) {
                    plain.add("");
                    continue;
                }
                begun = true;
                indent = line.substring(0, line.length() - line.stripLeading().length());
            }
            add(line.startsWith(indent) ? line.substring(indent.length()) : line);
        }
        return plain;
    }

    /** All that follows is written in something else. */
    private List<String> rest() {
        while (plain.size() < lines.size()) {
            plain.add("");
        }
        return plain;
    }

    private void add(String line) {
        if (python.isOpen() || line.isBlank()) {
            take(line);
            return;
        }
        String text = line.strip();
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        Matcher runs = RUNS.matcher(text);
        Matcher script = SCRIPT.matcher(text);
        if (runs.matches()) {
            take(indent + (runs.group(1) == null ? NOTHING : runs.group(1)));
        } else if (script.matches()) {
            String up = script.group(1).replace("./", "");
            take(indent + "from ." + up + script.group(2).replace('/', '.') + " import *");
        } else if ("%!?,;/".indexOf(text.charAt(0)) >= 0
                || GIVEN.matcher(text).matches()
                || ASKED.matcher(text).matches()
                || INSTALLED.matcher(text).matches()) {
            plain.add(indent + NOTHING);
            python.command(line);
        } else {
            take(line);
        }
    }

    private void take(String line) {
        plain.add(python.isCommand() ? "" : line);
        python.line(line);
    }
}
