/**
 * A graph as lines of JSON, with who states what, and back.
 *
 * <pre>
 * {"format":"alchemist.graph","version":1}
 * {"source":{"id":…,"reader":"git","location":"/a","label":"a","trust":50}}   what follows, it states
 * {"group":{"id":…,"name":…,"types":[…],"properties":{…},"group":…}}
 * {"node":{"id":…,"name":…,"types":[…],"properties":{…},"group":…}}
 * {"edge":{"id":…,"from":…,"to":…,"type":…,"properties":{…}}}
 * {"end":{"sources":1,"nodes":2,"edges":1}}
 * </pre>
 *
 * Sources, and of each its nodes and then its edges, stand in the order of their ids, fields in the
 * order shown, what is empty is left out: equal graphs are equal files.
 */
@NullMarked
package alchemist.exchange.ndjson;

import org.jspecify.annotations.NullMarked;
