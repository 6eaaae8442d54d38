import type { ImportRun } from "../api/contract";
import { dialogs } from "./dialogs";
import { notify, session, stream } from "./session";
import { store } from "./store";
import { view } from "./view";
import { api, isOpen } from "./workspace";

/** What is being read into the open workspace now. */
export const reading = store<{ runs: readonly ImportRun[] }>({ runs: [] });

const everyMs = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells of what was being read and is no more, unless its own dialog does. */
function tellEnds(before: readonly ImportRun[], now: readonly ImportRun[]): void {
  for (const { id, label } of before) {
    const run = now.find((r) => r.id === id);
    if (dialogs.get().open === "import" || !run) continue;
    const name = label ?? run.path ?? "It";
    if (run.state === "applied") notify("done", `${name} is read: it is in the graph.`);
    else if (run.state === "failed") notify("problem", `Reading ${name} failed: ${run.error ?? "what had come was taken back"}`);
  }
}

async function look(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const here = api();
  try {
    const { imports } = await here.imports();
    if (!isOpen() || api() !== here) return;
    // What the log alone knows to be running is not this process's.
    const runs = imports.filter((i) => i.state === "running" && i.progress !== undefined);
    tellEnds(reading.get().runs.filter((was) => !runs.some((r) => r.id === was.id)), imports);
    reading.put({ runs });
    if (runs.length === 0) return;
  } catch {
    // Whoever is away is told so elsewhere; what is being read goes on meanwhile.
  }
  timer ??= setTimeout(() => isOpen() && void look(), everyMs);
}

/** Follows what is read into the open workspace, whoever began it. */
export function followReading(): void {
  let workspace: string | null = null;
  session.subscribe(() => {
    const named = isOpen() ? view.get().workspace : null;
    if (named === workspace) return;
    workspace = named;
    clearTimeout(timer);
    reading.put({ runs: [] });
    if (named !== null) void look();
  });
  let last = 0;
  stream.subscribe(() => {
    const { events } = stream.get();
    const begun = events.findLast((e) => e.position > last && e.type === "sources.import-started");
    last = events.at(-1)?.position ?? 0;
    if (begun && isOpen()) void look();
  });
}
