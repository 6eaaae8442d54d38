import { dialogs } from "../state/dialogs";
import type { Action } from "./action";
import { sendCommands, whyNoEditOf } from "./edit";
import { selectNode } from "./selectNode";

/** Shows what what is selected would be as one thing, and asks whether it is. */
export const mergeSelected: Action = {
  name: "Merge what is selected",
  group: "Edit",
  words: "same duplicate join unite",
  keys: ["m"],
  unavailable: () => whyNoEditOf(1),
  run: () => dialogs.put({ open: "merge" }),
};

/** States that things are the same thing, and selects it. */
export async function mergeNodes(survivor: string, absorbed: readonly string[], name: string): Promise<boolean> {
  const commands = absorbed.map((id) => ({ type: "graph.merge-nodes", data: { survivor, absorbed: id } }));
  const done = await sendCommands(commands, () => `Merged into ${name}.`);
  if (done > 0) selectNode(survivor);
  return done === absorbed.length;
}

/** Takes a merge apart: both things are exactly what they were. */
export async function unmergeNodes(absorbed: string, name: string): Promise<boolean> {
  return (await sendCommands([{ type: "graph.unmerge-nodes", data: { absorbed } }], () => `Took it apart from ${name} again.`)) === 1;
}
