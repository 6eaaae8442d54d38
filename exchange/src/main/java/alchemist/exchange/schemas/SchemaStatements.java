package alchemist.exchange.schemas;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.schemas.Definition.Use;
import alchemist.kernel.Id;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What schemas of every kind state. */
final class SchemaStatements {
    private SchemaStatements() {}

    /** Adds what is defined, and what is in it. */
    static void declare(Definition one, Blueprint blueprint) {
        boolean group = !one.members.isEmpty();
        blueprint.declare(one.file, one.type, one.name, one.id(), facts(one), Id.NONE, group);
        for (Definition member : one.members) {
            blueprint.declare(
                    one.file,
                    member.type,
                    member.name,
                    member.id(),
                    facts(member),
                    one.id(),
                    false);
        }
    }

    private static Facts facts(Definition one) {
        Facts facts = Facts.at(one.line).texts("fields", one.fields);
        return one.fullName.equals(one.name) ? facts : facts.text("full name", one.fullName);
    }

    /**
     * Adds what one, and what is in it, says of others.
     *
     * @param named what a name means in a definition, or null where that is not known
     */
    static void link(
            Definition from,
            BiFunction<String, Definition, @Nullable Definition> named,
            Blueprint blueprint) {
        for (Use use : from.uses) {
            Definition to = named.apply(use.name(), from);
            if (to != null) {
                blueprint.edge(
                        use.relation(),
                        from.id(),
                        to.id(),
                        use.relation().equals("refers to") ? "fields" : "how",
                        use.reason(),
                        Facts.at(use.line()),
                        from.file);
            }
        }
        from.members.forEach(member -> link(member, named, blueprint));
    }
}
