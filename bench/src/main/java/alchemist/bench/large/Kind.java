package alchemist.bench.large;

/** What a generated file is written in, with its share of the files of modules. */
enum Kind {
    JAVA(".java"),
    TYPESCRIPT(".ts"),
    TSX(".tsx"),
    PYTHON(".py"),
    GO(".go"),
    MARKDOWN(".md"),
    JSON(".json"),
    YAML(".yaml"),
    TEXT(".properties");

    private final String ending;

    Kind(String ending) {
        this.ending = ending;
    }

    String ending() {
        return ending;
    }
}
