import type { EventRecord } from "../api/contract";
import { messageOf } from "../look/message";
import { heed, recall } from "../state/author";
import { outbox } from "../state/outbox";
import { dismissUndoable, notify, session } from "../state/session";
import { api } from "../state/workspace";
import { waitingText } from "./followOutbox";
import { sendWaiting } from "./sendCommand";

/** Asks the server to undo or redo; the stack of each client is the server's, so it outlives this page. */
export async function takeBack(way: "undo" | "redo"): Promise<void> {
  // An undo takes the latest command that the server knows: what waits would be passed over.
  if (outbox.get().count > 0) await sendWaiting();
  if (outbox.get().count > 0) {
    notify("problem", `Nothing ${way === "undo" ? "undone" : "done again"}: ${waitingText().toLowerCase()}, and the server must have it first.`);
    return;
  }
  try {
    const { client } = recall(api().workspace);
    const answer = await (way === "undo" ? api().undo(client) : api().redo(client));
    await heed(api(), answer);
    session.put((s) => ({ position: Math.max(s.position, answer.position) }));
    dismissUndoable();
    notify("done", `${way === "undo" ? "Undone" : "Done again"}: ${whatHappened(answer.events ?? [])}`);
  } catch (error) {
    notify("problem", `Nothing ${way === "undo" ? "undone" : "done again"}: ${messageOf(error)}`);
  }
}

function whatHappened(events: EventRecord[]): string {
  const first = events.at(0);
  if (!first) return "already so.";
  if (first.type === "graph.node-renamed" && typeof first.data.name === "string") return `the name is ${first.data.name}.`;
  return `${first.type.replace(/^\w+\./, "").replaceAll("-", " ")}${events.length > 1 ? ` and ${events.length - 1} more` : ""}.`;
}
