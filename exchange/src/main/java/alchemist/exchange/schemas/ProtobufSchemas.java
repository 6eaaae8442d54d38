package alchemist.exchange.schemas;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.Nearest;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Root;
import alchemist.exchange.schemas.ProtobufParser.Import;
import alchemist.exchange.schemas.ProtobufParser.Schema;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schemas of Protocol Buffers: messages, enumerations, services and their methods. */
public final class ProtobufSchemas implements FileKind {
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Definition>> byName = new HashMap<>();

    /** None read yet. */
    public ProtobufSchemas() {}

    @Override
    public boolean mayBe(String path) {
        return path.endsWith(".proto");
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        ProtobufParser parser = new ProtobufParser(file);
        schemas.add(parser.schema());
        parser.parse();
    }

    @Override
    public void state(Blueprint blueprint) {
        for (Schema schema : schemas) {
            for (Definition one : schema.all()) {
                byName.computeIfAbsent(one.fullName, _ -> new ArrayList<>(1)).add(one);
                SchemaStatements.declare(one, blueprint);
            }
        }
        for (Schema schema : schemas) {
            for (Import one : schema.imported()) {
                addImport(one, schema.file(), blueprint);
            }
            for (Definition one : schema.all()) {
                SchemaStatements.link(one, this::named, blueprint);
            }
        }
    }

    /** Paths of imports begin in some folder above, or beside: the nearest that has the file. */
    private static void addImport(Import one, SourceFile file, Blueprint blueprint) {
        for (String up = file.folder(); ; up = Root.parent(up)) {
            for (String start : List.of(up, up.isEmpty() ? "proto" : up + "/proto")) {
                String path = start.isEmpty() ? one.path() : start + "/" + one.path();
                @Nullable Id to = blueprint.fileAt(path, file);
                if (to != null) {
                    Facts facts = Facts.at(one.line());
                    blueprint.edge("imports", blueprint.file(file), to, facts, file);
                    return;
                }
            }
            if (up.isEmpty()) {
                return;
            }
        }
    }

    /** What a name means: it is looked for inside, then in all that is around. */
    private @Nullable Definition named(String name, Definition from) {
        if (name.startsWith(".")) {
            return nearest(name.substring(1), from);
        }
        for (String scope = from.fullName; ; scope = scope.substring(0, scope.lastIndexOf('.'))) {
            Definition found = nearest(scope.isEmpty() ? name : scope + "." + name, from);
            if (found != null) {
                return found;
            }
            if (scope.indexOf('.') < 0) {
                return nearest(name, from);
            }
        }
    }

    private @Nullable Definition nearest(String fullName, Definition from) {
        List<Definition> found =
                Nearest.of(
                        byName.getOrDefault(fullName, List.of()),
                        one -> one.file,
                        from.file,
                        one -> !one.type.equals("Extension"));
        return found.size() == 1 ? found.getFirst() : null;
    }
}
