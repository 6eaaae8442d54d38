import { session } from "../state/session";
import { view } from "../state/view";
import type { Action } from "./action";
import { openWorkspace } from "./openWorkspace";

/** An action for each workspace there is. */
export function openWorkspaces(): Action[] {
  return (session.get().workspaces ?? []).map(({ name }) => ({
    name: `Open workspace ${name}`,
    group: "Go",
    words: "switch change",
    unavailable: () => (view.get().workspace === name ? "It is open." : null),
    run: () => openWorkspace(name),
  }));
}
