import { lookIntoOutbox, outbox } from "../state/outbox";
import { session } from "../state/session";
import { api, isOpen } from "../state/workspace";
import { sendWaiting, tellRefusedIn } from "./sendCommand";

/** Sends what waits whenever the server answers again, or a workspace is opened in which something waits. */
export function followOutbox(): void {
  let was = "";
  let told = "";
  session.subscribe(() => {
    const { connection } = session.get();
    const is = `${connection} ${isOpen() ? api().workspace : ""}`;
    if (is === was) return;
    was = is;
    if (isOpen() && api().workspace !== told) {
      told = api().workspace;
      tellRefusedIn(told);
    }
    if (isOpen() && lookIntoOutbox(api().workspace) > 0 && connection === "live") void sendWaiting();
  });
  addEventListener("storage", () => isOpen() && lookIntoOutbox(api().workspace));
}

/** How many changes wait, in words. */
export function waitingText(count = outbox.get().count): string {
  return count === 1 ? "One change of yours is kept in this browser" : `${count} changes of yours are kept in this browser`;
}
