package alchemist.exchange.mermaid;

/** Lines that every kind of diagram may have: accessible titles and descriptions. */
final class CommonLines {
    private CommonLines() {}

    /** Takes such a line if one stands here. */
    static boolean take(Cursor cursor, Draft draft) {
        if (cursor.seesWord("accTitle")) {
            return title(cursor, draft);
        }
        if (cursor.seesWord("accDescr")) {
            return description(cursor, draft);
        }
        return false;
    }

    private static boolean title(Cursor cursor, Draft draft) {
        int start = cursor.position();
        cursor.skip("accTitle".length());
        cursor.skipSpaces();
        if (!cursor.take(":")) {
            cursor.moveTo(start);
            return false;
        }
        draft.title(Labels.of(cursor.takeLine()));
        return true;
    }

    private static boolean description(Cursor cursor, Draft draft) {
        int start = cursor.position();
        int line = cursor.line();
        cursor.skip("accDescr".length());
        cursor.skipSpaces();
        if (cursor.take(":")) {
            cursor.takeLine();
            return true;
        }
        if (!cursor.take("{")) {
            cursor.moveTo(start);
            return false;
        }
        int close = cursor.find('}');
        cursor.moveTo(close);
        if (!cursor.take("}")) {
            draft.problem(line, "accDescr { has no end '}'");
        }
        return true;
    }
}
