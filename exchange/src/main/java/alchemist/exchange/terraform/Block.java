package alchemist.exchange.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A block of HCL, with what is in it.
 *
 * @param type its first word; empty for a whole file
 * @param labels what stands behind
 */
record Block(
        String type,
        List<String> labels,
        int line,
        Map<String, Expression> attributes,
        List<Block> blocks) {

    Block(String type, List<String> labels, int line) {
        this(type, labels, line, new LinkedHashMap<>(), new ArrayList<>());
    }

    /**
     * What an attribute says.
     *
     * @param literal the text, where it is just that; else empty
     * @param references the names that stand in it, each with all that follows it by points
     * @param entries the same by name, where it is an object
     */
    record Expression(
            int line, String literal, List<String> references, Map<String, String> entries) {
        static final Expression NOTHING = new Expression(0, "", List.of(), Map.of());
    }

    /** An attribute; nothing where there is none. */
    Expression attribute(String name) {
        return attributes.getOrDefault(name, Expression.NOTHING);
    }

    /** A label, or empty. */
    String label(int index) {
        return index < labels.size() ? labels.get(index) : "";
    }

    /** What it refers to, in itself and all that is in it, by the attributes that say so. */
    Map<String, List<String>> references() {
        Map<String, List<String>> all = new TreeMap<>();
        collect("", all);
        return all;
    }

    private void collect(String before, Map<String, List<String>> all) {
        attributes.forEach(
                (name, said) -> {
                    for (String one : said.references) {
                        all.computeIfAbsent(one, _ -> new ArrayList<>(1)).add(before + name);
                    }
                });
        for (Block block : blocks) {
            // A dynamic block stands for those of its label.
            String name = block.type.equals("dynamic") ? block.label(0) : block.type;
            block.collect(before + name + ".", all);
        }
    }
}
