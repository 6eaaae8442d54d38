import type { Value } from "../api/contract";
import { sendCommands, things } from "./edit";

/** States a property of things; null states that there is none. */
export async function describeNodes(ids: readonly string[], key: string, value: Value): Promise<boolean> {
  const commands = ids.map((node) => ({ type: "graph.describe-node", data: { node, properties: { [key]: value } } }));
  return (await sendCommands(commands, (done) => (ids.length === 1 ? `Stated ${key}.` : `Stated ${key} of ${things(done)}.`))) === ids.length;
}
