package alchemist.exchange.dbt;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.dbt.Descriptions.Relationship;
import alchemist.exchange.dbt.Descriptions.Said;
import alchemist.exchange.dbt.Project.Relation;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States what is declared in YAML alone: sources, exposures, what is measured, and tests. */
final class Declarations {
    private final Blueprint blueprint;
    private final Project project;
    private final Descriptions descriptions;
    private final Lineage lineage;

    Declarations(Blueprint blueprint, Project project, Descriptions descriptions, Lineage lineage) {
        this.blueprint = blueprint;
        this.project = project;
        this.descriptions = descriptions;
        this.lineage = lineage;
    }

    void add() {
        descriptions.all("sources").forEach(this::source);
        descriptions.all("snapshots").forEach(this::snapshot);
        descriptions.all("exposures").forEach(this::exposure);
        descriptions.all("unit_tests").forEach(this::unitTest);
        descriptions.all("semantic_models").forEach(this::semanticModel);
        descriptions.all("metrics").forEach(this::metric);
        descriptions.all("metrics").forEach(this::measured);
        for (String kind : List.of("models", "seeds", "snapshots")) {
            descriptions.all(kind).forEach(this::relationships);
        }
    }

    private Id declare(Said said, String type, Facts facts) {
        Id id = Blueprint.id(said.file(), "dbt " + type, said.name());
        facts.text("label", said.tree().text("label"))
                .text("description", descriptions.filled(said.tree().text("description")));
        return blueprint.declare(said.file(), type, said.name(), id, facts);
    }

    private static Facts facts(Said said) {
        return Facts.at(said.tree().line());
    }

    private void source(Said said) {
        Tree source = said.tree();
        Id group = Blueprint.id(said.file(), "dbt source", said.name());
        blueprint.declare(
                said.file(),
                "Table source",
                said.name(),
                group,
                facts(said)
                        .text("description", descriptions.filled(source.text("description")))
                        .text("database", written(source, "database"))
                        .text("schema", written(source, "schema")),
                Id.NONE,
                true);
        for (Tree table : source.each("tables")) {
            String name = table.text("name");
            if (name.isEmpty()) {
                continue;
            }
            Id id = Blueprint.id(said.file(), "dbt source", said.name() + "\0" + name);
            Facts facts =
                    Facts.at(table.line())
                            .text("identifier", written(table, "identifier"))
                            .text("loaded at", written(table, "loaded_at_field"));
            descriptions.describe(table, facts);
            blueprint.declare(said.file(), "Source table", name, id, facts, group, false);
            project.sources.putIfAbsent(said.name() + "." + name, id);
        }
    }

    /** A setting that is a text, and not what only a run would tell. */
    private static String written(Tree tree, String name) {
        String text = tree.text(name);
        return text.contains("{{") ? "" : text;
    }

    /** A snapshot that no template makes. */
    private void snapshot(Said said) {
        String of = said.tree().text("relation");
        if (of.isEmpty() || project.relations.containsKey(said.name())) {
            return;
        }
        Facts facts = facts(said);
        descriptions.describe(said.tree(), facts);
        Id id = Blueprint.id(said.file(), "dbt", said.name());
        blueprint.declare(said.file(), "Snapshot", said.name(), id, facts);
        project.relations.put(said.name(), new Relation(id, said.file()));
        reads(said, id, "reads", List.of(said.tree().at("relation")));
    }

    private void reads(Said said, Id id, String relation, List<Tree> written) {
        for (Tree one : written) {
            List<Jinja.Call> calls = new ArrayList<>();
            for (Jinja.Call call : Jinja.ofPython(one.text()).calls) {
                calls.add(new Jinja.Call(call.name(), call.arguments(), call.named(), one.line()));
            }
            lineage.also(project, said.file(), id, relation, calls);
        }
    }

    private void exposure(Said said) {
        Id id =
                declare(
                        said,
                        "Exposure",
                        facts(said)
                                .text("kind", said.tree().text("type"))
                                .text("maturity", said.tree().text("maturity")));
        reads(said, id, "reads", said.tree().each("depends_on"));
    }

    private void unitTest(Said said) {
        Id id = declare(said, "Unit test", facts(said));
        Relation model = project.relations.get(said.tree().text("model"));
        if (model != null) {
            blueprint.edge("tests", id, model.id(), facts(said), said.file());
        }
    }

    private void semanticModel(Said said) {
        Tree tree = said.tree();
        Id id =
                declare(
                        said,
                        "Semantic model",
                        facts(said)
                                .texts("entities", names(tree.each("entities")))
                                .texts("dimensions", names(tree.each("dimensions")))
                                .texts("measures", names(tree.each("measures"))));
        names(tree.each("measures")).forEach(one -> project.measures.putIfAbsent(one, id));
        reads(said, id, "reads", List.of(tree.at("model")));
    }

    private static List<String> names(List<Tree> all) {
        return all.stream().map(one -> one.text("name")).filter(n -> !n.isEmpty()).toList();
    }

    private void metric(Said said) {
        String kind = said.tree().text("type");
        Id id = declare(said, "Metric", facts(said).text("kind", kind));
        project.metrics.putIfAbsent(said.name(), id);
    }

    /** What a metric is worked out from. */
    private void measured(Said said) {
        Id id = project.metrics.get(said.name());
        Tree with = said.tree().at("type_params");
        if (id == null) {
            return;
        }
        for (String measure : named(with.each("measure"))) {
            connect(said, id, project.measures.get(measure), measure);
        }
        for (String list : List.of("metrics", "numerator", "denominator")) {
            for (String metric : named(with.each(list))) {
                connect(said, id, project.metrics.get(metric), "");
            }
        }
    }

    private static List<String> named(List<Tree> all) {
        return all.stream().map(one -> one.isMap() ? one.text("name") : one.text()).toList();
    }

    private void connect(Said said, Id from, @Nullable Id to, String of) {
        if (to != null && !to.equals(from)) {
            blueprint.edge("reads", from, to, "measures", of, facts(said), said.file());
        }
    }

    private void relationships(Said said) {
        for (Relationship one : descriptions.relationships(said.tree())) {
            Relation from = project.relations.get(said.name());
            Id to = Lineage.meant(project, one.to());
            if (from != null && to != null) {
                String field = one.field().isEmpty() ? "" : " → " + one.field();
                blueprint.edge(
                        "references",
                        from.id(),
                        to,
                        "columns",
                        one.column() + field,
                        Facts.at(one.line()),
                        said.file());
            }
        }
    }
}
