package alchemist.exchange.mermaid;

import org.jspecify.annotations.Nullable;

/**
 * What stands between two classes, such as {@code <|--}.
 *
 * @param says what the one that it goes from does with the other
 * @param turned whether it goes from the second class to the first
 * @param both whether both its ends are the same
 * @param association whether it is no more than that they have to do with one another
 */
public record ClassRelation(
        String says, boolean turned, boolean both, boolean association, boolean lollipop) {
    /** What may stand at an end; the stronger before the weaker. */
    private enum End {
        EXTENSION,
        COMPOSITION,
        AGGREGATION,
        LOLLIPOP,
        ARROW,
        NONE
    }

    /** Takes the relation that stands here; null and unmoved where none does. */
    static @Nullable ClassRelation take(Cursor cursor) {
        int start = cursor.position();
        End left = end(cursor);
        cursor.skipSpaces();
        boolean dotted = cursor.sees("..");
        if (!dotted && !cursor.sees("--")) {
            cursor.moveTo(start);
            return null;
        }
        cursor.skip(2);
        cursor.skipSpaces();
        End right = end(cursor);
        return of(left, right, dotted);
    }

    private static End end(Cursor cursor) {
        if (cursor.take("<|") || cursor.take("|>")) {
            return End.EXTENSION;
        }
        if (cursor.take("()")) {
            return End.LOLLIPOP;
        }
        if (cursor.take("<") || cursor.take(">")) {
            return End.ARROW;
        }
        if (cursor.take("*")) {
            return End.COMPOSITION;
        }
        if (cursor.peek() == 'o' && !Cursor.isWord(cursor.peek(1))) {
            cursor.skip(1);
            return End.AGGREGATION;
        }
        return End.NONE;
    }

    /**
     * What stands between two classes with such ends.
     *
     * @param left the sign at the first, such as {@code <|}, {@code *} or nothing
     * @param right the sign at the second
     */
    public static ClassRelation between(String left, String right, boolean dotted) {
        return of(end(new Cursor(left, 0)), end(new Cursor(right, 0)), dotted);
    }

    private static ClassRelation of(End left, End right, boolean dotted) {
        boolean byLeft = left.compareTo(right) < 0;
        End end = byLeft ? left : right;
        boolean both = left == right && left != End.NONE;
        return switch (end) {
            case EXTENSION ->
                    new ClassRelation(
                            dotted ? "implements" : "extends", byLeft, both, false, false);
            case COMPOSITION ->
                    new ClassRelation("composed of", !byLeft && !both, both, false, false);
            case AGGREGATION ->
                    new ClassRelation("aggregates", !byLeft && !both, both, false, false);
            case LOLLIPOP -> new ClassRelation("implements", byLeft, both, false, true);
            case ARROW ->
                    dotted
                            ? new ClassRelation("uses", byLeft, both, false, false)
                            : new ClassRelation("associated with", byLeft, both, true, false);
            case NONE -> new ClassRelation("associated with", false, false, true, false);
        };
    }
}
