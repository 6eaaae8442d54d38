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

    boolean isCode() {
        return switch (this) {
            case JAVA, TYPESCRIPT, TSX, PYTHON, GO -> true;
            case MARKDOWN, JSON, YAML, TEXT -> false;
        };
    }

    String ending() {
        return ending;
    }
}
