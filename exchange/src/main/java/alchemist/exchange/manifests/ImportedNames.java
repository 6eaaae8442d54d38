package alchemist.exchange.manifests;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.files.Vendored;
import alchemist.exchange.folder.OpenedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which packages or namespaces code takes from others, as its files begin by saying.
 *
 * @param ending what such files end with
 * @param imports finds one that is imported
 * @param declares finds one that a file says it is of
 * @param ofLanguage fits those that come with the language
 */
record ImportedNames(String ending, Pattern imports, Pattern declares, Pattern ofLanguage) {
    /** Imports stand at the beginning of a file. */
    private static final int HEAD_BYTES = 16 << 10;

    /** All of them in order, without those that are read here. */
    Set<String> in(Blueprint blueprint) {
        Set<String> imported = new TreeSet<>();
        Set<String> own = new HashSet<>();
        for (OpenedFile file : blueprint.files()) {
            if (file.path().endsWith(ending) && !Vendored.is(file.path())) {
                look(file, imported, own);
            }
        }
        imported.removeAll(own);
        return imported;
    }

    private void look(OpenedFile file, Set<String> imported, Set<String> own) {
        String head;
        try {
            head = new String(file.head(HEAD_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return; // the reader of code tells that it cannot be read
        }
        Matcher declared = declares.matcher(head);
        if (declared.find()) {
            own.add(declared.group(1));
        }
        Matcher names = imports.matcher(head);
        while (names.find()) {
            if (!ofLanguage.matcher(names.group(1)).matches()) {
                imported.add(names.group(1));
            }
        }
    }
}
