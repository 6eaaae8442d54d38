package alchemist.graph.history;

import alchemist.graph.history.Chronicle.Change;
import alchemist.graph.history.Chronicle.Made;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The plain model: each measure as it is defined, by looking at every commit for every file. */
final class PlainHistory {
    private final Map<String, Made> commits = new TreeMap<>();
    private final Predicate<String> isThere;

    PlainHistory(List<Made> commits, Predicate<String> isThere) {
        commits.forEach(made -> this.commits.put(made.name(), made));
        this.isThere = isThere;
    }

    private static boolean changed(Made made, String file) {
        return made.changes().stream().anyMatch(change -> change.file().equals(file));
    }

    /** By file: commits of both, confidence, weight. */
    List<String> coChanges(Set<String> subject, List<String> files, int least, int mostFiles) {
        List<Made> own =
                commits.values().stream()
                        .filter(made -> made.changes().size() <= mostFiles)
                        .filter(made -> subject.stream().anyMatch(file -> changed(made, file)))
                        .toList();
        List<String> found = new ArrayList<>();
        for (String file : files) {
            if (subject.contains(file) || !isThere.test(file)) {
                continue;
            }
            int together = 0;
            double weight = 0;
            for (Made made : own) {
                if (changed(made, file)) {
                    together++;
                    for (String mine : subject) {
                        weight += changed(made, mine) ? 1.0 / (made.changes().size() - 1) : 0;
                    }
                }
            }
            if (together >= least) {
                found.add(coChange(file, together, (double) together / own.size(), weight));
            }
        }
        return found.stream().sorted().toList();
    }

    static String coChange(String file, int together, double confidence, double weight) {
        return String.format(Locale.ROOT, "%s %d %.6f %.6f", file, together, confidence, weight);
    }

    /** By person: share, commits, files. */
    List<String> owners(Set<String> subject, double halfLifeDays) {
        long last =
                commits.values().stream()
                        .filter(made -> subject.stream().anyMatch(file -> changed(made, file)))
                        .mapToLong(Made::second)
                        .max()
                        .orElse(0);
        Map<String, Double> weights = new TreeMap<>();
        Map<String, Set<String>> commitsOf = new TreeMap<>();
        Map<String, Set<String>> filesOf = new TreeMap<>();
        double whole = 0;
        for (Made made : commits.values()) {
            for (Change change : made.changes()) {
                if (subject.contains(change.file())) {
                    double age = (double) (last - made.second()) / Chronicle.DAY;
                    double part =
                            Math.exp(-Math.log(2) * age / halfLifeDays)
                                    * Math.min(1, 50.0 / made.changes().size())
                                    / made.authors().size();
                    for (String author : made.authors()) {
                        weights.merge(author, part, Double::sum);
                        commitsOf.computeIfAbsent(author, _ -> new HashSet<>()).add(made.name());
                        filesOf.computeIfAbsent(author, _ -> new HashSet<>()).add(change.file());
                        whole += part;
                    }
                }
            }
        }
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            found.add(
                    owner(
                            entry.getKey(),
                            entry.getValue() / whole,
                            commitsOf.getOrDefault(entry.getKey(), Set.of()).size(),
                            filesOf.getOrDefault(entry.getKey(), Set.of()).size()));
        }
        return found.stream().sorted().toList();
    }

    static String owner(String person, double share, int commits, int files) {
        return String.format(Locale.ROOT, "%s %.6f %d %d", person, share, commits, files);
    }

    /** By file: changes and lines, the hottest first; equals by changes. */
    List<String> hotSpots(List<String> files, int days) {
        long last = commits.values().stream().mapToLong(Made::second).max().orElse(0);
        List<String> found = new ArrayList<>();
        for (String file : files) {
            if (!isThere.test(file)) {
                continue;
            }
            long lines = 0;
            int changes = 0;
            for (Made made : commits.values()) {
                for (Change change : made.changes()) {
                    if (change.file().equals(file)) {
                        lines += change.added() - change.deleted();
                        changes +=
                                days == 0 || made.second() >= last - days * Chronicle.DAY ? 1 : 0;
                    }
                }
            }
            if (lines > 0 && changes > 0) {
                found.add(file + " " + changes + " " + lines);
            }
        }
        return found.stream().sorted().toList();
    }

    Set<String> ancestors(String commit) {
        Set<String> all = new HashSet<>(Set.of(commit));
        Made made = commits.get(commit);
        if (made != null) {
            made.parents().forEach(parent -> all.addAll(ancestors(parent)));
        }
        return all;
    }

    /** What is new in a commit that is tagged. */
    Set<String> release(String commit, Set<String> tagged) {
        Set<String> all = ancestors(commit);
        Set<String> fresh = new HashSet<>(all);
        for (String other : tagged) {
            if (!other.equals(commit) && all.contains(other)) {
                fresh.removeAll(ancestors(other));
            }
        }
        return fresh;
    }

    /** The commits before one that are tagged, and are not before another such. */
    Set<String> before(String commit, Set<String> tagged) {
        Set<String> before = new HashSet<>(tagged);
        before.retainAll(ancestors(commit));
        before.remove(commit);
        Set<String> nearest = new HashSet<>(before);
        for (String one : before) {
            for (String other : before) {
                if (!one.equals(other) && ancestors(other).contains(one)) {
                    nearest.remove(one);
                }
            }
        }
        return nearest;
    }
}
