package alchemist.gateway.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path whose segments are texts or, in braces, names of parameters. */
final class PathTemplate {
    private final String text;
    private final List<String> segments;

    private PathTemplate(String text, List<String> segments) {
        this.text = text;
        this.segments = segments;
    }

    static PathTemplate parse(String text) {
        return new PathTemplate(text, List.of(text.substring(1).split("/", -1)));
    }

    /** Whether the segments of a path, decoded, are of this form. */
    boolean matches(List<String> path) {
        if (path.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (isParameter(segment) ? path.get(i).isEmpty() : !segment.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What stands in a path of this form for a parameter; null when there is no such one. */
    @Nullable String value(String parameter, List<String> path) {
        int index = segments.indexOf("{" + parameter + "}");
        return index < 0 ? null : path.get(index);
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    @Override
    public String toString() {
        return text;
    }
}
