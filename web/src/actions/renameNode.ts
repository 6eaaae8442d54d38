import { sendCommands } from "./edit";

/** States another name of a thing. */
export async function renameNode(id: string, name: string): Promise<boolean> {
  return (await sendCommands([{ type: "graph.rename-node", data: { node: id, name } }], () => `Renamed to ${name}.`)) === 1;
}
