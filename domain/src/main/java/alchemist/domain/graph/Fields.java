package alchemist.domain.graph;

import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.Names;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/**
 * The fields of which things are stated, by index: that it is there, its name, its group, each
 * type, each property; the latter two in the order of their coming.
 */
final class Fields {
    static final int EXISTENCE = 0;
    static final int NAME = 1;
    static final int GROUP = 2;

    private static final int FIRST = 3;
    private static final int NONE = -1;
    private static final String PROPERTY = "p:";
    private static final String TYPE = "t:";

    private final Names properties = new Names();
    private final Names types = new Names();

    /** By field from {@link #FIRST} on: the index of a property, or that of a type, negative. */
    private final IntList terms = new IntList();

    private final IntList fieldOfProperty = new IntList();
    private final IntList fieldOfType = new IntList();

    int property(String key) {
        int property = properties.add(key);
        if (property == fieldOfProperty.size()) {
            fieldOfProperty.add(FIRST + terms.size());
            terms.add(property);
        }
        return fieldOfProperty.at(property);
    }

    int type(String name) {
        int type = types.add(name);
        if (type == fieldOfType.size()) {
            fieldOfType.add(FIRST + terms.size());
            terms.add(-1 - type);
        }
        return fieldOfType.at(type);
    }

    /** The field of a property, or NONE where nobody ever stated it: then no statement has it. */
    int findProperty(String key) {
        int property = properties.find(key);
        return property == NONE ? NONE : fieldOfProperty.at(property);
    }

    int findType(String name) {
        int type = types.find(name);
        return type == NONE ? NONE : fieldOfType.at(type);
    }

    boolean isProperty(int field) {
        return field >= FIRST && terms.at(field - FIRST) >= 0;
    }

    boolean isType(int field) {
        return field >= FIRST && terms.at(field - FIRST) < 0;
    }

    /** The property's key or the type's name. */
    String key(int field) {
        int term = terms.at(field - FIRST);
        return term >= 0 ? properties.name(term) : types.name(-1 - term);
    }

    /** How many there are. */
    int size() {
        return FIRST + terms.size();
    }

    void save(Output out) {
        out.varint(terms.size());
        for (int field = FIRST; field < FIRST + terms.size(); field++) {
            out.text((isProperty(field) ? PROPERTY : TYPE) + key(field));
        }
    }

    static Fields load(Input in) {
        Fields fields = new Fields();
        for (int left = in.length(); left > 0; left--) {
            String term = in.text();
            String key = term.substring(2);
            if (term.startsWith(PROPERTY)) {
                fields.property(key);
            } else {
                fields.type(key);
            }
        }
        return fields;
    }
}
