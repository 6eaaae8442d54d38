package alchemist.domain.graph;

import alchemist.kernel.collection.Names;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * The fields of which things are stated, by index: that it is there, its name, its group, each
 * type, each property.
 */
final class Fields {
    static final int EXISTENCE = 0;
    static final int NAME = 1;
    static final int GROUP = 2;

    private static final String PROPERTY = "p:";
    private static final String TYPE = "t:";
    private static final int UNKNOWN = -1;

    private final Names names = new Names();

    Fields() {
        names.add("existence");
        names.add("name");
        names.add("group");
    }

    int property(String key) {
        return names.add(PROPERTY + key);
    }

    int type(String type) {
        return names.add(TYPE + type);
    }

    /**
     * The field of a property, or UNKNOWN where nobody ever stated it: then no statement has it.
     */
    int findProperty(String key) {
        return names.find(PROPERTY + key);
    }

    int findType(String type) {
        return names.find(TYPE + type);
    }

    boolean isProperty(int field) {
        return field != UNKNOWN && names.name(field).startsWith(PROPERTY);
    }

    boolean isType(int field) {
        return field != UNKNOWN && names.name(field).startsWith(TYPE);
    }

    /** The property's key or the type's name. */
    String key(int field) {
        return names.name(field).substring(2);
    }

    void save(Output out) {
        out.varint(names.size());
        for (int i = 0; i < names.size(); i++) {
            out.text(names.name(i));
        }
    }

    static Fields load(Input in) {
        Fields fields = new Fields();
        int size = (int) in.varint();
        for (int i = 0; i < size; i++) {
            fields.names.add(in.text());
        }
        return fields;
    }
}
