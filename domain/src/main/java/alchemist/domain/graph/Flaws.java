package alchemist.domain.graph;

import alchemist.kernel.Id;
import alchemist.kernel.Whitespace;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/** What is wrong with what a person typed, in a sentence; empty when nothing. */
final class Flaws {
    static final int MAX_NAME_LENGTH = 1_000;
    static final int MAX_TERM_LENGTH = 200;
    static final int MAX_TYPES = 100;

    private Flaws() {}

    static String ofThing(Id id, Value name, List<String> types, Properties properties) {
        String flaw = ofIdAndName(id, name);
        if (!flaw.isEmpty()) {
            return flaw;
        }
        if (types.size() > MAX_TYPES) {
            return "a node has at most " + MAX_TYPES + " types, this has " + types.size();
        }
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            if (types.indexOf(type) != i) {
                return "the type '" + type + "' stands twice";
            }
            flaw = ofTerm("a type", type);
            if (!flaw.isEmpty()) {
                return flaw;
            }
        }
        return ofProperties(properties);
    }

    static String ofEdge(Id id, String type, Properties properties) {
        String flaw = ofId(id);
        if (flaw.isEmpty() && !type.isEmpty()) {
            flaw = ofTerm("a relation", type);
        }
        return flaw.isEmpty() ? ofProperties(properties) : flaw;
    }

    static String ofIdAndName(Id id, Value name) {
        String flaw = ofId(id);
        return flaw.isEmpty() ? ofName(name) : flaw;
    }

    private static String ofId(Id id) {
        return id.isNone() ? "an id is not zero" : "";
    }

    static String ofName(Value name) {
        return switch (name) {
            case Value.Text(String text) -> ofText("a name", text, MAX_NAME_LENGTH);
            case Value.Sealed _, Value.Erased _ -> "";
            case Value.ListOf(List<Value> parts) -> ofParts(parts);
            default -> "a name is a text";
        };
    }

    static String ofTerm(String what, String term) {
        return ofText(what, term, MAX_TERM_LENGTH);
    }

    static String ofProperties(Properties properties) {
        for (int i = 0; i < properties.size(); i++) {
            String flaw = ofTerm("a property", properties.key(i));
            if (!flaw.isEmpty()) {
                return flaw;
            }
        }
        return "";
    }

    private static String ofParts(List<Value> parts) {
        if (parts.isEmpty()) {
            return "a name is not empty";
        }
        for (Value part : parts) {
            if (!(part instanceof Value.Text
                    || part instanceof Value.Sealed
                    || part instanceof Value.Erased)) {
                return "the parts of a name are texts";
            }
        }
        return "";
    }

    private static String ofText(String what, String text, int most) {
        if (Whitespace.isBlank(text)) {
            return what + " is not blank";
        }
        if (text.length() > most) {
            return what + " has at most " + most + " characters, this has " + text.length();
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) == 0x7f) {
                return what + " has no control characters; there is one at " + i;
            }
        }
        return "";
    }
}
