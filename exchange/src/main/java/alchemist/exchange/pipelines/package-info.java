/** What is built, tested and released by itself: workflows of GitHub Actions and GitLab CI. */
@NullMarked
package alchemist.exchange.pipelines;

import org.jspecify.annotations.NullMarked;
