package alchemist.exchange.structurizr;

import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person, system, container or the like, or what holds some of them. */
final class Element {
    final Id id;
    final String type;
    final String name;

    /** Where it is declared. */
    final SourceFile file;

    final int line;

    /** What it stands in, or null. */
    final @Nullable Element within;

    /** What it is called in full where it is referred to; of a boundary, what is around it. */
    final String called;

    String description = "";
    String technology = "";
    String url = "";
    final List<String> tags = new ArrayList<>();
    boolean holds;

    Element(
            Id id,
            String type,
            String name,
            SourceFile file,
            int line,
            @Nullable Element within,
            String called) {
        this.id = id;
        this.type = type;
        this.name = name;
        this.file = file;
        this.line = line;
        this.within = within;
        this.called = called;
    }

    Facts facts() {
        return Facts.at(line)
                .text("description", description)
                .text("technology", technology)
                .text("url", url)
                .texts("tags", tags);
    }
}
