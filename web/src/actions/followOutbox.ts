import { deliver, lookIntoOutbox, outbox } from "../state/outbox";
import { notify, notifyDone, session } from "../state/session";
import { api, isOpen } from "../state/workspace";
import { firstEvent, takeBackAt } from "./edit";
import { sendCommand } from "./sendCommand";

let under: Promise<void> | null = null;

/** Sends what one did while the server did not answer, and tells what became of it. */
export function sendWaiting(): Promise<void> {
  under ??= now().finally(() => {
    under = null;
  });
  return under;
}

async function now(): Promise<void> {
  const { accepted, refused } = await deliver(api());
  if (accepted.length > 0) {
    const position = Math.max(...accepted.map((a) => a.position));
    session.put((s) => ({ position: Math.max(s.position, position) }));
    const said = `Sent what was kept: ${accepted.length === 1 ? "one change" : `${accepted.length} changes`}.`;
    const at = accepted.flatMap(firstEvent);
    if (at.length === accepted.length) notifyDone(said, () => void takeBackAt(at));
    else notify("done", said);
  }
  for (const { command, reason } of refused) {
    const [, what = command.type] = command.type.split(".");
    notify("problem", `Not done, ${what.replaceAll("-", " ")}: ${reason}.`, () => void sendCommand(command));
  }
}

/** Sends what waits whenever the server answers again, or a workspace is opened in which something waits. */
export function followOutbox(): void {
  let was = "";
  session.subscribe(() => {
    const { connection } = session.get();
    const is = `${connection} ${isOpen() ? api().workspace : ""}`;
    if (is === was) return;
    was = is;
    if (isOpen() && lookIntoOutbox(api().workspace) > 0 && connection === "live") void sendWaiting();
  });
  addEventListener("storage", () => isOpen() && lookIntoOutbox(api().workspace));
}

/** How many changes wait, in words. */
export function waitingText(count = outbox.get().count): string {
  return count === 1 ? "One change of yours is kept in this browser" : `${count} changes of yours are kept in this browser`;
}
