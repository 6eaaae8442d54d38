package alchemist.exchange.dbt;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import java.util.ArrayList;
import java.util.List;

/**
 * Projects of dbt. Only their settings say so of themselves; which files are models, seeds, macros
 * and tests the settings say.
 */
public final class DbtProjects implements FileKind {
    private final List<Project> projects = new ArrayList<>();

    /** None read yet. */
    public DbtProjects() {}

    @Override
    public boolean mayBe(String path) {
        String name = Root.name(path);
        return name.equals("dbt_project.yml") || name.equals("dbt_project.yaml");
    }

    @Override
    public void read(SourceFile file) throws Malformed {
        for (Tree settings : file.documents()) {
            if (!settings.isMap() || settings.text("name").isEmpty()) {
                throw new Malformed(settings.line(), "describes no project of dbt: it has no name");
            }
            projects.add(new Project(file.emptied(), settings));
            return;
        }
    }

    @Override
    public void state(Blueprint blueprint) {
        if (!projects.isEmpty()) {
            new ProjectFiles(blueprint, projects).add();
        }
    }
}
