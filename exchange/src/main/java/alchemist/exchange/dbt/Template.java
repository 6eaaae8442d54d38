package alchemist.exchange.dbt;

import alchemist.exchange.blueprint.SourceFile;
import alchemist.kernel.Id;
import java.util.List;

/**
 * Something that a template makes, with what it calls.
 *
 * @param relation how it is tied to what it reads: {@code reads}, or {@code tests}
 * @param mustKnow whether what it reads has to be there
 */
record Template(
        Project project,
        SourceFile file,
        Id id,
        String relation,
        boolean mustKnow,
        List<Jinja.Call> calls) {}
