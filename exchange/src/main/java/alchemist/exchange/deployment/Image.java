package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.kernel.Id;

/**
 * A container image, known by its name without version, so that it is the same whoever runs it.
 *
 * @param name without version, as it is written
 * @param version tag or digest, or empty
 */
public record Image(String name, String version) {
    /** What is written; a digest counts only where there is no tag. */
    public static Image of(String written) {
        int digest = written.indexOf('@');
        String plain = digest < 0 ? written : written.substring(0, digest);
        int colon = plain.lastIndexOf(':');
        if (colon > plain.lastIndexOf('/')) {
            return new Image(plain.substring(0, colon), plain.substring(colon + 1));
        }
        return new Image(plain, digest < 0 ? "" : written.substring(digest + 1));
    }

    /** The same for all ways to write it. */
    private String key() {
        String key = name;
        for (String hub : new String[] {"docker.io/", "index.docker.io/", "library/"}) {
            key = key.startsWith(hub) ? key.substring(hub.length()) : key;
        }
        return key;
    }

    /** Its last name. */
    String last() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Adds the image. */
    public Id add(Blueprint blueprint, SourceFile because) {
        return blueprint.external("Image", key(), Id.of("image", key()), Facts.none(), because);
    }
}
