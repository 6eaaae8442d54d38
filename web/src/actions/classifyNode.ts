import { dialogs } from "../state/dialogs";
import type { Action } from "./action";
import { sendCommands, things, whyNoEditOf } from "./edit";

/** Asks of which type what is selected is. */
export const classifySelected: Action = {
  name: "State a type",
  group: "Edit",
  words: "classify kind class",
  keys: ["shift+t"],
  unavailable: () => whyNoEditOf(1),
  run: () => dialogs.put({ open: "classify" }),
};

/** Asks for a property of what is selected. */
export const describeSelected: Action = {
  name: "State a property",
  group: "Edit",
  words: "describe value attribute",
  keys: ["shift+d"],
  unavailable: () => whyNoEditOf(1),
  run: () => dialogs.put({ open: "describe" }),
};

/** States that things are of a type. */
export async function classifyNodes(ids: readonly string[], type: string): Promise<boolean> {
  const commands = ids.map((node) => ({ type: "graph.classify-node", data: { node, type } }));
  return (await sendCommands(commands, (done) => (ids.length === 1 ? `Stated: it is a ${type}.` : `Stated of ${things(done)}: it is a ${type}.`))) === ids.length;
}

/** States that a thing is not of a type. */
export async function declassifyNode(node: string, type: string): Promise<boolean> {
  return (await sendCommands([{ type: "graph.declassify-node", data: { node, type } }], () => `Stated: it is no ${type}.`)) === 1;
}
