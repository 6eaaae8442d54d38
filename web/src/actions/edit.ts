import type { CommandAnswer, NewCommand } from "../api/contract";
import { messageOf } from "../look/message";
import { heed, recall } from "../state/author";
import { notify, notifyDone, session } from "../state/session";
import { view } from "../state/view";
import { api } from "../state/workspace";
import { selection } from "./selection";
import { submit } from "./sendCommand";

/** Why nothing can be changed now; null: it can. */
export function whyNoEdit(): string | null {
  return view.get().time === null ? null : "You look at the past: go back to now to change something.";
}

/** Why nothing can be done with what is selected now; null: it can. */
export function whyNoEditOf(least: number): string | null {
  const chosen = selection().length;
  if (chosen >= least) return whyNoEdit();
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

/** The position of the first event of a command; none where it changed nothing. */
export function firstEvent({ events = [] }: CommandAnswer): number[] {
  return events.slice(0, 1).map((e) => e.position);
}

/** Waits until the server answers about a thing that was just stated: else it would not know it yet. */
export async function untilKnown(id: string, answer: CommandAnswer): Promise<void> {
  await api().node(id, null, answer.position).catch(() => undefined);
}

/** Takes back just these commands of one's own, the latest first, whatever one did since. */
export async function takeBackAt(positions: readonly number[]): Promise<void> {
  const { client } = recall(api().workspace);
  const count = positions.length;
  let undone = 0;
  try {
    for (const position of [...positions].reverse()) {
      const answer = await api().undo(client, position);
      await heed(api(), answer);
      session.put((s) => ({ position: Math.max(s.position, answer.position) }));
      undone += 1;
    }
    notify("done", count === 1 ? "Undone." : `Undone, all ${count}.`);
  } catch (error) {
    notify("problem", `${undone === 0 ? "Not undone" : `Only ${undone} of ${count} undone`}: ${messageOf(error)}`);
  }
}

/** “3 things”, “one thing”. */
export function things(count: number): string {
  return count === 1 ? "one thing" : `${count} things`;
}
