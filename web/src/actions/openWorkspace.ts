import { session } from "../state/session";
import { openWorkspace as open } from "../state/workspace";

/** Opens another workspace. */
export function openWorkspace(name: string): void {
  open(name, session.get().workspaces?.find((w) => w.name === name)?.position ?? 0);
}
