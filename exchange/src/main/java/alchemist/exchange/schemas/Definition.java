package alchemist.exchange.schemas;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;

/** A type, service or method that a schema defines. */
final class Definition {
    /**
     * What it says of another.
     *
     * @param name as it is written
     * @param reason such as the field that says so; empty where none does
     */
    record Use(String relation, String name, String reason, int line) {}

    final SourceFile file;
    final String type;

    /** With all that it is in. */
    final String fullName;

    /** What people call it. */
    final String name;

    final int line;
    final List<Use> uses = new ArrayList<>();
    final List<String> fields = new ArrayList<>();

    /** Methods of a service. */
    final List<Definition> members = new ArrayList<>();

    Definition(SourceFile file, String type, String fullName, String name, int line) {
        this.file = file;
        this.type = type;
        this.fullName = fullName;
        this.name = name;
        this.line = line;
    }

    Id id() {
        return Blueprint.id(file, type, fullName);
    }
}
