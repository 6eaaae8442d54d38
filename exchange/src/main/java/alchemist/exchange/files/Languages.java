package alchemist.exchange.files;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The language that a file is written in, as its name tells. */
public final class Languages {
    private static final String[][] BY_EXTENSION = {
        {"Ada", "adb", "ads"},
        {"AsciiDoc", "adoc", "asciidoc"},
        {"Assembly", "asm", "s"},
        {"Batch", "bat", "cmd"},
        {"BibTeX", "bib"},
        {"C", "c", "h"},
        {"C#", "cs", "csx"},
        {"C++", "cc", "cpp", "cxx", "hh", "hpp", "hxx"},
        {"CMake", "cmake"},
        {"COBOL", "cbl", "cob"},
        {"CSS", "css"},
        {"CSV", "csv"},
        {"Clojure", "clj", "cljc", "cljs", "edn"},
        {"Cypher", "cyp", "cypher"},
        {"D", "d"},
        {"DOT", "dot", "gv"},
        {"Dart", "dart"},
        {"Diff", "diff", "patch"},
        {"Elixir", "ex", "exs"},
        {"Elm", "elm"},
        {"Erlang", "erl", "hrl"},
        {"F#", "fs", "fsi", "fsx"},
        {"Fortran", "f", "f03", "f08", "f90", "f95", "for"},
        {"GLSL", "frag", "glsl", "vert"},
        {"Go", "go"},
        {"Gradle", "gradle"},
        {"GraphML", "graphml"},
        {"GraphQL", "gql", "graphql", "graphqls"},
        {"Groovy", "groovy"},
        {"HCL", "hcl", "tf", "tfvars"},
        {"HTML", "htm", "html", "xhtml"},
        {"Haskell", "hs", "lhs"},
        {"INI", "cfg", "conf", "ini", "properties"},
        {"JSON", "geojson", "json", "json5", "jsonc", "jsonl", "ndjson"},
        {"Java", "java"},
        {"JavaScript", "cjs", "js", "jsx", "mjs"},
        {"Jinja", "j2", "jinja", "jinja2"},
        {"Julia", "jl"},
        {"Jupyter Notebook", "ipynb"},
        {"Kotlin", "kt", "kts"},
        {"Less", "less"},
        {"Lisp", "el", "lisp", "lsp"},
        {"Lua", "lua"},
        {"Makefile", "mak", "mk"},
        {"Markdown", "markdown", "md", "mdx"},
        {"Mermaid", "mermaid", "mmd"},
        {"Nix", "nix"},
        {"OCaml", "ml", "mli"},
        {"Objective-C", "m", "mm"},
        {"PHP", "php"},
        {"Pascal", "dpr", "pas"},
        {"Perl", "pl", "pm"},
        {"PlantUML", "iuml", "plantuml", "puml"},
        {"PowerShell", "ps1", "psm1"},
        {"Prolog", "pro"},
        {"Protocol Buffers", "proto"},
        {"Python", "py", "pyi", "pyw"},
        {"R", "r", "rmd"},
        {"Ruby", "gemspec", "rake", "rb"},
        {"Rust", "rs"},
        {"SCSS", "sass", "scss"},
        {"SQL", "ddl", "sql"},
        {"SVG", "svg"},
        {"Scala", "sbt", "sc", "scala"},
        {"Scheme", "rkt", "scm", "ss"},
        {"Shell", "bash", "fish", "ksh", "sh", "zsh"},
        {"Solidity", "sol"},
        {"Svelte", "svelte"},
        {"Swift", "swift"},
        {"TOML", "toml"},
        {"TeX", "cls", "sty", "tex"},
        {"Text", "text", "txt"},
        {"Turtle", "n3", "nt", "ttl"},
        {"TypeScript", "cts", "mts", "ts", "tsx"},
        {"VHDL", "vhd", "vhdl"},
        {"Verilog", "sv", "svh", "v"},
        {"Visual Basic", "bas", "vb"},
        {"Vue", "vue"},
        {"WebAssembly", "wat"},
        {"XML", "wsdl", "xml", "xsd", "xsl", "xslt"},
        {"YAML", "yaml", "yml"},
        {"Zig", "zig"},
        {"reStructuredText", "rst"},
    };

    private static final Map<String, String> BY_NAME =
            Map.of(
                    "dockerfile", "Dockerfile",
                    "containerfile", "Dockerfile",
                    "makefile", "Makefile",
                    "gnumakefile", "Makefile",
                    "cmakelists.txt", "CMake",
                    "jenkinsfile", "Groovy",
                    "rakefile", "Ruby",
                    "gemfile", "Ruby",
                    "justfile", "Just",
                    "build.bazel", "Starlark");

    private static final Map<String, String> LANGUAGES = table();

    private Languages() {}

    /** The language of a file of this name, or null where the name does not tell. */
    public static @Nullable String of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String known = BY_NAME.get(lower);
        int point = lower.lastIndexOf('.');
        return known != null || point < 0 ? known : LANGUAGES.get(lower.substring(point + 1));
    }

    private static Map<String, String> table() {
        Map<String, String> table = new TreeMap<>();
        for (String[] language : BY_EXTENSION) {
            for (int i = 1; i < language.length; i++) {
                table.put(language[i], language[0]);
            }
        }
        return table;
    }
}
