package alchemist.graph;

/**
 * The fields of which things are stated, by number: that the thing is there, its name, its group,
 * each type and each property. A type or a property's key is a term of the view's dictionary.
 */
final class Fields {
    static final int EXISTENCE = 0;
    static final int NAME = 1;
    static final int GROUP = 2;
    private static final int FIRST = 3;

    private Fields() {}

    static int type(int term) {
        return FIRST + term * 2;
    }

    static int property(int term) {
        return FIRST + term * 2 + 1;
    }

    static boolean isType(int field) {
        return field >= FIRST && ((field - FIRST) & 1) == 0;
    }

    static boolean isProperty(int field) {
        return field >= FIRST && ((field - FIRST) & 1) == 1;
    }

    static int term(int field) {
        return (field - FIRST) >> 1;
    }
}
