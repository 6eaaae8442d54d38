package alchemist.exchange.manifests;

import alchemist.exchange.files.Library;
import java.util.Locale;

/** Where packages are managed together. */
enum Ecosystem {
    MAVEN("maven"),

    /** Its libraries are those of Maven; plugins, whose names have no colon, are its own. */
    GRADLE("gradle"),
    NPM("npm"),
    CARGO("crates"),
    GO("go"),
    PYTHON("pypi"),
    NUGET("nuget"),
    BUNDLER("rubygems"),
    COMPOSER("packagist");

    private final String label;

    Ecosystem(String label) {
        this.label = label;
    }

    /** How libraries name it. */
    String label() {
        return label;
    }

    /** The library of a name. */
    Library library(String name) {
        return switch (this) {
            case MAVEN -> {
                int colon = name.indexOf(':');
                yield Library.maven(
                        name.substring(0, Math.max(0, colon)), name.substring(colon + 1));
            }
            case GRADLE ->
                    name.indexOf(':') > 0 ? MAVEN.library(name) : new Library(label, name, name);
            case NPM -> Library.npm(name);
            case CARGO -> Library.crate(name);
            case GO -> Library.go(name);
            case PYTHON -> Library.python(name);
            // In whatever case they are written.
            case NUGET, COMPOSER -> new Library(label, name.toLowerCase(Locale.ROOT), name);
            case BUNDLER -> new Library(label, name, name);
        };
    }

    /** By what a module of this name is known among those of a project. */
    String key(String name) {
        return label + "\0" + (this == GO ? name : library(name).key());
    }
}
