package alchemist.graph.same;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a type of things is written down; the first is where it would stay. */
enum Notation {
    TABLE("a table of SQL"),
    PROTOBUF("a message of Protocol Buffers"),
    GRAPHQL("a type of GraphQL"),
    SCHEMA("a schema of an API"),
    ONTOLOGY("a class of an ontology"),
    JAVA("a type of Java"),
    KOTLIN("a type of Kotlin"),
    CSHARP("a type of C#"),
    PHP("a type of PHP"),
    PYTHON("a class of Python"),
    RUBY("a class of Ruby"),
    GO("a type of Go"),
    RUST("a type of Rust"),
    C("a type of C"),
    SCRIPT("a type of JavaScript or TypeScript"),
    DRAWN("a drawn type");

    private static final Set<String> TYPES =
            Set.of("Class", "Interface", "Enumeration", "Record", "Struct", "Trait", "Type");
    private static final Set<String> GRAPHQL_TYPES =
            Set.of("Object type", "Input type", "Interface", "Enumeration", "Union", "Scalar");
    private static final Set<String> DRAWN_TYPES =
            Set.of("Entity", "Class", "Abstract class", "Interface", "Enumeration", "Record");

    private final String told;

    Notation(String told) {
        this.told = told;
    }

    /** With its article. */
    String told() {
        return told;
    }

    boolean isCode() {
        return switch (this) {
            case JAVA, KOTLIN, CSHARP, PHP, PYTHON, RUBY, GO, RUST, C, SCRIPT -> true;
            case TABLE, PROTOBUF, GRAPHQL, SCHEMA, ONTOLOGY, DRAWN -> false;
        };
    }

    /** That of a node; null where it is the definition of no type. */
    static @Nullable Notation of(Look look) {
        String path = look.path().toLowerCase(Locale.ROOT);
        if (look.diagram() >= 0) {
            return look.isAny(DRAWN_TYPES) ? DRAWN : null;
        }
        if (look.is("Table")) {
            return path.isEmpty() ? null : TABLE;
        }
        if (look.is("Message")) {
            return path.endsWith(".proto") ? PROTOBUF : null;
        }
        if (look.is("Schema")) {
            return path.isEmpty() ? null : SCHEMA;
        }
        if (look.is("owl:Class") || look.is("rdfs:Class")) {
            return ONTOLOGY;
        }
        int dot = path.lastIndexOf('.');
        String end = dot < 0 ? "" : path.substring(dot + 1);
        return switch (end) {
            case "graphql", "graphqls", "gql" -> look.isAny(GRAPHQL_TYPES) ? GRAPHQL : null;
            case "proto" -> look.is("Enumeration") ? PROTOBUF : null;
            default -> look.isAny(TYPES) ? code(end) : null;
        };
    }

    private static @Nullable Notation code(String end) {
        return switch (end) {
            case "java" -> JAVA;
            case "kt", "kts" -> KOTLIN;
            case "cs" -> CSHARP;
            case "php" -> PHP;
            case "py" -> PYTHON;
            case "rb" -> RUBY;
            case "go" -> GO;
            case "rs" -> RUST;
            case "c", "h", "cc", "cpp", "hpp", "cxx" -> C;
            case "ts", "tsx", "js", "jsx", "mjs", "mts" -> SCRIPT;
            default -> null;
        };
    }
}
