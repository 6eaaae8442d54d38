package alchemist.exchange.plantuml;

import alchemist.exchange.mermaid.C4Elements;
import alchemist.exchange.mermaid.Draft;
import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.exchange.plantuml.Scan.Reference;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads diagrams of classes, components, deployment and use cases, and those of C4's macros. */
final class UmlStructure {
    /** How many lines a call or a label may take. */
    private static final int MAX_LINES = 50;

    private static final Pattern UNFINISHED = Pattern.compile("[^\"]*\\bas\\s+\"[^\"]*");
    private static final Pattern WORD =
            Pattern.compile("(?i)((?:abstract\\s+|static\\s+)?[a-z]+)/?(?=\\s|\\[|\\(|:|$)");
    private static final Pattern MEMBER =
            Pattern.compile("([\\p{L}\\p{N}_.]+)\\s*:(?!:)\\s*(\\S.*)");
    private static final Pattern BRACKET = Pattern.compile("[^\\[]*\\]");

    /** Macros of C4 that only say how something looks. */
    private static final Pattern LOOKS =
            Pattern.compile(
                    "(?:Lay|LAYOUT|SHOW|HIDE|Add|Update|Set|SET|Without|Index|increment|setIndex|set"
                            + "|Legend)\\w*");

    /** A relation, whose ends may still be declared. */
    private record Pending(
            Reference from,
            Reference to,
            String within,
            String says,
            SortedMap<String, Value> properties,
            int line) {}

    /** A note, of what may still be declared. */
    private record Beside(String of, String text) {}

    private final Draft draft;
    private final boolean ofClasses;
    private final boolean ofC4;

    /** Whether macros of C4 tell a sequence, whose boundaries have an end of their own. */
    private final boolean inSequence;

    private final C4Elements c4;
    private final UmlElements elements;
    private final UmlMembers members;
    private final UmlCursor lines;
    private final List<Pending> pending = new ArrayList<>();
    private final List<Beside> notes = new ArrayList<>();
    private final Map<String, String> notesByName = new HashMap<>();
    private String last = "";

    /**
     * A diagram of a kind.
     *
     * @param text which says what macros it includes
     */
    UmlStructure(Draft draft, String kind, String text, List<UmlLine> lines) {
        this.draft = draft;
        this.ofClasses = kind.equals("class");
        this.ofC4 = kind.equals("c4");
        this.inSequence = text.contains("C4_Sequence");
        this.c4 = new C4Elements(draft, UmlKind.isOrdered(text));
        this.members = new UmlMembers(draft);
        this.lines = new UmlCursor(lines);
        this.elements =
                new UmlElements(
                        draft,
                        ofClasses ? "Class" : kind.equals("use case") ? "Actor" : "Component");
    }

    void read() {
        while (lines.next()) {
            statement(lines.number());
        }
        elements.end();
        for (Pending one : pending) {
            String from = elements.end(one.from, one.within, one.line);
            String to = elements.end(one.to, one.within, one.line);
            draft.link(from, to, one.says, one.properties, one.line);
        }
        members.settle();
        for (Beside note : notes) {
            Sketch node = draft.find(elements.resolved(note.of));
            if (node != null) {
                node.add("notes", new Value.Text(note.text));
            }
        }
        c4.finish();
    }

    private void statement(int number) {
        String line = finished(lines.text());
        if (line.startsWith("}")) {
            elements.close(number);
        } else if (!(inSequence && UmlKind.isOfSequence(line))
                && !isCall(line, number)
                && !isRelation(line, number)
                && !isNote(line)
                && !isDeclaration(line, number)
                && !isElement(line, number)) {
            Matcher member = MEMBER.matcher(line);
            if (ofClasses && member.matches()) {
                Reference of = new Reference(member.group(1), member.group(1), "", true);
                String id = elements.end(of, elements.within(), number);
                members.member(id, member.group(2));
            } else {
                draft.problem(number, "not understood: '" + Scan.shown(line) + "'");
            }
        }
    }

    /** With the lines behind it up to that in which its label ends. */
    private String finished(String line) {
        if (!UNFINISHED.matcher(line).matches()) {
            return line;
        }
        String whole =
                lines.joined(
                        line,
                        MAX_LINES,
                        all -> all.indexOf('"') < all.lastIndexOf('"') ? all : null);
        return whole == null ? line : whole;
    }

    private boolean isCall(String line, int number) {
        String name = Call.name(line);
        if (name.isEmpty()) {
            return false;
        }
        if (!C4Elements.isDrawn(name)) {
            return isLook(name, number);
        }
        Call call = lines.joined(line, MAX_LINES, Call::of);
        if (call == null) {
            draft.problem(number, name + "( has no end ')'");
            return true;
        }
        String boundary = c4.take(name, call.given(), call.named(), elements.within(), number);
        if (!boundary.isEmpty()
                && (inSequence
                        || call.rest().equals("{")
                        || (call.rest().isEmpty() && lines.takes("{")))) {
            elements.open(boundary, number);
        }
        return true;
    }

    private boolean isLook(String name, int number) {
        if (name.equals("Boundary_End")) {
            elements.close(number);
            return true;
        }
        return ofC4 && LOOKS.matcher(name).matches();
    }

    private boolean isRelation(String line, int number) {
        UmlRelation relation = UmlRelation.of(line);
        if (relation == null) {
            return false;
        }
        tellRest(relation.rest(), number);
        String first = notesByName.get(relation.first().name());
        String second = notesByName.get(relation.second().name());
        if (first != null) {
            notes.add(new Beside(relation.second().name(), first));
        } else if (second != null) {
            notes.add(new Beside(relation.first().name(), second));
        } else if (!relation.arrow().hidden()) {
            UmlRelation.Meaning meaning = relation.meaning(ofClasses);
            pending.add(
                    new Pending(
                            meaning.turned() ? relation.second() : relation.first(),
                            meaning.turned() ? relation.first() : relation.second(),
                            elements.within(),
                            meaning.says(),
                            meaning.properties(),
                            number));
        }
        return true;
    }

    private boolean isNote(String line) {
        UmlNote note = UmlNote.take(line, lines);
        if (note == null) {
            return false;
        }
        if (note.beside()) {
            notes.add(new Beside(note.of().isEmpty() ? last : note.of(), note.text()));
        } else if (!note.name().isEmpty()) {
            notesByName.put(note.name(), note.text());
        }
        return true;
    }

    private boolean isDeclaration(String line, int number) {
        Scan scan = new Scan(line);
        Matcher found = scan.take(WORD);
        if (found == null) {
            return false;
        }
        String word = found.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        boolean opens = line.endsWith("{");
        if (word.equals("together") && opens) {
            elements.open(elements.within(), number);
            return true;
        }
        String ofClass = UmlWords.ofClass(word, ofClasses || opens);
        String type = ofClass == null ? UmlWords.ofElement(word) : ofClass;
        UmlDeclaration declared = type == null ? null : UmlDeclaration.of(scan);
        if (type != null && declared == null && opens) {
            elements.open(elements.frame(word, "", "", number), number);
            return true;
        }
        if (type == null || declared == null) {
            return false;
        }
        tellRest(declared.rest(), number);
        if (ofClass != null) {
            declareClass(declared, type, word, number);
        } else {
            declare(declared, type, number);
        }
        return true;
    }

    /** Something that is drawn by the signs around its name alone. */
    private boolean isElement(String line, int number) {
        UmlDeclaration declared = UmlDeclaration.of(new Scan(line));
        boolean isOne =
                declared != null
                        && !(declared.type().isEmpty() && declared.shown().isEmpty())
                        && declared.rest().isEmpty();
        if (declared == null || !isOne) {
            return false;
        }
        String type = declared.type().isEmpty() ? elements.undeclared() : declared.type();
        declare(declared, type, number);
        return true;
    }

    /** A frame around others, where it opens one, else a thing. */
    private void declare(UmlDeclaration declared, String type, int number) {
        if (declared.opens().equals("{")) {
            String frame =
                    elements.frame(declared.name(), declared.shown(), declared.label(), number);
            elements.open(frame, number);
        } else {
            element(declared, type, number);
        }
    }

    private String element(UmlDeclaration declared, String type, int number) {
        Sketch node = elements.declared(declared.name(), number);
        node.type = type;
        node.label = declared.label();
        elements.alias(declared.shown(), node.id);
        if (declared.opens().equals("[")) {
            String text = UmlText.of(lines.block(BRACKET));
            node.label = text.isEmpty() ? node.label : text;
        }
        if (UmlWords.isClass(type)) {
            declared.stereotypes().forEach(one -> members.stereotype(node.id, one));
        } else {
            node.say("stereotype", String.join(", ", declared.stereotypes()));
        }
        node.say("link", declared.link());
        if (!declared.said().isEmpty()) {
            members.member(node.id, declared.said());
        }
        last = node.id;
        return node.id;
    }

    private void declareClass(UmlDeclaration declared, String type, String word, int number) {
        String id = element(declared, type, number);
        if (word.equals("enum")) {
            members.stereotype(id, "enumeration");
        }
        for (String other : declared.extended()) {
            supertype(declared, other, "extends", number);
        }
        for (String other : declared.implemented()) {
            supertype(declared, other, "implements", number);
        }
        if (declared.opens().equals("{")) {
            members.body(id, lines, number);
        }
    }

    private void supertype(UmlDeclaration declared, String other, String relation, int number) {
        int generic = other.indexOf('<');
        String name = generic > 0 ? other.substring(0, generic) : other;
        pending.add(
                new Pending(
                        new Reference(declared.name(), declared.label(), "", true),
                        new Reference(name, other, "", true),
                        elements.within(),
                        relation,
                        Draft.texts(),
                        number));
    }

    private void tellRest(String rest, int number) {
        if (!rest.isEmpty()) {
            draft.problem(number, "not understood: '" + Scan.shown(rest) + "'");
        }
    }
}
