package alchemist.exchange.contracts;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Documents of OpenAPI and AsyncAPI. */
public final class Contracts implements FileKind {
    private static final List<String> NAMES = List.of("openapi", "swagger", "asyncapi");
    private static final Pattern IN_JSON =
            Pattern.compile("\"(?:openapi|swagger|asyncapi)\"\\s*:\\s*\"[0-9]");

    private final Map<String, Contract> byPath = new LinkedHashMap<>();

    /** None read yet. */
    public Contracts() {}

    @Override
    public boolean mayBe(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
    }

    @Override
    public boolean isSure(String path) {
        return false;
    }

    @Override
    public boolean looksLike(String path, byte[] bytes) {
        String text = FileKind.glance(bytes);
        return path.endsWith(".json")
                ? IN_JSON.matcher(text).find()
                : NAMES.stream().anyMatch(name -> FileKind.hasKey(text, name));
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        Tree tree = file.documents().getFirst();
        for (String name : NAMES) {
            String version = tree.text(name);
            if (!version.isEmpty() && Character.isDigit(version.charAt(0))) {
                byPath.put(
                        file.path(),
                        new Contract(file.emptied(), tree, name.equals("asyncapi"), name, version));
                return;
            }
        }
    }

    @Override
    public void state(Blueprint blueprint) {
        Map<Contract, Parts> parts = new LinkedHashMap<>();
        for (Contract one : byPath.values()) {
            Parts declared = new Parts(one, blueprint);
            declared.declare();
            parts.put(one, declared);
        }
        References references = new References(byPath, parts, blueprint);
        parts.forEach(
                (one, declared) -> {
                    if (one.asynchronous()) {
                        new AsyncLinks(one, declared, references).add();
                    } else {
                        new OpenApiLinks(one, declared, references).add();
                    }
                });
    }
}
