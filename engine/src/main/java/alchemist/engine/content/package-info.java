/** Contents: immutable bytes, known by their hash. Events carry the hash, never the bytes. */
@NullMarked
package alchemist.engine.content;

import org.jspecify.annotations.NullMarked;
