import type { NewCommand } from "../api/contract";
import { heed, recall } from "../state/author";
import { notify, notifyDone, session } from "../state/session";
import { view } from "../state/view";
import { api } from "../state/workspace";
import { selection } from "./selectNodes";
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
 * @returns how many were accepted
 */
export async function sendCommands(commands: readonly NewCommand[], said: (done: number) => string): Promise<number> {
  let done = 0;
  let events = 0;
  for (const command of commands) {
    const answer = await submit({ ...command, basedOn: session.get().position });
    if (answer === null) break;
    done += 1;
    if (answer.events?.length !== 0) events += 1;
  }
  if (done > 0 && events > 0) notifyDone(said(done), () => void takeBackLast(events));
  else if (done > 0) notify("done", "It is so already.");
  return done;
}

/** Takes back one's last commands, the latest first. */
export async function takeBackLast(count: number): Promise<void> {
  const { client } = recall(api().workspace);
  let undone = 0;
  try {
    for (; undone < count; undone++) {
      const answer = await api().undo(client);
      await heed(api(), answer);
      session.put((s) => ({ position: Math.max(s.position, answer.position) }));
    }
    notify("done", count === 1 ? "Undone." : `Undone, all ${count}.`);
  } catch (error) {
    notify("problem", `${undone === 0 ? "Not undone" : `Only ${undone} of ${count} undone`}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** “3 things”, “one thing”. */
export function things(count: number): string {
  return count === 1 ? "one thing" : `${count} things`;
}
