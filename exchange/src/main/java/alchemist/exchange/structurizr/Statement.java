package alchemist.exchange.structurizr;

import alchemist.exchange.blueprint.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** A line of a file, with those that stand in braces behind it. */
final class Statement {
    final SourceFile file;

    /** From 1. */
    final int line;

    /** Words and texts, in their order; texts without their quotes. */
    final List<String> words = new ArrayList<>();

    final List<Statement> inner = new ArrayList<>();

    Statement(SourceFile file, int line) {
        this.file = file;
        this.line = line;
    }
}
