package alchemist.graph.same;

import java.util.List;

/** What makes two nodes look like the same thing. */
public enum Kind {
    /** Two addresses of one person. */
    PERSON("person"),
    /** Two ways to write one address of the web. */
    ADDRESS("address"),
    /** A type, a table, a schema or a drawn entity that is defined in several notations. */
    DEFINITION("definition"),
    /** A service that is deployed by several files. */
    DEPLOYMENT("deployment"),
    /** Rows of several tables about one thing. */
    RECORD("record"),
    /** What several diagrams of one page draw. */
    DRAWING("drawing"),
    /** A note, and what it is about. */
    NOTE("note"),
    /** An issue, seen from its own repository and from another. */
    ISSUE("issue");

    private static final List<Kind> ALL = List.of(values());

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** The word for it. */
    public String text() {
        return text;
    }

    Rule rule() {
        return switch (this) {
            case PERSON -> new SamePerson();
            case ADDRESS -> new SameAddress();
            case DEFINITION -> new SameDefinition();
            case DEPLOYMENT -> new SameDeployment();
            case RECORD -> new SameRecord();
            case DRAWING -> new SameDrawing();
            case NOTE -> new SameNote();
            case ISSUE -> new SameIssue();
        };
    }

    /** All of them. */
    public static List<Kind> all() {
        return ALL;
    }
}
