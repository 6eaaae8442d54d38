import { notify } from "../state/session";
import type { Action } from "./action";

/** Does it where it can be done; who means to change something is told why nothing happens. False: it cannot be done. */
export function attempt(action: Action): boolean {
  const why = action.unavailable?.() ?? null;
  if (why === null) action.run();
  else if (action.group === "Edit") notify("told", why);
  return why === null;
}
