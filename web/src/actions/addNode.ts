import { dialogs } from "../state/dialogs";
import { notifyDone, session } from "../state/session";
import type { Action } from "./action";
import { untilKnown, whyNoEdit } from "./edit";
import { flyWhenShown } from "./flyWhenShown";
import { selectNode } from "./selectNode";
import { submit } from "./sendCommand";
import { firstEvent, takeBackAt } from "./takeBackAt";

/** Asks for the name and type of a new thing. */
export const addNodeHere: Action = {
  name: "Add a node",
  group: "Edit",
  words: "new create thing insert",
  keys: ["a"],
  unavailable: whyNoEdit,
  run: () => dialogs.put({ open: "add-node" }),
};

/** States that there is a thing, and selects it; false where it was refused. */
export async function addNode(name: string, type: string, group: string | null): Promise<boolean> {
  const answer = await submit({
    type: "graph.add-node",
    data: { name, ...(type === "" ? {} : { types: [type] }), ...(group === null ? {} : { group }) },
    basedOn: session.get().position,
  });
  if (answer === "kept") return true;
  const id = answer?.given?.node ?? answer?.events?.at(0)?.entity ?? null;
  if (answer === null || id === null) return false;
  const at = firstEvent(answer);
  await untilKnown(id, answer);
  selectNode(id);
  flyWhenShown(id);
  notifyDone(`Added ${name}.`, () => {
    selectNode(null);
    void takeBackAt(at);
  });
  return true;
}
