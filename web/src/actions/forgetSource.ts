import { notify } from "../state/session";
import { sendCommand } from "./sendCommand";

/** Takes back all that a source alone states. */
export async function forgetSource(id: string, label: string): Promise<void> {
  if (await sendCommand({ type: "sources.forget-source", data: { source: id } })) notify("done", `What only ${label} stated is taken back. Import it again to have it back.`);
}
