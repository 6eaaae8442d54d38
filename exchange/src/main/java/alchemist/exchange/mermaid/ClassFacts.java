package alchemist.exchange.mermaid;

import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What is said of a class, until all of it is known. */
public final class ClassFacts {
    static final String INTERFACE = "Interface";
    private static final String ENUMERATION = "Enumeration";

    private final List<String> stereotypes = new ArrayList<>();
    private final List<ClassMember> members = new ArrayList<>();

    /** Nothing yet. */
    public ClassFacts() {}

    /** Whether nothing is said of it. */
    boolean isEmpty() {
        return stereotypes.isEmpty() && members.isEmpty();
    }

    /** Notes what stands in {@code <<…>>}. */
    public void stereotype(String text) {
        stereotypes.add(Labels.of(text));
    }

    /** Notes a line of its body: a member, or a stereotype in {@code <<…>>}. */
    public void member(String text) {
        String member = text.strip();
        int comment = member.indexOf("%%");
        if (comment >= 0) {
            member = member.substring(0, comment).strip();
        }
        if (member.startsWith("<<") && member.endsWith(">>") && member.length() >= 4) {
            stereotype(member.substring(2, member.length() - 2));
        } else if (!member.isEmpty()) {
            ClassMember read = ClassMember.of(member);
            if (read != null) {
                members.add(read);
            }
        }
    }

    /** Gives the class its type and members, once the whole text has told of them. */
    public void settle(Sketch node) {
        StringJoiner others = new StringJoiner(", ");
        for (String stereotype : stereotypes) {
            switch (stereotype.toLowerCase(Locale.ROOT)) {
                case "interface" -> node.type = INTERFACE;
                case "enumeration", "enum" -> node.type = ENUMERATION;
                case "abstract" -> node.type = "Abstract class";
                default -> others.add(stereotype);
            }
        }
        node.say("stereotype", others.toString());
        for (ClassMember member : members) {
            if (node.type.equals(ENUMERATION) && member.literal()) {
                node.add("values", new Value.Text(member.name()));
            } else {
                node.add(member.method() ? "methods" : "attributes", member.value());
            }
        }
    }
}
