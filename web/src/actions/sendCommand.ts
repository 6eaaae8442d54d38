import { ApiProblem } from "../api/client";
import type { CommandAnswer, NewCommand, Value } from "../api/contract";
import { send, Unanswered } from "../state/author";
import { map } from "../map/client";
import { draftOf, keepDraft } from "../state/draft";
import { notesKey, toWritten } from "../state/links";
import { deliver, forgetRefused, outbox, refusedIn, waitFor, type Refused } from "../state/outbox";
import { notify, notifyDone, session } from "../state/session";
import { view } from "../state/view";
import { api } from "../state/workspace";
import { commandWords, subjectsOf } from "./commandWords";
import { flyToNode } from "./flyToNode";
import { firstEvent, takeBackAt } from "./takeBackAt";

/** Sends a command; false: it was refused, which is shown. */
export async function sendCommand(command: NewCommand): Promise<boolean> {
  return (await submit(command)) !== null;
}

/**
 * Sends a command and gives its answer. Where the server does not answer, the command is kept in this browser and sent
 * once it does: "kept". null: it was refused, which is shown with its reason.
 */
export async function submit(command: NewCommand): Promise<CommandAnswer | "kept" | null> {
  session.put((s) => ({ sending: s.sending + 1 }));
  try {
    const here = api();
    // What was meant before comes first.
    if (outbox.get().count > 0 && session.get().connection === "live") await sendWaiting();
    if (outbox.get().count > 0) return await keep(here.workspace, command);
    const answer = await send(here, command).catch((error: unknown) => {
      if (error instanceof Unanswered) return keep(here.workspace, command, error.body);
      throw error;
    });
    if (answer === "kept") return answer;
    if (answer.status === "accepted") {
      session.put((s) => ({ position: Math.max(s.position, answer.position) }));
      return answer;
    }
    notify("problem", `Not done: ${answer.reason ?? answer.code ?? "the server refused it"}.`);
    return null;
  } catch (error) {
    notify("problem", error instanceof ApiProblem ? `Not done: ${error.message}` : "Not done: the server does not answer, and this browser has no room to keep it.", () => void sendCommand(command));
    return null;
  } finally {
    session.put((s) => ({ sending: s.sending - 1 }));
  }
}

async function keep(workspace: string, command: NewCommand, body?: Record<string, unknown>): Promise<"kept"> {
  const ids = subjectsOf(command.data);
  const names = await map.names(ids);
  const words = commandWords(command, (id) => names[ids.indexOf(id)] ?? null);
  await waitFor(workspace, { command, words, ...(body ? { body } : {}) });
  return "kept";
}

let under: Promise<void> | null = null;

/** Sends what one did while the server did not answer, and tells what became of it. */
export function sendWaiting(): Promise<void> {
  under ??= now().finally(() => {
    under = null;
  });
  return under;
}

async function now(): Promise<void> {
  const here = api();
  const { accepted, refused } = await deliver(here);
  if (accepted.length > 0) {
    const position = Math.max(...accepted.map((a) => a.position));
    session.put((s) => ({ position: Math.max(s.position, position) }));
    const said = `Sent what was kept: ${accepted.length === 1 ? "one change" : `${accepted.length} changes`}.`;
    const at = accepted.flatMap(firstEvent);
    if (at.length === accepted.length) notifyDone(said, () => void takeBackAt(at));
    else notify("done", said);
  }
  for (const one of refused) tellRefused(here.workspace, one);
}

/** Shows what was refused of what waited, also to who comes back to it later. */
export function tellRefusedIn(workspace: string): void {
  for (const one of refusedIn(workspace)) tellRefused(workspace, one);
}

function tellRefused(workspace: string, refused: Refused): void {
  const { command, words, moved } = refused;
  const forget = (): Promise<void> => forgetRefused(workspace, refused);
  const again = async (): Promise<void> => {
    // Who decides now has seen what is there now.
    await waitFor(workspace, { command: { ...command, basedOn: session.get().position }, words });
    await forget();
    await sendWaiting();
  };
  const notes = moved === undefined ? null : notesIn(command);
  const compare = async (): Promise<void> => {
    if (notes !== null) draftAgain(workspace, notes);
    await forget();
  };
  notify("problem", `Not done: ${words}. ${refused.reason}.`, () => void (notes === null ? again() : compare()), () => void forget(), moved && { retry: notes === null ? "Keep mine" : "Look at both", read: "Keep theirs" });
}

/** The notes that a command states of a thing; null: it states none. */
function notesIn({ type, data }: NewCommand): { thing: string; text: string } | null {
  const text = ((data.properties ?? {}) as Record<string, Value>)[notesKey];
  return type === "graph.describe-node" && typeof data.node === "string" && typeof text === "string" ? { thing: data.node, text } : null;
}

/** Makes notes a draft again, and shows them beside what another wrote meanwhile. */
function draftAgain(workspace: string, { thing, text }: { thing: string; text: string }): void {
  const mine = toWritten(text, (id, former) => former || id);
  const before = draftOf(workspace, thing);
  keepDraft(workspace, thing, { text: before === null ? mine.text : `${before.text.trimEnd()}\n\n${mine.text}`, ids: [...(before?.ids ?? []), ...mine.ids], base: text });
  flyToNode(thing);
  // A page of it that lies open already begins anew, with the draft.
  view.put({ page: false });
  setTimeout(() => view.put({ page: true }));
}
