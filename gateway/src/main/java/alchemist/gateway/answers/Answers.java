package alchemist.gateway.answers;

import alchemist.graph.read.Display;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.schema.SchemaBuilder;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What the schemas of answers have in common. */
final class Answers {
    /** What a cursor is. */
    static final String CURSOR = "asks for the next part; absent in the last";

    private Answers() {}

    /** Ends the schema of an answer, which is never read back. */
    static <T> Schema<T> written(SchemaBuilder<T> builder) {
        return builder.make(
                _ -> {
                    throw new UnsupportedOperationException("an answer is written, not read");
                });
    }

    /** Describes a name as it is shown, with two tags. */
    static <T> SchemaBuilder<T> name(SchemaBuilder<T> builder, int tag, Function<T, Display> name) {
        return builder.text(
                        tag, "name", "the display name; may be empty", r -> name.apply(r).text())
                .required()
                .flag(
                        tag + 1,
                        "erased",
                        "a part of the name can no longer be read, because a person was erased",
                        r -> name.apply(r).erased());
    }

    /** Describes the position that an answer is true at. */
    static <T> SchemaBuilder<T> position(SchemaBuilder<T> builder, ToLongFunction<T> position) {
        return builder.count(1, "position", "the position that this is true at", position)
                .required();
    }
}
