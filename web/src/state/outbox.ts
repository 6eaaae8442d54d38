import { ApiProblem, type WorkspaceApi } from "../api/client";
import type { CommandAnswer, NewCommand } from "../api/contract";
import { send, Unanswered } from "./author";
import { store } from "./store";
import { inTurn } from "./turns";

/** A command that the server has not answered yet. */
interface Waiting {
  command: NewCommand;
  /** As it was sent, with its number: so that it is not done twice if it was heard. Absent: it was never sent. */
  body?: Record<string, unknown>;
}

/** What became of the commands that waited. */
export interface Delivered {
  accepted: CommandAnswer[];
  refused: { command: NewCommand; reason: string }[];
}

/** How many commands of one's own wait in the open workspace. */
export const outbox = store({ count: 0 });

function key(workspace: string): string {
  return `alchemist.waiting.${workspace}`;
}

function waiting(workspace: string): Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(key(workspace)) ?? "[]") as Waiting[];
  } catch {
    return [];
  }
}

function put(workspace: string, all: Waiting[]): void {
  if (all.length === 0) localStorage.removeItem(key(workspace));
  else localStorage.setItem(key(workspace), JSON.stringify(all));
  outbox.put({ count: all.length });
}

/** Counts what waits of a workspace that was just opened. */
export function lookIntoOutbox(workspace: string): number {
  const { length } = waiting(workspace);
  outbox.put({ count: length });
  return length;
}

/**
 * Keeps a command in this browser, over reloads, until the server answers it.
 *
 * @throws DOMException where the browser has no room for it
 */
export async function waitFor(workspace: string, one: Waiting): Promise<void> {
  await inTurn(key(workspace), () => put(workspace, [...waiting(workspace), one]));
}

/** Sends what waits, in the order in which it was meant; what the server does not answer goes on waiting. */
export async function deliver(api: WorkspaceApi): Promise<Delivered> {
  const { workspace } = api;
  const told: Delivered = { accepted: [], refused: [] };
  // What one page sends, another does not send as well.
  await inTurn(key(workspace), async () => {
    for (let all = waiting(workspace); all.length > 0; all = waiting(workspace)) {
      const { command, body } = all[0];
      try {
        const answer = body ? await api.command(body) : await send(api, command);
        if (answer.status === "accepted") told.accepted.push(answer);
        else told.refused.push({ command, reason: answer.reason ?? answer.code ?? "the server refused it" });
      } catch (error) {
        if (error instanceof Unanswered) put(workspace, [{ command, body: error.body }, ...all.slice(1)]);
        // What is wrong with the server is no verdict on the command.
        if (!(error instanceof ApiProblem) || error.status >= 500) return;
        told.refused.push({ command, reason: error.message });
      }
      put(workspace, all.slice(1));
    }
  });
  return told;
}
