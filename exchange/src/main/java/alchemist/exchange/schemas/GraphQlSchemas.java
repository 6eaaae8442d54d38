package alchemist.exchange.schemas;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.Nearest;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.schemas.Definition.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schemas of GraphQL: types, and the operations that their roots offer. */
public final class GraphQlSchemas implements FileKind {
    private static final Set<String> USUAL_ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final List<Definition> all = new ArrayList<>();
    private final Map<String, String> roots = new HashMap<>();
    private final Map<String, List<Definition>> byName = new HashMap<>();

    /** None read yet. */
    public GraphQlSchemas() {}

    @Override
    public boolean mayBe(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".graphql") || lower.endsWith(".graphqls") || lower.endsWith(".gql");
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        GraphQlParser parser = new GraphQlParser(file);
        try {
            parser.parse();
        } finally {
            all.addAll(parser.all());
            roots.putAll(parser.roots());
        }
    }

    @Override
    public void state(Blueprint blueprint) {
        for (Definition one : all) {
            if (!isRoot(one)) {
                foldFields(one);
            }
            SchemaStatements.declare(one, blueprint);
            if (!one.type.equals("Extension")) {
                byName.computeIfAbsent(one.name, _ -> new ArrayList<>(1)).add(one);
            }
        }
        for (Definition one : all) {
            SchemaStatements.link(one, this::named, blueprint);
        }
    }

    private boolean isRoot(Definition one) {
        return roots.containsKey(one.name) || USUAL_ROOTS.contains(one.name);
    }

    /** Only what can be asked for is a thing of its own; other fields are their type's. */
    private static void foldFields(Definition one) {
        for (Definition field : one.members) {
            for (Use use : field.uses) {
                one.uses.add(new Use("refers to", use.name(), field.name, use.line()));
            }
        }
        one.members.clear();
    }

    private @Nullable Definition named(String name, Definition from) {
        List<Definition> found =
                Nearest.of(
                        byName.getOrDefault(name, List.of()),
                        one -> one.file,
                        from.file,
                        _ -> true);
        return found.size() == 1 ? found.getFirst() : null;
    }
}
