import { notify, session } from "../state/session";
import { sendCommand } from "./sendCommand";

/** States another name of a thing. */
export async function renameNode(id: string, name: string): Promise<boolean> {
  const done = await sendCommand({ type: "graph.rename-node", data: { node: id, name }, basedOn: session.get().position });
  if (done) notify("done", `Renamed to ${name}.`);
  return done;
}
