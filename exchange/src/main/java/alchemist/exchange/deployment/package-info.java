/**
 * How a system is deployed: Kubernetes, Kustomize, Skaffold, Helm, Compose files and Dockerfiles.
 */
@NullMarked
package alchemist.exchange.deployment;

import org.jspecify.annotations.NullMarked;
