package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.deployment.Dockerfile.Copied;
import alchemist.exchange.deployment.Dockerfile.Stage;
import alchemist.exchange.deployment.Dockerfile.Use;
import alchemist.exchange.files.Languages;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dockerfiles: their stages, the images that these are based on, and the files that they copy. */
public final class Dockerfiles implements FileKind {
    private final List<Dockerfile> all = new ArrayList<>();

    /** None read yet. */
    public Dockerfiles() {}

    @Override
    public boolean mayBe(String path) {
        return isDockerfile(path);
    }

    static boolean isDockerfile(String path) {
        String name = Root.name(path).toLowerCase(Locale.ROOT);
        return name.equals("dockerfile")
                || name.equals("containerfile")
                || (name.startsWith("dockerfile.")
                        && !name.endsWith(".dockerignore")
                        && Languages.of(name) == null) // else the code of a type of that name
                || name.endsWith(".dockerfile")
                || name.endsWith(".containerfile");
    }

    @Override
    public void read(SourceFile file) {
        all.add(Dockerfile.of(file));
    }

    @Override
    public void state(Blueprint blueprint) {
        for (Dockerfile one : all) {
            Id file = blueprint.file(one.file);
            for (Stage stage : one.stages) {
                blueprint.declare(
                        one.file,
                        "Build stage",
                        stage.shown(),
                        id(one, stage),
                        Facts.at(stage.line()).texts("ports", stage.ports()));
            }
            for (Stage stage : one.stages) {
                for (Use use : stage.uses()) {
                    use(one, stage, use, file, blueprint);
                }
                for (Copied copied : stage.copied()) {
                    copy(one, stage, copied, blueprint);
                }
            }
        }
    }

    private static Id id(Dockerfile one, Stage stage) {
        String key = stage.name().isEmpty() ? "" + stage.number() : stage.name();
        return Blueprint.id(one.file, "Build stage", key);
    }

    /** A stage is based on, or copies from, an earlier one or an image. */
    private static void use(Dockerfile one, Stage stage, Use use, Id file, Blueprint blueprint) {
        String relation = use.how().equals("base") ? "based on" : "copies from";
        @Nullable Stage earlier = one.stage(use.what(), stage);
        if (earlier != null) {
            Facts facts = Facts.at(use.line());
            blueprint.edge(relation, id(one, stage), id(one, earlier), facts, one.file);
        } else if (Dockerfile.isImage(use.what())) {
            Image image = Image.of(use.what());
            Id to = image.add(blueprint, one.file);
            blueprint.edge(relation, id(one, stage), to, facts(use, image), one.file);
            blueprint.edge("based on", file, to, "how", use.how(), facts(use, image), one.file);
        }
    }

    private static Facts facts(Use use, Image image) {
        return Facts.at(use.line()).text("version", image.version());
    }

    /**
     * What is copied stands in the folder that the build is run in, which a Dockerfile does not
     * say: it is looked for in its own folder and those above.
     */
    private static void copy(Dockerfile one, Stage stage, Copied copied, Blueprint blueprint) {
        String folder = one.file.folder();
        while (true) {
            String path = Root.resolved(folder, copied.path());
            if (path == null || path.equals(folder)) {
                return; // all that there is says nothing
            }
            @Nullable Id to = blueprint.fileAt(path, one.file);
            to = to == null ? blueprint.folderAt(path, one.file) : to;
            if (to != null) {
                boolean own = folder.equals(one.file.folder());
                Facts facts = Facts.at(copied.line()).text("resolved", own ? "" : "by name");
                blueprint.edge("copies", id(one, stage), to, facts, one.file);
                return;
            }
            if (folder.isEmpty()) {
                return;
            }
            folder = Root.parent(folder);
        }
    }
}
