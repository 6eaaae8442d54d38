/**
 * Reads what a system is built of, where files say so: manifests and lock files, deployments, APIs,
 * tables, infrastructure and schemas. Which file is of which kind is decided here, and each file is
 * read once.
 */
@NullMarked
package alchemist.exchange.architecture;

import org.jspecify.annotations.NullMarked;
