package alchemist.graph.check;

import alchemist.kernel.Glob;
import alchemist.kernel.value.Properties;
import java.util.List;
import java.util.Optional;

/**
 * Some of the nodes and groups of a graph: those of one of the types <em>and</em> one of the paths
 * <em>and</em> one of the names <em>and</em> with all of the properties, but for the exceptions.
 * What is empty asks for nothing.
 *
 * @param types as they are shown
 * @param paths patterns of where the file is that it stands in
 * @param names patterns of how it is called
 * @param properties which of its properties have which values
 * @param except what is not meant all the same
 */
public record Selection(
        List<String> types,
        List<Glob> paths,
        List<Glob> names,
        Properties properties,
        Optional<Selection> except) {
    /** Everything. */
    public static final Selection ALL =
            new Selection(List.of(), List.of(), List.of(), Properties.NONE, Optional.empty());

    /** What a rule must know of a node to say whether it is meant. */
    interface Subject {
        String name();

        List<String> types();

        /** Where the file is that it stands in; empty where it is in none. */
        String path();

        Properties properties();
    }

    boolean holds(Subject subject) {
        return (types.isEmpty() || subject.types().stream().anyMatch(types::contains))
                && (paths.isEmpty() || paths.stream().anyMatch(p -> p.matches(subject.path())))
                && (names.isEmpty() || names.stream().anyMatch(n -> n.matches(subject.name())))
                && hasProperties(subject)
                && except.stream().noneMatch(e -> e.holds(subject));
    }

    private boolean hasProperties(Subject subject) {
        return properties.isEmpty() || hasAll(subject.properties(), properties);
    }

    /** Whether all that is asked for is among some properties. */
    static boolean hasAll(Properties has, Properties asked) {
        for (int i = 0; i < asked.size(); i++) {
            if (!asked.value(i).equals(has.find(asked.key(i)))) {
                return false;
            }
        }
        return true;
    }
}
