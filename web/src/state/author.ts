import { ApiProblem, type WorkspaceApi } from "../api/client";
import type { CommandAnswer, NewCommand } from "../api/contract";
import { inTurn } from "./turns";

/**
 * Who sends commands from this browser: one client for each workspace, kept over reloads, so that undo is too. The
 * sequence grows with each command and is stored before the command leaves; one sent again carries the same number, and
 * the server answers it once.
 */
interface Memory {
  client: string;
  sequence: number;
}

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

function memoryKey(workspace: string): string {
  return `alchemist.author.${workspace}`;
}

export function recall(workspace: string, storage: Storage = localStorage): Memory {
  try {
    const kept = JSON.parse(storage.getItem(memoryKey(workspace)) ?? "null") as Memory | null;
    if (kept?.client.length === 26 && Number.isInteger(kept.sequence)) return kept;
  } catch {
    // Unreadable: begin anew, as another client.
  }
  const random = crypto.getRandomValues(new Uint8Array(26));
  const client = Array.from(random, (b, i) => digits[b & (i === 0 ? 7 : 31)]).join("");
  const fresh = { client, sequence: 0 };
  storage.setItem(memoryKey(workspace), JSON.stringify(fresh));
  return fresh;
}

/** What is undone or done again takes numbers of the client too, which the server gives; after more lost answers than this, something else is wrong. */
const mostTaken = 50;

/** The server did not answer a command; it may have heard it. */
export class Unanswered extends Error {
  constructor(
    /** As it was sent: sent again, it is done once. */
    readonly body: Record<string, unknown>,
  ) {
    super("The server did not answer.");
  }
}

/** Sends a command; pages of one browser take turns, as they are one client. @throws Unanswered, and ApiProblem where the server cannot take it */
export async function send(api: WorkspaceApi, command: NewCommand): Promise<CommandAnswer> {
  for (let tries = 0; ; tries++) {
    const [body] = await numbered(api, [command]);
    const { answer, resent } = await again(() => api.command(body)).catch((error: unknown) => {
      throw error instanceof ApiProblem ? error : new Unanswered(body);
    });
    // A new number that was answered before: an undo took it, and its answer got lost. The command itself was not heard.
    if (resent || answer.duplicate !== true || tries === mostTaken) return answer;
  }
}

/** Sends several commands, each decided for itself. */
export async function sendAll(api: WorkspaceApi, commands: NewCommand[]): Promise<CommandAnswer[]> {
  const bodies = await numbered(api, commands);
  const { answer, resent } = await again(() => api.commands(bodies));
  const results: CommandAnswer[] = [];
  for (const [k, result] of answer.results.entries()) results.push(result.duplicate === true && !resent ? await send(api, commands[k]) : result);
  return results;
}

/** Learns which numbers the server gave, so that the next command has a later one. */
export async function heed(api: WorkspaceApi, { events = [] }: CommandAnswer): Promise<void> {
  const { client } = recall(api.workspace);
  const given = events.reduce((last, e) => (e.client === client ? Math.max(last, e.sequence ?? 0) : last), 0);
  await inTurn(memoryKey(api.workspace), () => {
    const memory = recall(api.workspace);
    if (given > memory.sequence) localStorage.setItem(memoryKey(api.workspace), JSON.stringify({ ...memory, sequence: given }));
  });
}

async function numbered(api: WorkspaceApi, commands: NewCommand[]): Promise<Record<string, unknown>[]> {
  const { client, sequence } = await inTurn(memoryKey(api.workspace), () => {
    const memory = recall(api.workspace);
    const next = { ...memory, sequence: memory.sequence + commands.length };
    localStorage.setItem(memoryKey(api.workspace), JSON.stringify(next));
    return next;
  });
  const clientTime = new Date().toISOString();
  return commands.map((command, k) => ({ ...command, client, sequence: sequence - commands.length + 1 + k, clientTime }));
}

/** An answer may get lost: the same numbers again are answered, not done again. */
async function again<T>(ask: () => Promise<T>): Promise<{ answer: T; resent: boolean }> {
  try {
    return { answer: await ask(), resent: false };
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    await new Promise((resolve) => setTimeout(resolve, 700));
    return { answer: await ask(), resent: true };
  }
}
