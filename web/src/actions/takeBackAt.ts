import type { CommandAnswer } from "../api/contract";
import { messageOf } from "../look/message";
import { heed, recall } from "../state/author";
import { notify, session } from "../state/session";
import { api } from "../state/workspace";

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

/** The position of the first event of a command; none where it changed nothing. */
export function firstEvent({ events = [] }: CommandAnswer): number[] {
  return events.slice(0, 1).map((e) => e.position);
}
