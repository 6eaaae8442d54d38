package alchemist.exchange.plantuml;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that declare things, and what these are. */
final class UmlWords {
    /** Those that may have members. */
    private static final Map<String, String> CLASSES =
            Map.ofEntries(
                    Map.entry("class", "Class"),
                    Map.entry("abstract", "Abstract class"),
                    Map.entry("abstract class", "Abstract class"),
                    Map.entry("static class", "Class"),
                    Map.entry("interface", "Interface"),
                    Map.entry("enum", "Enumeration"),
                    Map.entry("annotation", "Annotation"),
                    Map.entry("struct", "Struct"),
                    Map.entry("exception", "Exception"),
                    Map.entry("metaclass", "Metaclass"),
                    Map.entry("protocol", "Protocol"),
                    Map.entry("stereotype", "Stereotype"),
                    Map.entry("dataclass", "Class"),
                    Map.entry("record", "Record"),
                    Map.entry("entity", "Entity"),
                    Map.entry("object", "Object"),
                    Map.entry("map", "Map"),
                    Map.entry("json", "JSON"));

    private static final Map<String, String> ELEMENTS = elements();

    private UmlWords() {}

    /**
     * What a word declares that may have members; null where it declares none.
     *
     * @param certain whether a word that may declare something else as well declares such
     */
    static @Nullable String ofClass(String word, boolean certain) {
        return certain || !ELEMENTS.containsKey(word) ? CLASSES.get(word) : null;
    }

    /** What a word declares that has no members, or null. */
    static @Nullable String ofElement(String word) {
        return ELEMENTS.get(word);
    }

    /** Whether a type is one of those that may have members. */
    static boolean isClass(String type) {
        return CLASSES.containsValue(type);
    }

    private static Map<String, String> elements() {
        Map<String, String> elements = new HashMap<>();
        for (String word :
                List.of(
                        "actor",
                        "component",
                        "node",
                        "database",
                        "cloud",
                        "artifact",
                        "folder",
                        "file",
                        "frame",
                        "card",
                        "hexagon",
                        "label",
                        "agent",
                        "boundary",
                        "control",
                        "collections",
                        "queue",
                        "stack",
                        "storage",
                        "action",
                        "process",
                        "person",
                        "rectangle",
                        "package",
                        "circle",
                        "diamond",
                        "interface",
                        "entity",
                        "port",
                        "portin",
                        "portout")) {
            elements.put(word, word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        elements.put("usecase", "Use case");
        elements.put("portin", "Port");
        elements.put("portout", "Port");
        elements.put("namespace", "Package");
        elements.put("rectangle", "Component");
        return Map.copyOf(elements);
    }
}
