import type { Value } from "../api/contract";
import { session } from "../state/session";
import { sendCommand } from "./sendCommand";

/** States a property of a thing; null states that there is none. */
export function describeNode(id: string, key: string, value: Value): Promise<boolean> {
  return sendCommand({ type: "graph.describe-node", data: { node: id, properties: { [key]: value } }, basedOn: session.get().position });
}
