import type { Action } from "./action";
import { sendCommands, things, whyNoEditOf } from "./edit";
import { selectNode } from "./selectNode";
import { selection, selectNodes } from "./selection";

/** States that what is selected is no more; it can be taken back in the notice. */
export const retireSelected: Action = {
  name: "Retire what is selected",
  group: "Edit",
  words: "delete remove gone",
  keys: ["delete"],
  unavailable: () => whyNoEditOf(1),
  run: () => void retireNodes(selection()),
};

/** States that things are no more; their edges rest with them. */
export async function retireNodes(ids: readonly string[], name?: string): Promise<boolean> {
  const commands = ids.map((node) => ({ type: "graph.retire-node", data: { node } }));
  // Before it is gone: what asks about it would be told that there is no such thing.
  selectNode(null);
  const done = await sendCommands(commands, (count) => `Retired ${name ?? things(count)}.`);
  if (done < ids.length) selectNodes(ids.slice(done));
  return done === ids.length;
}

/** States that a thing that was retired is there after all. */
export async function restoreNode(node: string): Promise<boolean> {
  return (await sendCommands([{ type: "graph.restore-node", data: { node } }], () => "Restored it.")) === 1;
}
