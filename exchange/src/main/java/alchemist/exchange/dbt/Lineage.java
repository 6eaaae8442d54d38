package alchemist.exchange.dbt;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.dbt.Jinja.Call;
import alchemist.exchange.dbt.Project.Relation;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connects what templates make with what they read and use. */
final class Lineage {
    private final Blueprint blueprint;
    private final List<Template> templates;

    Lineage(Blueprint blueprint, List<Template> templates) {
        this.blueprint = blueprint;
        this.templates = new ArrayList<>(templates);
    }

    /** Adds something that reads what is written outside of templates: {@code ref('orders')}. */
    void also(Project project, SourceFile file, Id id, String relation, List<Call> calls) {
        templates.add(new Template(project, file, id, relation, true, calls));
    }

    void add() {
        templates.forEach(this::connect);
    }

    private void connect(Template template) {
        boolean told = false;
        for (Call call : template.calls()) {
            String name = plain(call.name());
            if (name.equals("ref") || name.equals("source")) {
                Id to = meant(template.project(), call);
                if (to != null && !to.equals(template.id())) {
                    blueprint.edge(
                            template.relation(),
                            template.id(),
                            to,
                            Facts.at(call.line()),
                            template.file());
                } else if (to == null && template.mustKnow() && !told) {
                    told = warn(template, call, name);
                }
            } else {
                use(template, call);
            }
        }
    }

    /** Of Python's models and of templates that go by the built-in functions. */
    private static String plain(String name) {
        return name.startsWith("dbt.")
                ? name.substring(4)
                : name.startsWith("builtins.") ? name.substring(9) : name;
    }

    /** Tells what cannot be known; of what is computed once a file. */
    private static boolean warn(Template template, Call call, String name) {
        List<@Nullable String> arguments = call.arguments();
        if (arguments.isEmpty() || arguments.contains(null)) {
            template.file()
                    .warn(
                            call.line(),
                            "reads what is only known when it is run, which is left out");
            return true;
        }
        boolean elsewhere =
                name.equals("ref") && (template.project().hasPackages || arguments.size() > 1);
        if (!elsewhere) {
            template.file()
                    .warn(
                            call.line(),
                            "reads '"
                                    + String.join(".", arguments)
                                    + "', which nothing in its project defines");
        }
        return false;
    }

    /** What a call of {@code ref} or {@code source} means; null where that is not here. */
    static @Nullable Id meant(Project project, Call call) {
        String first = call.argument(0);
        String second = call.argument(1);
        boolean two = call.arguments().size() == 2;
        if (first == null || (two && second == null) || call.arguments().size() > 2) {
            return null;
        }
        if (plain(call.name()).equals("source")) {
            String key = first + "." + second;
            for (Project one : project.reach()) {
                Id id = one.sources.get(key);
                if (id != null) {
                    return id;
                }
            }
            return null;
        }
        String version = call.named().getOrDefault("version", call.named().getOrDefault("v", ""));
        String name = two && second != null ? second : first;
        for (Project one : project.reach()) {
            if (two && !one.name().equals(first)) {
                continue;
            }
            Relation found = one.relations.get(version.isEmpty() ? name : name + ".v" + version);
            if (found != null) {
                return found.id();
            }
        }
        return null;
    }

    /** What {@code ref(…)} or {@code source(…)} means that stands by itself. */
    static @Nullable Id meant(Project project, String written) {
        List<Call> calls = Jinja.ofPython(written).calls;
        return calls.isEmpty() ? null : meant(project, calls.getFirst());
    }

    /** Connects with a macro of the project, or of a package that is here. */
    private void use(Template template, Call call) {
        int point = call.name().lastIndexOf('.');
        String name = call.name().substring(point + 1);
        String in = point < 0 ? "" : call.name().substring(0, point);
        for (Project one : template.project().reach()) {
            List<Id> found = new ArrayList<>();
            if (call.name().equals("adapter.dispatch")) {
                String dispatched = call.argument(0);
                found.addAll(
                        dispatched == null
                                ? List.of()
                                : one.dispatched.getOrDefault(dispatched, List.of()));
            } else if (in.isEmpty() || in.equals(one.name())) {
                Id macro = one.macros.get(name);
                if (macro != null) {
                    found.add(macro);
                }
            }
            for (Id to : found) {
                if (!to.equals(template.id())) {
                    blueprint.edge(
                            "uses", template.id(), to, Facts.at(call.line()), template.file());
                }
            }
            if (!found.isEmpty()) {
                return;
            }
        }
    }
}
