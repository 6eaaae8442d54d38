import type { Disagreement, NewCommand, Statement } from "../api/contract";
import { messageOf } from "../look/message";
import { sendAll } from "../state/author";
import { notify, session } from "../state/session";
import { api } from "../state/workspace";

/** How many are sent in one request. */
const atOnce = 200;

/** The command by which a person says the same as a statement of a side; null for what is settled one by one. */
export function commandFor({ thing, isEdge, kind, key = "" }: Disagreement, side: Statement): NewCommand | null {
  const value = side.denied ? null : side.value;
  if (kind === "property") return isEdge ? { type: "graph.describe-edge", data: { edge: thing, properties: { [key]: value } } } : { type: "graph.describe-node", data: { node: thing, properties: { [key]: value } } };
  if (kind === "name" && !isEdge && value !== null) return { type: "graph.rename-node", data: { node: thing, name: value } };
  return null;
}

/** Says oneself what one side states, of many things at once; tells how many were settled. */
export async function settle(settled: readonly { disagreement: Disagreement; side: Statement }[]): Promise<void> {
  const commands = settled.flatMap(({ disagreement, side }) => {
    const command = commandFor(disagreement, side);
    return command ? [{ ...command, basedOn: session.get().position }] : [];
  });
  let accepted = 0;
  const refused = new Set<string>();
  try {
    for (let k = 0; k < commands.length; k += atOnce) {
      for (const result of await sendAll(api(), commands.slice(k, k + atOnce))) {
        if (result.status === "accepted") accepted++;
        else refused.add(result.reason ?? result.code ?? "refused");
      }
    }
    notify("done", `${accepted} settled. Undo takes back one after the other.`);
    if (refused.size > 0) notify("problem", `${commands.length - accepted} not settled: ${[...refused].join("; ")}`);
  } catch (error) {
    notify("problem", `${accepted} settled, ${commands.length - accepted} not: ${messageOf(error)}`, () => void settle(settled.slice(accepted)));
  }
}
