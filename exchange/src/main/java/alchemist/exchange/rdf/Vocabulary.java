package alchemist.exchange.rdf;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How IRIs are told as short names, and back: by prefixes that everybody uses, then by those that a
 * file declares; a name without a prefix is of the file's own vocabulary, or of this program.
 */
final class Vocabulary {
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    static final String TYPE = RDF + "type";
    static final String LABEL = RDFS + "label";
    static final String STRING = XSD + "string";

    /** Resources of a graph that have no IRI of their own. */
    static final String OWN_NODE = "urn:alchemist:node:";

    /** Properties, types and relations that have none. */
    static final String OWN_TERM = "urn:alchemist:term:";

    /** Values that RDF has no type for. */
    static final String OWN_VALUE = "urn:alchemist:value:";

    static final String GROUP = "urn:alchemist:group";
    static final String IS_GROUP = "urn:alchemist:Group";
    static final String IS_NODE = "urn:alchemist:Node";

    /** To which what a file names by a part of an IRI belongs. */
    static final String BASE = "http://file.invalid/";

    private static final Map<String, String> KNOWN = known();
    private static final Pattern LOCAL = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
    private static final Pattern ABSOLUTE =
            Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:(//|[^/\\s]+:)[^\\s<>\"{}|\\\\^`]*");

    private final Map<String, String> prefixes = new LinkedHashMap<>();

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("rdf", RDF);
        known.put("rdfs", RDFS);
        known.put("xsd", XSD);
        known.put("owl", "http://www.w3.org/2002/07/owl#");
        known.put("skos", "http://www.w3.org/2004/02/skos/core#");
        known.put("foaf", "http://xmlns.com/foaf/0.1/");
        known.put("dc", "http://purl.org/dc/elements/1.1/");
        known.put("dct", "http://purl.org/dc/terms/");
        known.put("schema", "http://schema.org/");
        known.put("sdo", "https://schema.org/");
        known.put("prov", "http://www.w3.org/ns/prov#");
        known.put("sh", "http://www.w3.org/ns/shacl#");
        known.put("dcat", "http://www.w3.org/ns/dcat#");
        known.put("org", "http://www.w3.org/ns/org#");
        known.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        known.put("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#");
        return known;
    }

    /** Takes a prefix; one that everybody uses otherwise is left alone. */
    void declare(String prefix, String namespace) {
        String other = KNOWN.get(prefix);
        if (!namespace.isEmpty() && (other == null || other.equals(namespace))) {
            prefixes.putIfAbsent(prefix, namespace);
        }
    }

    /** The prefixes that were declared, and are not everybody's. */
    Map<String, String> declared() {
        return prefixes;
    }

    /** The namespace of a prefix, or empty. */
    String namespace(String prefix) {
        String known = KNOWN.get(prefix);
        return known != null ? known : prefixes.getOrDefault(prefix, "");
    }

    /** A short name for an IRI; the IRI where there is none. */
    String name(String iri) {
        if (iri.startsWith(OWN_TERM)) {
            return decoded(iri.substring(OWN_TERM.length()));
        }
        String prefix = prefix(iri);
        if (prefix.equals("\0")) {
            return iri;
        }
        String local = iri.substring(namespace(prefix).length());
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    /** The prefix of an IRI that stands in a short name for it; NUL where there is none. */
    String prefix(String iri) {
        String best = "\0";
        int length = 0;
        for (Map<String, String> some : java.util.List.of(KNOWN, prefixes)) {
            for (var entry : some.entrySet()) {
                String namespace = entry.getValue();
                if (namespace.length() > length
                        && iri.startsWith(namespace)
                        && LOCAL.matcher(iri.substring(namespace.length())).matches()) {
                    best = entry.getKey();
                    length = namespace.length();
                }
            }
        }
        return best;
    }

    static boolean isKnown(String prefix) {
        return KNOWN.containsKey(prefix);
    }

    /** The IRI that a short name stands for. */
    String iri(String name) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String namespace = namespace(prefix);
        if (!namespace.isEmpty() && LOCAL.matcher(name.substring(colon + 1)).matches()) {
            return namespace + name.substring(colon + 1);
        }
        if (ABSOLUTE.matcher(name).matches() && !name.startsWith("urn:alchemist:")) {
            return name;
        }
        return OWN_TERM + encoded(name);
    }

    /** What people would call a resource by its IRI: the last part. */
    static String localName(String iri) {
        String trimmed =
                iri.endsWith("/") || iri.endsWith("#") ? iri.substring(0, iri.length() - 1) : iri;
        int at = Math.max(trimmed.lastIndexOf('#'), trimmed.lastIndexOf('/'));
        String last = trimmed.substring(at + 1);
        return last.isEmpty() ? iri : decoded(last);
    }

    static boolean isAbsolute(String iri) {
        return iri.matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*");
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '_'
                            || c == '-';
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
