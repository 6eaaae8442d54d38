/**
 * What reads answer: records and their Schemas, from which their JSON and its description derive.
 */
@NullMarked
package alchemist.gateway.answers;

import org.jspecify.annotations.NullMarked;
