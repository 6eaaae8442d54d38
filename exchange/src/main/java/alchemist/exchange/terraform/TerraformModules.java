package alchemist.exchange.terraform;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import alchemist.exchange.terraform.Block.Expression;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Modules of Terraform and OpenTofu: all files of a folder together are one, in which what is
 * declared is known by its address. Values of variables are not told: they may be secret.
 */
public final class TerraformModules implements FileKind {
    /** Arguments of a module's call that set no variable. */
    private static final Set<String> OWN_ARGUMENTS =
            Set.of("source", "version", "providers", "count", "for_each", "depends_on");

    private record Part(SourceFile file, Block block) {}

    private final List<Part> files = new ArrayList<>();

    /** By folder what is declared there, by its address. */
    private final Map<String, Map<String, Id>> modules = new HashMap<>();

    /** By call of a module the folder that it leads to. */
    private final Map<Id, String> called = new HashMap<>();

    /** None read yet. */
    public TerraformModules() {}

    @Override
    public boolean mayBe(String path) {
        return path.endsWith(".tf") || path.endsWith(".tofu") || path.endsWith(".tfvars");
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        Block whole = new Block("", List.of(), 1);
        files.add(new Part(file.emptied(), whole));
        HclParser.parse(file.text(), whole);
    }

    @Override
    public void state(Blueprint blueprint) {
        Map<Id, Part> parts = new LinkedHashMap<>();
        for (Part one : files) {
            if (!isValues(one.file)) {
                for (Block block : one.block.blocks()) {
                    declare(one.file, block, blueprint, parts);
                }
            }
        }
        parts.forEach((id, part) -> link(id, part, blueprint));
        for (Part one : files) {
            if (isValues(one.file)) {
                setValues(one, blueprint);
            }
        }
    }

    private static boolean isValues(SourceFile file) {
        return file.path().endsWith(".tfvars");
    }

    private void declare(SourceFile file, Block block, Blueprint blueprint, Map<Id, Part> parts) {
        String first = block.label(0);
        String second = block.label(1);
        switch (block.type()) {
            case "resource" -> add(file, "Resource", first + "." + second, block, blueprint, parts);
            case "data" ->
                    add(
                            file,
                            "Data source",
                            "data." + first + "." + second,
                            block,
                            blueprint,
                            parts);
            case "variable" -> add(file, "Variable", "var." + first, block, blueprint, parts);
            case "output" -> add(file, "Output", "output." + first, block, blueprint, parts);
            case "module" -> add(file, "Module call", "module." + first, block, blueprint, parts);
            case "provider" -> {
                String alias = block.attribute("alias").literal();
                String name = alias.isEmpty() ? first : first + "." + alias;
                add(file, "Provider", "provider." + name, block, blueprint, parts);
            }
            case "locals" ->
                    block.attributes()
                            .forEach(
                                    (name, said) -> {
                                        Block local =
                                                new Block("local", List.of(name), said.line());
                                        local.attributes().put(name, said);
                                        add(
                                                file,
                                                "Local value",
                                                "local." + name,
                                                local,
                                                blueprint,
                                                parts);
                                    });
            case "terraform" -> require(file, block, blueprint);
            default -> {} // moved, import, check, removed
        }
    }

    private void add(
            SourceFile file,
            String type,
            String address,
            Block block,
            Blueprint blueprint,
            Map<Id, Part> parts) {
        Id id = Blueprint.id(file, type, address);
        boolean typed = type.equals("Resource") || type.equals("Data source");
        String name = typed ? address : address.substring(address.indexOf('.') + 1);
        Facts facts =
                Facts.at(block.line())
                        .text("address", address)
                        .text("description", block.attribute("description").literal());
        if (typed) {
            facts.text("kind", block.label(0));
        }
        blueprint.declare(file, type, name, id, facts);
        modules.computeIfAbsent(file.folder(), _ -> new HashMap<>()).put(address, id);
        parts.put(id, new Part(file, block));
        String source = block.attribute("source").literal();
        @Nullable String folder =
                source.startsWith(".") ? Root.resolved(file.folder(), source) : null;
        if (type.equals("Module call") && folder != null) {
            called.put(id, folder);
        }
    }

    private static void require(SourceFile file, Block block, Blueprint blueprint) {
        for (Block inner : block.blocks()) {
            if (!inner.type().equals("required_providers")) {
                continue;
            }
            inner.attributes()
                    .forEach(
                            (name, said) -> {
                                String source = said.entries().getOrDefault("source", name);
                                String version =
                                        said.entries().getOrDefault("version", said.literal());
                                Id library = blueprint.library(library(source), file);
                                Facts facts = Facts.at(said.line()).text("requires", version);
                                blueprint.edge(
                                        "depends on", blueprint.file(file), library, facts, file);
                            });
        }
    }

    private static Library library(String source) {
        return new Library("terraform", source, source);
    }

    private void link(Id id, Part part, Blueprint blueprint) {
        SourceFile file = part.file;
        part.block
                .references()
                .forEach(
                        (reference, attributes) -> {
                            for (String attribute : attributes) {
                                refer(id, reference, attribute, file, blueprint);
                            }
                        });
        if (part.block.type().equals("module")) {
            call(id, part.block, file, blueprint);
        }
    }

    private void refer(
            Id id, String reference, String attribute, SourceFile file, Blueprint blueprint) {
        String relation = attribute.equals("depends_on") ? "depends on" : "refers to";
        String said = attribute.equals("depends_on") ? "" : attribute;
        String[] names = reference.split("\\.", -1);
        int length = names[0].equals("data") ? 3 : 2;
        if (names.length < length && !attribute.equals("provider")) {
            return; // a word of the language, or a name of an expression's own
        }
        String address =
                String.join(".", List.of(names).subList(0, Math.min(length, names.length)));
        if (attribute.equals("provider") || attribute.equals("providers")) {
            address = "provider." + reference;
        }
        @Nullable Id to = at(file.folder(), address);
        if (to != null && !to.equals(id)) {
            blueprint.edge(relation, id, to, "attributes", said, Facts.none(), file);
        }
        if (to != null && names[0].equals("module") && names.length > 2) {
            @Nullable Id output = at(called.getOrDefault(to, "\0"), "output." + names[2]);
            if (output != null) {
                blueprint.edge(relation, id, output, "attributes", said, Facts.none(), file);
            }
        }
    }

    private @Nullable Id at(String folder, String address) {
        return modules.getOrDefault(folder, Map.of()).get(address);
    }

    private void call(Id id, Block block, SourceFile file, Blueprint blueprint) {
        Expression source = block.attribute("source");
        if (source.literal().isEmpty()) {
            return;
        }
        if (!source.literal().startsWith(".")) {
            Id library = blueprint.library(library(source.literal()), file);
            Facts facts =
                    Facts.at(source.line()).text("requires", block.attribute("version").literal());
            blueprint.edge("depends on", id, library, facts, file);
            return;
        }
        String folder = called.getOrDefault(id, "\0");
        @Nullable Id there = blueprint.folderAt(folder, file);
        if (there == null) {
            file.warn(source.line(), "calls '" + source.literal() + "', where no file is read");
            return;
        }
        blueprint.edge("calls", id, there, Facts.at(source.line()), file);
        block.attributes()
                .forEach(
                        (name, said) -> {
                            @Nullable Id variable = at(folder, "var." + name);
                            if (variable != null && !OWN_ARGUMENTS.contains(name)) {
                                Facts facts = Facts.at(said.line());
                                blueprint.edge("sets", id, variable, facts, file);
                            }
                        });
    }

    private void setValues(Part values, Blueprint blueprint) {
        SourceFile file = values.file;
        values.block
                .attributes()
                .forEach(
                        (name, said) -> {
                            @Nullable Id variable = at(file.folder(), "var." + name);
                            if (variable != null) {
                                Id from = blueprint.file(file);
                                Facts facts = Facts.at(said.line());
                                blueprint.edge("sets", from, variable, facts, file);
                            }
                        });
    }
}
