package alchemist.exchange.code;

import alchemist.exchange.code.CSharpFits.Fit;
import alchemist.exchange.code.CSharpTypeName.Part;
import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.Outline.Signature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of C#'s methods of one name a call means, by what it gives. */
final class CSharpOverloads {
    private final CSharpTypes types;
    private final CSharpValues values;
    private final CSharpFits fits;

    /** What is called on values of other types than that it stands in, by name. */
    private final Map<String, List<Declared>> extensions = new HashMap<>();

    CSharpOverloads(CSharpTypes types, CSharpValues values) {
        this.types = types;
        this.values = values;
        this.fits = new CSharpFits(types, values);
        for (CSharpType type : types.all()) {
            for (List<Declared> named : type.methods.values()) {
                for (Declared one : named) {
                    if (one.symbol.signature().extension()) {
                        extensions
                                .computeIfAbsent(one.symbol.name(), _ -> new ArrayList<>(1))
                                .add(one);
                    }
                }
            }
        }
    }

    /**
     * What a call means.
     *
     * @param exact whether it can be nothing else
     */
    record Choice(Declared what, boolean exact) {}

    /** The code that a name alone calls with so many arguments, or null where it is not certain. */
    @Nullable Declared plain(Part name, int given, CodeFile file, @Nullable Declared in) {
        return certain(plain(name, unknown(given), file, in));
    }

    /** The same of a name behind a value. */
    @Nullable Declared on(
            CSharpValue value, Part name, int given, CodeFile file, @Nullable Declared in) {
        return certain(on(value, name, unknown(given), file, in));
    }

    private static @Nullable Declared certain(@Nullable Choice choice) {
        return choice != null && choice.exact ? choice.what : null;
    }

    private static List<String> unknown(int given) {
        return Collections.nCopies(given, "?");
    }

    /** What a name alone calls, or null. */
    @Nullable Choice plain(Part name, List<String> given, CodeFile file, @Nullable Declared in) {
        for (Declared up = in; up != null && up.symbol.kind().isCode(); up = up.within) {
            Declared inner = up.members.get(name.name());
            if (inner != null && inner.symbol.kind().isCode()) {
                return new Choice(inner, true);
            }
            if (up.variables.containsKey(name.name())) {
                return null; // a function that it holds
            }
        }
        Declared alone = in == null ? file.top(name.name()) : null;
        if (alone != null && alone.symbol.kind() == Kind.FUNCTION) {
            return new Choice(alone, true);
        }
        for (CSharpType type = types.around(in); type != null; type = type.outer) {
            Choice member = member(type, name, given, file, in);
            if (member != null || values.member(type, name.name()) != null) {
                return member;
            }
        }
        List<Declared> found = new ArrayList<>();
        for (Import one : types.imports(file)) {
            CSharpType type =
                    CSharpTypes.isStatic(one)
                            ? types.qualified(CSharpTypes.plain(one), file)
                            : null;
            if (type != null) {
                found.addAll(type.methods(name.name()));
            }
        }
        return chosen(found, 0, name, given, file, in);
    }

    /** What a name behind a value calls, or null. */
    @Nullable Choice on(
            CSharpValue value,
            Part name,
            List<String> given,
            CodeFile file,
            @Nullable Declared in) {
        CSharpType type = value.type();
        if (type != null) {
            Choice member = member(type, name, given, file, in);
            if (member != null || values.member(type, name.name()) != null) {
                return member;
            }
        }
        return value.isType() ? null : extension(value, name, given, file, in);
    }

    /** The constructor that is called, or the type where none is written. */
    Choice constructor(CSharpType type, List<String> given, CodeFile file, @Nullable Declared in) {
        List<Declared> constructors = new ArrayList<>(type.methods(type.main().symbol.name()));
        constructors.removeIf(one -> one.symbol.kind() != Kind.CONSTRUCTOR);
        Part name = new Part(type.main().symbol.name(), List.of());
        Choice chosen = chosen(constructors, 0, name, given, file, in);
        return chosen == null ? new Choice(type.main(), true) : chosen;
    }

    /** A method of a type, or the nearest that it inherits. */
    private @Nullable Choice member(
            CSharpType type, Part name, List<String> given, CodeFile file, @Nullable Declared in) {
        for (CSharpType one : types.line(type)) {
            Choice chosen = chosen(one.methods(name.name()), 0, name, given, file, in);
            if (chosen != null) {
                return chosen;
            }
        }
        return null;
    }

    private @Nullable Choice extension(
            CSharpValue on, Part name, List<String> given, CodeFile file, @Nullable Declared in) {
        List<Declared> called = extensions.getOrDefault(name.name(), List.of());
        if (called.isEmpty()) {
            return null;
        }
        Set<String> seen = types.seen(file, in);
        List<Declared> found = new ArrayList<>();
        boolean certain = !on.isUnknown();
        for (Declared one : called) {
            if (seen.contains(CSharpTypes.namespace(one.file, one))) {
                Fit fit = fits.fit(on, one.symbol.signature().takes().getFirst(), one);
                if (fit != Fit.NOT) {
                    found.add(one);
                    // Else it is there where the type of others has none of the name.
                    boolean surely = on.type() != null || !one.symbol.signature().perhaps();
                    certain &= fit != Fit.PERHAPS && surely;
                }
            }
        }
        Choice chosen = chosen(found, 1, name, given, file, in);
        return chosen == null ? null : new Choice(chosen.what, chosen.exact && certain);
    }

    /**
     * Of some code the one that a call means that gives this; null where none takes it.
     *
     * @param passed how many parameters are given otherwise
     */
    private @Nullable Choice chosen(
            Collection<Declared> all,
            int passed,
            Part name,
            List<String> given,
            CodeFile file,
            @Nullable Declared in) {
        List<Declared> taking = new ArrayList<>(all);
        taking.removeIf(one -> !takes(one.symbol.signature(), name, given.size() + passed));
        if (taking.size() > 1) {
            taking.removeIf(one -> fits.fit(one, passed, given, file, in) == Fit.NOT);
        }
        if (taking.isEmpty()) {
            return null;
        }
        List<Declared> same = distinct(taking);
        Declared best = same.size() == 1 ? same.getFirst() : best(same, passed, given, file, in);
        return best == null ? new Choice(same.getFirst(), false) : new Choice(best, true);
    }

    /** The one of several that the language prefers, or null where that is not certain. */
    private @Nullable Declared best(
            List<Declared> all,
            int passed,
            List<String> given,
            CodeFile file,
            @Nullable Declared in) {
        List<Declared> same = new ArrayList<>();
        List<Declared> sure = new ArrayList<>();
        boolean perhaps = false;
        for (Declared one : all) {
            Signature signature = one.symbol.signature();
            Fit fit = fits.fit(one, passed, given, file, in);
            boolean whole = signature.takes().size() == given.size() + passed;
            if (fit == Fit.SAME && whole) {
                same.add(one);
            }
            if (fit.compareTo(Fit.YES) >= 0) {
                sure.add(one);
            } else {
                perhaps |= !signature.open(); // what may take any number is asked last
            }
        }
        if (same.size() > 1) {
            same.removeIf(one -> !one.symbol.signature().typed().isEmpty());
        }
        if (same.size() == 1) {
            return same.getFirst();
        }
        return perhaps || !same.isEmpty() ? null : mostSpecial(sure, passed, given, file, in);
    }

    /** The one beside which all others take any object instead, or null. */
    private @Nullable Declared mostSpecial(
            List<Declared> all,
            int passed,
            List<String> given,
            CodeFile file,
            @Nullable Declared in) {
        for (Declared one : all) {
            List<String> takes = one.symbol.signature().takes();
            boolean most = true;
            for (Declared other : all) {
                List<String> others = other.symbol.signature().takes();
                most &= takes.size() == others.size();
                for (int i = 0; most && i < takes.size(); i++) {
                    boolean isSame = takes.get(i).equals(others.get(i));
                    // What is unknown may be any object itself.
                    most =
                            isSame
                                    || (CSharpValues.plain(others.get(i)).equals("object")
                                            && (i < passed
                                                    || i - passed >= given.size()
                                                    || !values.of(given.get(i - passed), file, in)
                                                            .isUnknown()));
                }
            }
            if (most) {
                return one;
            }
        }
        return null;
    }

    /** Of what differs in the branches of the preprocessor alone, the first stands for all. */
    private static List<Declared> distinct(List<Declared> all) {
        Set<List<String>> seen = new LinkedHashSet<>();
        List<Declared> distinct = new ArrayList<>();
        for (Declared one : all) {
            Signature signature = one.symbol.signature();
            List<String> takes = new ArrayList<>(signature.takes());
            takes.add(String.valueOf(signature.typed().size()));
            if (seen.add(takes)) {
                distinct.add(one);
            }
        }
        return distinct;
    }

    private static boolean takes(Signature signature, Part name, int given) {
        int typed = name.arguments().size();
        return given >= signature.least()
                && (signature.open() || given <= signature.takes().size())
                && (typed == 0 || typed == signature.typed().size());
    }
}
