/**
 * Manifests and lock files: the modules of a project, what each depends on, and which versions were
 * chosen. Maven, Gradle, npm, Cargo, Go and Python.
 */
@NullMarked
package alchemist.exchange.manifests;

import org.jspecify.annotations.NullMarked;
