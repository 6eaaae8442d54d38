package alchemist.bench.large;

import java.util.ArrayList;
import java.util.List;

/** A part of the generated system, in one language, with its documents and settings beside. */
final class Module {
    final String name;
    final Kind kind;
    final List<GeneratedFile> files = new ArrayList<>();

    /** Names of its types, for others to use. */
    final List<String> types = new ArrayList<>();

    Module(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** Its folder. */
    String folder() {
        return switch (kind) {
            case JAVA -> "services/" + name;
            case TYPESCRIPT, TSX -> "web/" + name;
            case PYTHON -> "analysis/" + name;
            default -> "tools/" + name;
        };
    }

    /** The folder of its code. */
    String code(String part, boolean test) {
        return folder()
                + switch (kind) {
                    case JAVA ->
                            (test ? "/src/test/java/" : "/src/main/java/")
                                    + "org/example/"
                                    + name.replace("-", "")
                                    + "/"
                                    + part;
                    case TYPESCRIPT, TSX -> (test ? "/test/" : "/src/") + part;
                    case PYTHON -> "/" + name.replace('-', '_') + "/" + part;
                    default -> "/internal/" + part;
                };
    }
}
