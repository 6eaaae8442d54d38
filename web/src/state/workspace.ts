import { formWorkspace, takeWorkspaceBack, WorkspaceApi, workspaces } from "../api/client";
import type { EventRecord } from "../api/contract";
import { follow, type Following } from "../api/follow";
import { map, mapState } from "../map/client";
import { hearOfPeople, people, presenceNow } from "./people";
import { mostKept, notify, session, stream } from "./session";
import { view } from "./view";

/** The workspace that is open, and how the page keeps up with it. */
interface Open {
  api: WorkspaceApi;
  following: Following;
}

let open: Open | null = null;
let refreshTimer: ReturnType<typeof setTimeout> | undefined;
let refreshedAt = 0;
let tookMs = 0;

/** The last position whose event came. */
let heard = 0;

const mostRenamed = 20;
const tailEvents = 300;
const retryMs = 2500;

/** The API of the open workspace. */
export function api(): WorkspaceApi {
  if (!open) throw new Error("no workspace is open");
  return open.api;
}

export function isOpen(): boolean {
  return open !== null;
}

/** Finds the workspaces and opens the one of the address, or the latest. Goes on trying while the server is away. */
export async function begin(): Promise<void> {
  try {
    const { workspaces: all } = await workspaces();
    session.put({ workspaces: all, problem: null });
    const wanted = view.get().workspace;
    const chosen = wanted === null ? all.at(-1) : all.find((w) => w.name === wanted || w.id === wanted);
    if (chosen) openWorkspace(chosen.name, chosen.position);
    else if (wanted !== null) session.put({ problem: `There is no workspace '${wanted}'. Choose another, or form it.` });
  } catch {
    session.put({ connection: "away" });
    setTimeout(() => void begin(), retryMs);
  }
}

let seen = mapState.get();
mapState.subscribe(() => {
  const now = mapState.get();
  // While the server still moves things, the map is asked for again.
  if (now.edition !== seen.edition && now.summary?.refining) refreshMap();
  // A map that is shown stays; that a newer one did not come is said, unless the server is away, which is said anyway.
  if (now.problem !== null && now.problem !== seen.problem && now.summary && session.get().connection === "live") notify("problem", now.problem, refreshMap);
  seen = now;
});

/** Shows the others what one looks at, whenever that is another thing. */
function showMyself(): void {
  open?.following.show(presenceNow());
}
view.subscribe(showMyself);
mapState.subscribe(showMyself);
people.subscribe(showMyself);

export function openWorkspace(name: string, position: number): void {
  open?.following.stop();
  hearOfPeople({ say: "alone" });
  const workspaceApi = new WorkspaceApi(name);
  const former = view.get();
  const same = former.workspace === name;
  view.put(same ? {} : { workspace: name, ...(former.workspace === null ? {} : { selected: null, edge: null, camera: null, time: null, since: null, event: null, filter: "", conditions: [] }) });
  // What could be tried again or taken back in the former workspace must not be done in this one.
  session.put((s) => ({ problem: null, position, notices: same ? s.notices : [] }));
  heard = position;
  stream.put({ events: [], waiting: [] });
  const shown = view.get();
  workspaceApi.clock = shown.clock;
  map.load(workspaceApi.mapUrl(recordedShown()), shown.camera, false);
  map.tell({ say: "select", id: shown.selected });
  map.tell({ say: "time", time: shown.clock === "effective" ? shown.time : null });
  const following = follow(workspaceApi.path, {
    from: Math.max(1, position - tailEvents + 1),
    onEvents: hear,
    onConnection: (connection) => {
      session.put((s) => ({ connection, wasLive: s.wasLive || connection === "live" }));
      if (connection === "live" && mapState.get().problem !== null) refreshMap();
    },
    onPeople: hearOfPeople,
    // Its log was put back to an earlier state, or is another one: begin with what it has.
    onAnew: (at) => openWorkspace(name, at),
  });
  following.show(presenceNow());
  open = { api: workspaceApi, following };
  session.put({ open: true });
}

export async function form(name: string): Promise<void> {
  const made = await formWorkspace(name);
  const { workspaces: all } = await workspaces();
  session.put({ workspaces: all });
  openWorkspace(made.name, made.position);
}

/** Takes the open workspace back, in which nothing is, and shows what one saw before there was one. */
export async function takeBackOpen(): Promise<void> {
  if (!open) return;
  const { workspace } = open.api;
  await takeWorkspaceBack(workspace);
  open.following.stop();
  open = null;
  hearOfPeople({ say: "alone" });
  view.put({ workspace: null });
  session.put({ open: false, workspaces: (await workspaces()).workspaces });
}

function hear(events: EventRecord[]): void {
  const last = events.at(-1)!.position;
  session.put((s) => ({ position: Math.max(s.position, last) }));
  stream.put((s) => (s.paused ? { waiting: [...s.waiting, ...events].slice(-mostKept) } : { events: [...s.events, ...events].slice(-mostKept) }));
  // What was known then stays as it was.
  if (recordedShown() !== null) {
    heard = Math.max(heard, last);
    return;
  }
  const fresh = events.filter((e) => e.position > (mapState.get().summary?.position ?? 0) && e.position > heard);
  heard = Math.max(heard, last);
  const renamed = new Set(fresh.filter((e) => e.type === "graph.node-renamed").map((e) => e.entity));
  if (renamed.size > mostRenamed || fresh.some((e) => e.type !== "graph.node-renamed" && changesTheMap(e.type))) refreshMap();
  else renamed.forEach((id) => void showName(id, last));
}

/** The name that is shown may be another's than the one just stated: the server knows. */
async function showName(id: string, atLeast: number): Promise<void> {
  try {
    const { node } = await api().node(id, null, atLeast);
    map.rename(id, node.name);
  } catch {
    refreshMap();
  }
}

function changesTheMap(type: string): boolean {
  return type.startsWith("graph.") ? type !== "graph.node-described" && type !== "graph.edge-described" : type.startsWith("sources.import-");
}

/** Loads the map anew soon, but no more often than it is worth: an import makes thousands of events. */
export function refreshMap(): void {
  if (refreshTimer !== undefined || !open) return;
  const due = Math.max(500, refreshedAt + Math.max(2000, tookMs * 4) - Date.now());
  refreshTimer = setTimeout(() => {
    refreshTimer = undefined;
    if (!open) return;
    const started = Date.now();
    const { edition } = mapState.get();
    const unsubscribe = mapState.subscribe(() => {
      if (mapState.get().edition === edition) return;
      tookMs = Date.now() - started;
      refreshedAt = Date.now();
      unsubscribe();
    });
    map.load(open.api.mapUrl(recordedShown()), null, true);
  }, due);
}

/** The recorded time that is shown; null: now, or a time of the world. */
function recordedShown(): number | null {
  const { time, clock } = view.get();
  return clock === "recorded" ? time : null;
}

let travelTimer: ReturnType<typeof setTimeout> | undefined;
const restMs = 120;

/** Loads the map as it was known at a recorded time, once that stands still; null: as it is now. */
export function showRecorded(time: number | null): void {
  clearTimeout(travelTimer);
  travelTimer = setTimeout(
    () => {
      if (open && recordedShown() === time) map.load(open.api.mapUrl(time), null, true);
    },
    time === null ? 0 : restMs,
  );
}

/** Lets the events in that came during the pause. */
export function resumeStream(): void {
  stream.put((s) => ({ paused: false, events: [...s.events, ...s.waiting].slice(-mostKept), waiting: [] }));
}
