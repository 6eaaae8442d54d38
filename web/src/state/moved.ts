import type { WorkspaceApi } from "../api/client";
import type { EventRecord, NewCommand, Value } from "../api/contract";
import { shown } from "../look/value";

/** What another made of something while a command of one's own waited that says otherwise. */
export interface Moved {
  /** What of the thing: a property, or its name. */
  what: string;
  /** What it is now; null: nobody states it any more. */
  now: string | null;
}

/** How many events since then are looked at. */
const mostLookedAt = 200;

const own = "name";

/** Which thing a command says something of that stands instead of what was said before, and of which of its properties or its name. */
function saidBy({ type, data }: NewCommand): { thing: string; said: Map<string, Value> } | null {
  const thing = data.node ?? data.edge ?? data.thing;
  if (typeof thing !== "string") return null;
  if (type === "graph.rename-node") return { thing, said: new Map([[own, data.name]]) };
  if (type === "graph.describe-node" || type === "graph.describe-edge") return { thing, said: new Map(Object.entries((data.properties ?? {}) as Record<string, Value>).map(([key, value]) => [`.${key}`, value])) };
  if (type !== "graph.withdraw-statements") return null;
  const keys = Array.isArray(data.properties) ? data.properties : [];
  return { thing, said: new Map<string, Value>([...(data.name === true ? [[own, null] as const] : []), ...keys.map((key) => [`.${shown(key)}`, null] as const)]) };
}

/** What an event of a person made of a thing's name and properties. */
function madeBy({ type, data, actor }: EventRecord): Map<string, Value> {
  // What a source states stands beside what a person does, and is not said over.
  if (data.source !== undefined && data.source !== actor) return new Map();
  if (type === "graph.node-renamed") return new Map([[own, data.name ?? null]]);
  if (type !== "graph.node-described" && type !== "graph.edge-described") return new Map();
  const changes = Array.isArray(data.changes) ? (data.changes as Record<string, Value>[]) : [];
  return new Map(changes.map((change) => [`.${shown(change.key ?? null)}`, change.value ?? null]));
}

/**
 * What was made otherwise by another client since a command was meant; null: nothing, or the same. A command that was
 * sent before, and heard, is no more in question.
 *
 * @param client who sends it, and the number that it was sent with, if it was
 */
export async function movedSince(api: WorkspaceApi, command: NewCommand, { client, sequence }: { client: string; sequence: number | undefined }): Promise<Moved | null> {
  const meant = saidBy(command);
  if (meant === null || command.basedOn === undefined) return null;
  const { events } = await api.latestEvents({ from: command.basedOn + 1, subject: `ws.*.graph.${meant.thing}.*` }, mostLookedAt);
  if (sequence !== undefined && events.some((e) => e.client === client && e.sequence === sequence)) return null;
  const looked = new Set<string>();
  for (const event of events) {
    for (const [key, value] of madeBy(event)) {
      // The latest word counts: one's own after it, and the same as one's own, are no contradiction.
      if (!meant.said.has(key) || looked.has(key)) continue;
      looked.add(key);
      if (event.client !== client && JSON.stringify(value) !== JSON.stringify(meant.said.get(key) ?? null)) return { what: key === own ? "the name" : key.slice(1), now: value === null ? null : shown(value) };
    }
  }
  return null;
}
