package alchemist.exchange.structurizr;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Workspaces of Structurizr: their models, not their views. */
public final class StructurizrModels implements FileKind {
    static final int MAX_BYTES = 8 << 20;

    private static final Pattern WORKSPACE =
            Pattern.compile("^[ \\t]*workspace\\b[^\\n]*\\{", Pattern.MULTILINE);

    private final List<List<Statement>> workspaces = new ArrayList<>();

    /** None read yet. */
    public StructurizrModels() {}

    @Override
    public boolean mayBe(String path) {
        return path.endsWith(".dsl");
    }

    @Override
    public boolean isSure(String path) {
        return false;
    }

    /** Files without a workspace are included by those that have one, or are of another tool. */
    @Override
    public boolean looksLike(String path, byte[] bytes) {
        return WORKSPACE.matcher(FileKind.glance(bytes)).find();
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        workspaces.add(Dsl.of(file));
    }

    @Override
    public void state(Blueprint blueprint) {
        Map<Id, Element> elements = new LinkedHashMap<>();
        List<Model> models = new ArrayList<>();
        for (List<Statement> workspace : workspaces) {
            Model model = new Model(blueprint, elements);
            model.read(workspace, 0);
            models.add(model);
        }
        for (Element one : elements.values()) {
            blueprint.declare(
                    one.file,
                    one.type,
                    one.name,
                    one.id,
                    one.facts(),
                    one.within == null ? Id.NONE : one.within.id,
                    one.holds);
        }
        models.forEach(Model::relate);
    }
}
