import { dialogs } from "../state/dialogs";
import type { Action } from "./action";
import { sendCommands, whyNoEditOf } from "./edit";

/** Asks how what is selected is tied together. */
export const connectSelected: Action = {
  name: "Connect what is selected",
  group: "Edit",
  words: "edge link relation tie arrow",
  keys: ["c"],
  unavailable: () => whyNoEditOf(1),
  run: () => dialogs.put({ open: "connect" }),
};

/** States that edges of a relation lead from one thing to others. */
export async function connectNodes(from: string, to: readonly string[], relation: string, said: string): Promise<boolean> {
  const commands = to.map((end) => ({ type: "graph.connect-nodes", data: { from, to: end, type: relation } }));
  return (await sendCommands(commands, () => said)) === to.length;
}

/** States that an edge is no more. */
export async function disconnectNodes(edge: string, said: string): Promise<boolean> {
  return (await sendCommands([{ type: "graph.disconnect-nodes", data: { edge } }], () => said)) === 1;
}
