package alchemist.graph;

import alchemist.graph.read.Display;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is shown of names and values, some parts of which are sealed. */
final class NameText {
    private static final String ERASED = "(erased)";

    private static final String ERASED_PERSON = "erased person";

    /** How much of the id of somebody without a name is shown. */
    private static final int ID_DIGITS = 6;

    private final Opener opener;
    private final People people;

    NameText(Opener opener, People people) {
        this.opener = opener;
        this.people = people;
    }

    /**
     * How a person is called; never empty.
     *
     * @param name that of the node which stands for the person, if there is one
     */
    String person(Id person, Display name) {
        if (name.erased() || people.isErased(person)) {
            return ERASED_PERSON;
        }
        String called = name.text().isBlank() ? people.name(person) : name.text();
        return called.isEmpty() ? "person " + person.toString().substring(0, ID_DIGITS) : called;
    }

    /** A name: a text, a sealed text, or a list of such, joined. */
    Display display(Value name) {
        return switch (name) {
            case Value.Text(String text) -> new Display(text, false);
            case Value.ListOf(List<Value> parts) -> {
                StringBuilder joined = new StringBuilder();
                boolean erased = false;
                for (Value part : parts) {
                    Display shown = display(part);
                    joined.append(shown.text());
                    erased |= shown.erased();
                }
                yield new Display(joined.toString(), erased);
            }
            case Value.Sealed sealed ->
                    opener.open(sealed)
                            .map(text -> new Display(text, false))
                            .orElse(new Display(ERASED, true));
            case Value.Erased _ -> new Display(ERASED, true);
            case Value.Null _ -> Display.NONE;
            default -> new Display(String.valueOf(name), false);
        };
    }

    /** A value with its sealed parts opened, or erased. */
    Value open(Value value) {
        return switch (value) {
            case Value.Sealed sealed -> {
                Optional<String> text = opener.open(sealed);
                yield text.isPresent()
                        ? Value.text(text.get())
                        : new Value.Erased(sealed.subject());
            }
            case Value.ListOf(List<Value> parts) -> {
                List<Value> open = new ArrayList<>(parts.size());
                for (Value part : parts) {
                    open.add(open(part));
                }
                yield new Value.ListOf(open);
            }
            case Value.MapOf(var entries) -> new Value.MapOf(entries.map(this::open));
            default -> value;
        };
    }

    /** The parts of a name that are no secret, joined. */
    static String plain(Value name) {
        return joined(name, _ -> "");
    }

    /** The same, and those parts of some people that can be opened. */
    String readable(Value name, Set<Id> subjects) {
        return joined(
                name,
                part -> subjects.contains(part.subject()) ? opener.open(part).orElse("") : "");
    }

    private static String joined(Value name, Function<Value.Sealed, String> secret) {
        return switch (name) {
            case Value.Text(String text) -> text;
            case Value.Sealed sealed -> secret.apply(sealed);
            case Value.ListOf(List<Value> parts) -> {
                StringBuilder joined = new StringBuilder();
                for (Value part : parts) {
                    joined.append(joined(part, secret));
                }
                yield joined.toString();
            }
            default -> "";
        };
    }
}
