/** The walls between the modules, as tests. */
@NullMarked
package alchemist.walls;

import org.jspecify.annotations.NullMarked;
