package alchemist.exchange.git;

import alchemist.exchange.Identities;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everybody whom a repository names, by number. Who has the same e-mail address, but for upper and
 * lower case, is one person.
 */
final class People {
    private record Named(String email, Id id, Map<String, Integer> names) {}

    private final Identities identities;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Named> people = new ArrayList<>();

    People(Identities identities) {
        this.identities = identities;
    }

    /** The number of a person, who is called like this once more. */
    int add(String name, String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        String known = name.strip();
        String key = address.isEmpty() ? "name " + known.toLowerCase(Locale.ROOT) : address;
        int number =
                numbers.computeIfAbsent(
                        key,
                        _ -> {
                            Id id = identities.pseudonym("person", key);
                            people.add(new Named(address, id, new HashMap<>()));
                            return people.size() - 1;
                        });
        if (!known.isEmpty()) {
            people.get(number).names.merge(known, 1, Integer::sum);
        }
        return number;
    }

    /** The id of a person. */
    Id id(int number) {
        return people.get(number).id;
    }

    /** A person, by the name that was used most; of several, the first in the alphabet. */
    Person person(int number) {
        Named named = people.get(number);
        String name =
                named.names.entrySet().stream()
                        .max(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(
                                                Map.Entry.comparingByKey(
                                                        Comparator.reverseOrder())))
                        .map(Map.Entry::getKey)
                        .orElse("");
        return new Person(named.id, name, named.email);
    }

    /** What finds them in texts. */
    PersonalText text() {
        // A name of several people is the name of the one who uses it most.
        Map<String, Id> subjects = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        Map<String, Id> addresses = new HashMap<>();
        for (Named named : people) {
            addresses.put(named.email, named.id);
            named.names.forEach(
                    (name, count) -> {
                        int former = uses.getOrDefault(name, 0);
                        boolean more =
                                count > former
                                        || (count == former
                                                && named.id.compareTo(
                                                                subjects.getOrDefault(
                                                                        name, named.id))
                                                        < 0);
                        if (more) {
                            uses.put(name, count);
                            subjects.put(name, named.id);
                        }
                    });
        }
        return new PersonalText(
                subjects,
                address -> {
                    Id known = addresses.get(address);
                    return known != null ? known : identities.pseudonym("person", address);
                },
                addresses::containsKey);
    }
}
