import { dialogs } from "../state/dialogs";
import { incoming, type Incoming } from "../state/incoming";
import { formFor } from "./formFor";

/** Takes in what was dropped or pasted, or says why that cannot be: the import dialog goes on from there. */
export function receive(what: Incoming | { problem: string }): void {
  incoming.put("problem" in what ? { what: null, problem: what.problem } : { what, problem: null });
  dialogs.put({ open: "import" });
}

/** The same, and where there is no workspace yet, one is formed for it first. */
export async function admit(what: Incoming | { problem: string }): Promise<void> {
  const refused = "problem" in what ? null : await formFor(what.kind === "path" ? what.path : what.name);
  receive(refused === null ? what : { problem: refused });
}
