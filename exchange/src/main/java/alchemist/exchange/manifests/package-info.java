/**
 * Manifests and lock files: the modules of a project, what each depends on, and which versions were
 * chosen. Maven, Gradle, npm, Cargo, Go, Python, .NET, Ruby and PHP.
 */
@NullMarked
package alchemist.exchange.manifests;

import org.jspecify.annotations.NullMarked;
