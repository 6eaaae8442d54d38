/** Decider, View, Reactor, Envelope, Schema, Json, primitive maps. No dependencies; also compiles to WebAssembly. */
@NullMarked
package alchemist.kernel;

import org.jspecify.annotations.NullMarked;
