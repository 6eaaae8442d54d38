import { dialogs } from "../state/dialogs";
import { incoming, type Incoming } from "../state/incoming";

/** Takes in what was dropped or pasted, or says why that cannot be: the import dialog goes on from there. */
export function receive(what: Incoming | { problem: string }): void {
  incoming.put("problem" in what ? { what: null, problem: what.problem } : { what, problem: null });
  dialogs.put({ open: "import" });
}
