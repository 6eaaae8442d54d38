package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.JvmFits.Fit;
import alchemist.exchange.code.Names.Meaning;
import alchemist.exchange.code.Outline.Call;
import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.Outline.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of the methods and functions of one name a call of Java or Kotlin means. */
final class JvmOverloads {
    private final SharedTypes shared;
    private final JvmTypes types;
    private final JvmFits fits;

    /** What a type has more than one of, by name. */
    private final Map<Declared, Map<String, List<Declared>>> members = new HashMap<>();

    /** Functions of a package that are of no type, by what they are for and their name. */
    private final Map<String, List<Declared>> functions = new HashMap<>();

    /** All that is called so in a type's line, once that was asked for. */
    private final Map<Declared, Map<String, List<Declared>>> lines = new HashMap<>();

    /** What code takes, once that was asked for. */
    private final Map<Declared, List<JvmType>> takes = new HashMap<>();

    JvmOverloads(SharedTypes shared, SharedNames names) {
        this.shared = shared;
        this.types = new JvmTypes(shared, names);
        this.fits = new JvmFits(shared);
    }

    /** A type has code. */
    void note(Declared type, Declared code) {
        members.computeIfAbsent(type, _ -> new HashMap<>())
                .computeIfAbsent(code.symbol.name(), _ -> new ArrayList<>(1))
                .add(code);
    }

    /** A package has a function. */
    void note(String key, Declared function) {
        functions.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(function);
    }

    /** The key of a function of a package. */
    static String key(Declared function) {
        return (function.symbol.owner().isEmpty() ? "" : "x")
                + Imports.module(function.file)
                + "\0"
                + function.symbol.name();
    }

    /**
     * Of what is called like something that was found, what a call means; null where none of it.
     *
     * @param found the first of it
     */
    @Nullable Meaning chosen(Meaning found, Call call, CodeFile file, @Nullable Declared in) {
        Declared what = found.what();
        if (what.isType() || what.symbol.kind() == Kind.CONSTRUCTOR) {
            return made(found, call, file, in);
        }
        if (!what.symbol.kind().isCode()) {
            return found;
        }
        List<Declared> all = all(found);
        int given = call.arguments().size();
        List<Declared> taking = new ArrayList<>(all);
        taking.removeIf(one -> !takes(one.symbol.signature(), given));
        if (taking.stream().anyMatch(one -> one.file == file && one.within == null)) {
            // What other files have of the name, may be for these alone.
            taking.removeIf(one -> one.file != file && one.within == null);
        }
        Declared type = what.owner;
        boolean whole = found.exact() && (type == null || shared.isWhole(type));
        if (taking.size() == 1 && whole && what.symbol.owner().isEmpty()) {
            return new Meaning(taking.getFirst(), true);
        }
        return best(taking, found, whole, call, file, in);
    }

    /** What a call makes: by what takes what it gives, else by what nobody had to write. */
    private Meaning made(Meaning found, Call call, CodeFile file, @Nullable Declared in) {
        Declared owner = found.what().isType() ? found.what() : found.what().owner;
        if (owner == null) {
            return found;
        }
        Declared type = owner;
        List<Declared> taking = new ArrayList<>();
        for (Declared one :
                members.getOrDefault(type, Map.of()).getOrDefault(type.symbol.name(), List.of())) {
            if (one.symbol.kind() == Kind.CONSTRUCTOR) {
                taking.add(one);
            }
        }
        boolean written = !taking.isEmpty();
        boolean hasHead =
                type.symbol.kind() == Kind.RECORD || type.file.language == CodeLanguage.KOTLIN;
        if (written && hasHead && isOther(type, taking)) {
            taking.add(type);
        }
        taking.removeIf(one -> !takes(one.symbol.signature(), call.arguments().size()));
        if (taking.size() == 1) {
            return new Meaning(taking.getFirst(), found.exact());
        }
        Meaning best = best(taking, found, true, call, file, in);
        return best == null ? new Meaning(type, found.exact()) : best;
    }

    /** Whether the head of a type says what none of its constructors takes. */
    private boolean isOther(Declared type, List<Declared> constructors) {
        return constructors.stream().noneMatch(one -> isSame(one, type));
    }

    /** All that is called like what was found, and that may be meant where that was found. */
    private List<Declared> all(Meaning found) {
        Declared what = found.what();
        if ((what.within == null && what.owner == null) || !what.symbol.owner().isEmpty()) {
            List<Declared> beside = functions.getOrDefault(key(what), List.of(what));
            return beside.contains(what) ? distinct(beside) : List.of(what);
        }
        Declared type = found.on() == null ? what.owner : found.on();
        if (type == null) {
            return List.of(what);
        }
        List<Declared> all =
                lines.computeIfAbsent(type, _ -> new HashMap<>())
                        .computeIfAbsent(what.symbol.name(), name -> inLine(type, name));
        return all.isEmpty() ? List.of(what) : all;
    }

    private List<Declared> inLine(Declared type, String name) {
        List<Declared> all = new ArrayList<>();
        for (Declared one : shared.line(type)) {
            all.addAll(members.getOrDefault(one, Map.of()).getOrDefault(name, List.of()));
        }
        all.removeIf(one -> one.symbol.kind() == Kind.CONSTRUCTOR);
        return distinct(all);
    }

    /** Without what others before it stand for, as they do the same otherwise. */
    private List<Declared> distinct(List<Declared> all) {
        if (all.size() < 2) {
            return all;
        }
        List<Declared> distinct = new ArrayList<>();
        for (Declared one : all) {
            if (distinct.stream().noneMatch(before -> isSame(before, one))) {
                distinct.add(one);
            }
        }
        return distinct;
    }

    /** Whether some code takes the same as other code, or what stands for that there. */
    private boolean isSame(Declared before, Declared code) {
        List<String> takes = before.symbol.signature().takes();
        List<String> others = code.symbol.signature().takes();
        if (takes.size() != others.size() || !before.symbol.owner().equals(code.symbol.owner())) {
            return false;
        }
        for (int i = 0; i < takes.size(); i++) {
            JvmType type = takes(before).get(i);
            JvmType there = takes(code).get(i);
            boolean stands = there.isVariable() && before.owner != code.owner;
            boolean unknown = type.isUnknown() && takes.get(i).equals(others.get(i));
            if (!type.isSame(there) && !stands && !unknown) {
                return false;
            }
        }
        return true;
    }

    private List<JvmType> takes(Declared code) {
        return takes.computeIfAbsent(
                code,
                _ ->
                        code.symbol.signature().takes().stream()
                                .map(one -> types.written(one, code.file, code))
                                .toList());
    }

    private static boolean takes(Signature signature, int given) {
        return given >= signature.least()
                && (signature.open() || given <= signature.takes().size());
    }

    /** Some code and how what is given fits it. */
    private record Candidate(Declared code, List<JvmType> takes, List<Fit> fits, Fit least) {}

    private @Nullable Meaning best(
            List<Declared> taking,
            Meaning found,
            boolean whole,
            Call call,
            CodeFile file,
            @Nullable Declared in) {
        List<JvmType> given = new ArrayList<>();
        for (String one : call.arguments()) {
            given.add(types.given(one, file, in));
        }
        JvmType on = on(call, file, in);
        List<Candidate> fitting = new ArrayList<>();
        for (Declared one : taking) {
            Candidate candidate = candidate(one, on, call.arguments(), given);
            if (candidate.least != Fit.NOT) {
                fitting.add(candidate);
            }
        }
        if (fitting.isEmpty()) {
            return whole && !taking.isEmpty() ? new Meaning(taking.getFirst(), false) : null;
        }
        if (fitting.size() == 1) {
            return new Meaning(
                    fitting.getFirst().code, found.exact() || isSaid(fitting.getFirst()));
        }
        Candidate best = certain(fitting);
        if (best != null) {
            return new Meaning(best.code, found.exact() || isSaid(best));
        }
        Candidate likely = fitting.stream().max(Comparator.comparing(Candidate::least)).get();
        return new Meaning(likely.code, false);
    }

    /** Whether it is for values of just the type that it is called on. */
    private static boolean isSaid(Candidate one) {
        return !one.code.symbol.owner().isEmpty() && one.fits.getFirst() == Fit.SAME;
    }

    /** The type that a function of Kotlin is called on which is for values of some. */
    private JvmType on(Call call, CodeFile file, @Nullable Declared in) {
        String receiver = call.receiver();
        return receiver.startsWith("\"")
                ? types.given("{String}", file, in)
                : SharedTypes.isName(receiver) ? types.given(receiver, file, in) : JvmType.UNKNOWN;
    }

    private Candidate candidate(
            Declared code, JvmType on, List<String> written, List<JvmType> given) {
        Signature signature = code.symbol.signature();
        List<JvmType> takes = new ArrayList<>();
        List<Fit> each = new ArrayList<>();
        Fit least = Fit.SAME;
        if (!code.symbol.owner().isEmpty()) {
            JvmType wanted = types.written(code.symbol.owner(), code.file, code);
            takes.add(wanted);
            each.add(fits.fit(on, wanted));
        }
        for (int i = 0; i < given.size(); i++) {
            JvmType taken = taken(signature, i, written, given, code);
            takes.add(taken);
            each.add(fits.fit(given.get(i), taken));
        }
        for (Fit one : each) {
            least = one.compareTo(least) < 0 ? one : least;
        }
        return new Candidate(code, takes, each, least);
    }

    /** The type that is taken for an argument: of any number, one of an array or all of it. */
    private JvmType taken(
            Signature signature,
            int argument,
            List<String> written,
            List<JvmType> given,
            Declared code) {
        int last = signature.takes().size() - 1;
        int at = written.get(argument).equals("->") ? last : Math.min(argument, last);
        JvmType taken = takes(code).get(at);
        if (!signature.open() || !taken.isArray()) {
            return taken;
        }
        boolean isArray = given.get(argument).isArray() && given.size() == last + 1;
        boolean isNotKnown = given.get(argument).isUnknown() && given.size() == last + 1;
        return isArray ? taken : isNotKnown ? JvmType.UNKNOWN : taken.element();
    }

    /** The one that the languages prefer, or null where that is not certain. */
    private @Nullable Candidate certain(List<Candidate> all) {
        List<Candidate> fixed =
                all.stream().filter(one -> !one.code.symbol.signature().open()).toList();
        List<Candidate> asked = fixed.isEmpty() ? all : fixed;
        List<Candidate> counted = asked.size() == 1 ? asked : agreed(asked);
        List<Candidate> same = counted.stream().filter(one -> one.least == Fit.SAME).toList();
        if (same.size() == 1) {
            return same.getFirst();
        }
        if (counted.stream().anyMatch(one -> !one.least.isSure())) {
            return null;
        }
        List<Candidate> strict = counted.stream().filter(one -> one.least != Fit.LOOSELY).toList();
        return mostSpecial(strict.isEmpty() ? counted : strict);
    }

    /** The same, without what they all take in the same way. */
    private List<Candidate> agreed(List<Candidate> all) {
        List<Candidate> counted = new ArrayList<>();
        Candidate first = all.getFirst();
        for (Candidate one : all) {
            Fit least = Fit.SAME;
            for (int i = 0; i < one.fits.size(); i++) {
                int at = i;
                boolean agree =
                        all.stream()
                                .allMatch(
                                        other ->
                                                other.takes.size() == first.takes.size()
                                                        && !other.takes.get(at).isUnknown()
                                                        && other.takes
                                                                .get(at)
                                                                .isSame(first.takes.get(at)));
                Fit fit = agree ? Fit.SAME : one.fits.get(i);
                least = fit.compareTo(least) < 0 ? fit : least;
            }
            counted.add(new Candidate(one.code, one.takes, one.fits, least));
        }
        return counted;
    }

    /** The one whose values all others take as well, or null; else the one that takes no more. */
    private @Nullable Candidate mostSpecial(List<Candidate> all) {
        List<Candidate> most = new ArrayList<>();
        for (Candidate one : all) {
            if (all.stream().allMatch(other -> isNarrower(one, other))) {
                most.add(one);
            }
        }
        if (most.size() > 1) {
            most.removeIf(one -> one.code.symbol.signature().takes().size() != one.fits.size());
        }
        return most.size() == 1 ? most.getFirst() : null;
    }

    private boolean isNarrower(Candidate one, Candidate other) {
        if (one.takes.size() != other.takes.size()) {
            return false;
        }
        for (int i = 0; i < one.takes.size(); i++) {
            if (fits.fit(one.takes.get(i), other.takes.get(i)).compareTo(Fit.YES) < 0) {
                return false;
            }
        }
        return true;
    }
}
