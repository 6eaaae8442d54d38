import { ApiProblem, type WorkspaceApi } from "../api/client";
import type { CommandAnswer, NewCommand } from "../api/contract";
import { recall, send, Unanswered } from "./author";
import { movedSince, type Moved } from "./moved";
import { store } from "./store";
import { inTurn } from "./turns";

/** A command that the server has not answered yet. */
export interface Waiting {
  command: NewCommand;
  /** What it means to do, in words: once it is refused, what it names may be gone. */
  words?: string;
  /** As it was sent, with its number: so that it is not done twice if it was heard. Absent: it was never sent. */
  body?: Record<string, unknown>;
}

/** What waited and was refused; it is kept until one has done with it. */
export interface Refused {
  command: NewCommand;
  words: string;
  reason: string;
  /** It was not sent: another said otherwise of the same meanwhile. */
  moved?: Moved;
}

/** What became of the commands that waited. */
export interface Delivered {
  accepted: CommandAnswer[];
  refused: Refused[];
}

/** What of one's own waits in the open workspace. */
export const outbox = store<{ count: number; all: readonly Waiting[] }>({ count: 0, all: [] });

function key(workspace: string): string {
  return `alchemist.waiting.${workspace}`;
}

function refusedKey(workspace: string): string {
  return `alchemist.refused.${workspace}`;
}

function listed(at: string): unknown[] {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(at) ?? "[]");
    return Array.isArray(all) ? all : [];
  } catch {
    return [];
  }
}

function waiting(workspace: string): Waiting[] {
  return listed(key(workspace)) as Waiting[];
}

/** What was refused of what waited, and is not done with. */
export function refusedIn(workspace: string): Refused[] {
  return listed(refusedKey(workspace)) as Refused[];
}

/** Keeps a list in this browser; of an empty one nothing is left. */
function putList(at: string, all: unknown[]): void {
  if (all.length === 0) localStorage.removeItem(at);
  else localStorage.setItem(at, JSON.stringify(all));
}

/** One has read what was refused, and does not want it any more or tries it again. */
export async function forgetRefused(workspace: string, refused: Refused): Promise<void> {
  const same = JSON.stringify(refused);
  await inTurn(key(workspace), () => {
    const all = refusedIn(workspace);
    const at = all.findIndex((one) => JSON.stringify(one) === same);
    if (at >= 0) putList(refusedKey(workspace), all.toSpliced(at, 1));
  });
}

function put(workspace: string, all: Waiting[]): void {
  putList(key(workspace), all);
  outbox.put({ count: all.length, all });
}

/** Counts what waits of a workspace that was just opened. */
export function lookIntoOutbox(workspace: string): number {
  const all = waiting(workspace);
  outbox.put({ count: all.length, all });
  return all.length;
}

/**
 * Keeps a command in this browser, over reloads, until the server answers it.
 *
 * @throws DOMException where the browser has no room for it
 */
export async function waitFor(workspace: string, one: Waiting): Promise<void> {
  await inTurn(key(workspace), () => put(workspace, [...waiting(workspace), one]));
}

/**
 * Sends what waits, in the order in which it was meant; what the server does not answer goes on waiting. What another
 * said otherwise of meanwhile is not said over unseen: it counts as refused, until one has decided.
 */
export async function deliver(api: WorkspaceApi): Promise<Delivered> {
  const { workspace } = api;
  const told: Delivered = { accepted: [], refused: [] };
  const refuse = (one: Refused): void => {
    told.refused.push(one);
    putList(refusedKey(workspace), [...refusedIn(workspace), one]);
  };
  // What one page sends, another does not send as well.
  await inTurn(key(workspace), async () => {
    for (let all = waiting(workspace); all.length > 0; all = waiting(workspace)) {
      const { command, body, words = command.type } = all[0];
      try {
        const { client } = recall(workspace);
        const moved = await movedSince(api, command, { client, sequence: typeof body?.sequence === "number" ? body.sequence : undefined });
        if (moved !== null) {
          refuse({ command, words, reason: movedText(moved), moved });
          put(workspace, all.slice(1));
          continue;
        }
        const answer = body ? await api.command(body) : await send(api, command);
        if (answer.status === "accepted") told.accepted.push(answer);
        else refuse({ command, words, reason: answer.reason ?? answer.code ?? "the server refused it" });
      } catch (error) {
        if (error instanceof Unanswered) put(workspace, [{ ...all[0], body: error.body }, ...all.slice(1)]);
        // What is wrong with the server is no verdict on the command.
        if (!(error instanceof ApiProblem) || error.status >= 500) return;
        refuse({ command, words, reason: error.message });
      }
      put(workspace, all.slice(1));
    }
  });
  return told;
}

const longestTold = 80;

function movedText({ what, now }: Moved): string {
  if (now === null) return `Meanwhile nobody states ${what} any more`;
  return `Meanwhile ${what} became “${now.length > longestTold ? `${now.slice(0, longestTold)}…` : now}”`;
}
