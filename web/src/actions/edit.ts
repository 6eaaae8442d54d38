import type { CommandAnswer, NewCommand } from "../api/contract";
import { notify, notifyDone, session } from "../state/session";
import { view } from "../state/view";
import { api } from "../state/workspace";
import { selection } from "./selection";
import { submit } from "./sendCommand";
import { firstEvent, takeBackAt } from "./takeBackAt";

/** Why nothing can be changed now; null: it can. */
export function whyNoEdit(): string | null {
  return view.get().time === null ? null : "You look at the past: go back to now to change something.";
}

/** Why nothing can be done with what is selected now; null: it can. */
export function whyNoEditOf(least: number): string | null {
  const why = whyNoEdit();
  const chosen = selection().length;
  if (why !== null || chosen >= least) return why;
  return least === 1 ? "Nothing is selected." : chosen === 1 ? "Select another thing too: with Shift or Ctrl." : `Select ${least} things first.`;
}

/**
 * Sends commands one after the other, each decided for itself, and says at the end what was done, with a way to take
 * back all of it. A refusal is shown with its reason, and ends it.
 *
 * @returns how many were accepted, or are kept until the server answers
 */
export async function sendCommands(commands: readonly NewCommand[], said: (done: number) => string): Promise<number> {
  let done = 0;
  let kept = 0;
  const at: number[] = [];
  for (const command of commands) {
    const answer = await submit({ ...command, basedOn: session.get().position });
    if (answer === null) break;
    if (answer === "kept") kept += 1;
    else {
      done += 1;
      at.push(...firstEvent(answer));
    }
  }
  if (at.length > 0) notifyDone(said(done), () => void takeBackAt(at));
  else if (done > 0) notify("done", "It is so already.");
  return done + kept;
}

/** Waits until the server answers about a thing that was just stated: else it would not know it yet. */
export async function untilKnown(id: string, answer: CommandAnswer): Promise<void> {
  await api().node(id, null, answer.position).catch(() => undefined);
}

/** “3 things”, “one thing”. */
export function things(count: number): string {
  return count === 1 ? "one thing" : `${count} things`;
}
