import type { Value } from "../api/contract";
import { sendCommands } from "./edit";

/** States a property of an edge; null states that there is none. */
export async function describeEdge(edge: string, key: string, value: Value): Promise<boolean> {
  return (await sendCommands([{ type: "graph.describe-edge", data: { edge, properties: { [key]: value } } }], () => `Stated ${key}.`)) === 1;
}
