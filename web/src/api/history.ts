import { ask, momentText, queryOf, type WorkspaceApi } from "./client";
import type { NodeRef } from "./contract";

/** A file that changes together with another. */
export interface CoChange {
  file: NodeRef;
  path?: string;
  together: number;
  /** Of the commits that changed the one asked about, the part that changed this too. */
  confidence: number;
  weight: number;
  commits: string[];
}

export interface CoChanges {
  position: number;
  commits: number;
  leftOut: number;
  total: number;
  coChanges: CoChange[];
}

/** Somebody who knows a file or a folder. */
export interface Owner {
  person: NodeRef;
  share: number;
  commits: number;
  files: number;
  lastAt: string;
  reasons: string[];
}

export interface Owners {
  position: number;
  commits: number;
  total: number;
  owners: Owner[];
}

export interface HotSpot {
  file: NodeRef;
  path?: string;
  rank: number;
  changes: number;
  size: number;
  score: number;
  commits: string[];
}

export interface HotSpots {
  position: number;
  measure: "complexity" | "lines";
  ranked: number;
  total: number;
  hotSpots: HotSpot[];
}

/** What the history tells of a file or folder. */
export interface Facts {
  /** The later somebody changed it, the more it counts. */
  owners: Owners;
  /** Whenever it was: who made it stands here, even if it was long ago. */
  makers: Owners;
  coChanges: CoChanges;
  hotSpots: HotSpots;
}

/** Something that has to do with a release. */
export interface ReleasePart {
  node: NodeRef;
  path?: string;
  commits: number;
}

export interface Release {
  position: number;
  release: { tag: NodeRef; at: string; before: NodeRef[]; commits: number; people: number; files: number; mentioned: number };
  commits: NodeRef[];
  people: ReleasePart[];
  files: ReleasePart[];
  mentioned: ReleasePart[];
}

const limit = 5;
const mostMakers = 3;

/** Within it hardly anything fades: a century, the longest that the server takes. */
const everDays = 36_500;

/** Asks all of it; time is ms since 1970, null: now. Complexity is only known of code as it is now, lines of any time. */
export async function historyFacts(api: WorkspaceApi, id: string, time: number | null, atLeast: number | undefined, signal: AbortSignal): Promise<Facts> {
  const when = moment(api, time, atLeast);
  const about = <T>(path: string, query: Record<string, string | number>): Promise<T> => ask(`${api.path}/${path}${queryOf({ limit, ...query, ...when })}`, { signal });
  const [owners, makers, coChanges, hotSpots] = await Promise.all([
    about<Owners>(`nodes/${id}/owners`, {}),
    about<Owners>(`nodes/${id}/owners`, { halfLifeDays: everDays, limit: mostMakers }),
    about<CoChanges>(`nodes/${id}/co-changes`, {}),
    about<HotSpots>("hot-spots", { within: id, measure: time === null ? "complexity" : "lines" }),
  ]);
  return { owners, makers, coChanges, hotSpots };
}

/** How many things within one another are walked outwards to find their file. */
const mostWithin = 8;

/** The file that declares a type or function, which has their history; null: none is known. */
export async function declaringFile(api: WorkspaceApi, id: string, time: number | null, signal: AbortSignal): Promise<NodeRef | null> {
  let at = id;
  for (let k = 0; k < mostWithin; k++) {
    const { neighbors } = await api.neighbors(at, { relation: "declares", direction: "in", limit: 1, time }, signal);
    const declarer = neighbors.at(0)?.node;
    if (declarer === undefined || declarer.types.includes("File")) return declarer ?? null;
    at = declarer.id;
  }
  return null;
}

/** Asks what went into the release of a tag. */
export function releaseFacts(api: WorkspaceApi, tag: string, time: number | null, atLeast: number | undefined, signal: AbortSignal): Promise<Release> {
  return ask(`${api.path}/releases/${tag}${queryOf({ ...moment(api, time, atLeast), limit })}`, { signal });
}

function moment({ clock }: WorkspaceApi, time: number | null, atLeast: number | undefined): { at?: string; atLeast?: number | undefined } {
  return time === null ? { atLeast } : { at: momentText(time, clock) };
}
