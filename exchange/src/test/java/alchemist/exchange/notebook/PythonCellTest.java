package alchemist.exchange.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PythonCellTest {
    @Test
    void magicsAndCommandsDoNothingWhereTheyStand() {
        assertEquals(
                """
                pass
                import numpy as np
                for name in names:
                    pass
                    print(name)
                pass
                pass
                pass

                x = 1
                """,
                plain(
                        """
                        %matplotlib inline
                        import numpy as np
                        for name in names:
                            !wc {name}
                            print(name)
                        files = !ls "*.csv"
                        np.sin?
                        !pip install numpy \\
                            pandas
                        x = 1
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%load_ext autoreload",
                "%time",
                "%lprun -f f f(x)",
                "?len",
                "len??",
                "np.*load*?",
                "x = %sql select 1",
                "a, b = !ls",
                "/f x",
                ";f x",
                ",f x",
                "pip install numpy",
                "conda install -c x y",
                "%run ../05-other.ipynb",
                "%run -m x.y",
                "%cd data"
            })
    void linesThatOnlyNotebooksKnowDoNothing(String line) {
        assertEquals("pass\n", plain(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 5 % 3",
                "x != y",
                "x = a if b != c else d",
                "'what?'",
                "f('%s?' % x)",
                "# why?",
                "pip in tools",
                "pip = 3",
                "x = '!ls'",
                "await f()",
                "@wraps"
            })
    void whatIsPythonStaysAsItIs(String line) {
        assertEquals(line + "\n", plain(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%timeit -n 10 -r3 f(x) | f(x)",
                "%timeit f(-1) | f(-1)",
                "%time x = f() | x = f()",
                "%prun -s cumulative f(y) | f(y)",
                "%run helpers.py | from .helpers import *",
                "%run ./lib/helpers | from .lib.helpers import *",
                "%run -i '../../setup.ipynb' | from ...setup import *",
                "%run setup $day=3 | from .setup import *"
            })
    void magicsThatRunPythonAreWhatTheyRun(String line, String python) {
        assertEquals(python + "\n", plain(line));
    }

    @Test
    void linesWithinBracketsAndTextsAreNoMagics() {
        String python =
                """
                x = (a
                % b)
                y = '''
                %time
                ! "
                \\''' ?
                '''
                z = a \\
                % b
                u = 'it\\'s' # (
                """;
        assertEquals(python + "pass\n", plain(python + "%cd"));
    }

    @Test
    void whatAMagicRunsMayGoOn() {
        assertEquals("f(1,\n% 2)\npass\n", plain("%time f(1,\n% 2)\n%cd"));
    }

    @Test
    void cellsOfAnotherLanguageAreEmptyAndThoseThatAreOnlyMeasuredAreNot() {
        assertEquals("\n\n\n", plain("%%bash\nls | wc?\nimport x\n"));
        assertEquals("\n\n\n", plain("\n%%writefile a.py\nx = 1"));
        assertEquals("\n\nx = f()\n", plain("%%time\n%%capture out\nx = f()"));
        assertEquals("\n\n", plain("%%time\n%%html"));
    }

    @Test
    void aCellMayBeIndentedAsAWhole() {
        assertEquals("x = 1\nif x:\n    pass\n", plain("  x = 1\n  if x:\n      !ls"));
    }

    @Property
    void anyTextHasAsManyLinesAsBefore(
            @ForAll
                    @Chars({'\n', '%', '!', '\\', '"', '\'', '(', ')', '?', ' ', '=', '#'})
                    @CharRange(from = 'a', to = 'c')
                    @StringLength(max = 60)
                    String text) {
        List<String> lines = List.of(text.split("\n", -1));
        assertEquals(lines.size(), new PythonCell(lines).plain().size());
    }

    private static String plain(String cell) {
        List<String> lines = cell.lines().toList();
        return String.join("\n", new PythonCell(lines).plain()) + "\n";
    }
}
