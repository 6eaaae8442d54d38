import type { Value } from "../api/contract";
import { session } from "../state/session";
import { sendCommand } from "./sendCommand";

/** Takes back what one stated oneself, so that what the sources state is shown again. */
export function withdrawStatement(id: string, key: string): Promise<boolean> {
  const what: Record<string, Value> = key === "name" ? { name: true } : { properties: [key] };
  return sendCommand({ type: "graph.withdraw-statements", data: { thing: id, ...what }, basedOn: session.get().position });
}
