import type { Change, Changes } from "../api/contract";
import { momentText } from "../api/client";
import { messageOf } from "../look/message";
import { mark } from "./marks";
import { store } from "./store";
import { view } from "./view";
import { api, isOpen } from "./workspace";

/** What differs between the moment that is shown and the one it is compared with. */
export interface Compared {
  key: string;
  changes: Changes | null;
  problem: string | null;
  asking: boolean;
}

export const compared = store<Compared>({ key: "", changes: null, problem: null, asking: false });

const most = 2_000;
const mostMarked = 1_000;
const restMs = 250;

export const changeColours = { added: "#2b8a3e", changed: "#d9821b", removed: "#c92a2a" } as const;

let timer: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | null = null;

function compare(): void {
  const { since, time, clock, workspace } = view.get();
  const key = since === null || workspace === null ? "" : JSON.stringify([workspace, since, time, clock]);
  if (key === compared.get().key) return;
  clearTimeout(timer);
  asking?.abort();
  compared.put({ key, asking: key !== "", problem: null, ...(key === "" ? { changes: null } : {}) });
  if (key === "" || since === null) return mark({ changes: [] });
  timer = setTimeout(() => void ask(key, "time" in since ? momentText(since.time, clock) : String(since.position), time === null ? null : momentText(time, clock)), restMs);
}

async function ask(key: string, since: string, at: string | null): Promise<void> {
  if (compared.get().key !== key) return;
  if (!isOpen()) {
    // An address may say what is compared before the workspace is there.
    timer = setTimeout(() => void ask(key, since, at), restMs);
    return;
  }
  const abort = new AbortController();
  asking = abort;
  try {
    const changes = await api().changes(since, at, most, abort.signal);
    if (compared.get().key !== key) return;
    compared.put({ changes, problem: null, asking: false });
    // What is gone first: it is little, and seen nowhere else on the map.
    const marked = changes.changes.filter(isMarked);
    const [gone, still] = [marked.filter((c) => c.kind === "removed"), marked.filter((c) => c.kind !== "removed")];
    mark({ changes: [...gone, ...still].slice(0, mostMarked).map(({ thing, kind, name }) => ({ id: thing, name, colour: changeColours[kind], chosen: false, ...(kind === "removed" ? { gone: true } : {}) })) });
  } catch (error) {
    if (!abort.signal.aborted) compared.put({ problem: messageOf(error), asking: false });
  }
}

/** Edges have no ring; what is gone has one where it stood. */
function isMarked(change: Change): boolean {
  return !change.isEdge;
}

view.subscribe(compare);

/** Follows what is compared from the beginning, which an address may say. */
export function followChanges(): void {
  compare();
}
