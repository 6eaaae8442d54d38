import { sendCommand } from "./sendCommand";

/** Decides how much sources count where they disagree, each from 0 to 100. */
export async function trustSources(trusts: readonly { id: string; trust: number }[]): Promise<void> {
  for (const { id, trust } of trusts) if (!(await sendCommand({ type: "sources.trust-source", data: { source: id, trust } }))) return;
}
