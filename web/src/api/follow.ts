import { base } from "./client";
import type { EventRecord } from "./contract";
import { followSocket, Presence, type Ended, type OpenSocket, type PeopleChange } from "./live";
import { StreamParser } from "./sse";

export type Connection = "connecting" | "live" | "away";

export interface Following {
  stop: () => void;
  /** Shows the others what one looks at; nothing comes of it where there is no socket. */
  show: (state: object) => void;
}

export interface FollowOptions {
  /** The first position wanted. */
  from: number;
  onEvents: (events: EventRecord[]) => void;
  onConnection: (connection: Connection) => void;
  onPeople?: (change: PeopleChange) => void;
  /** The server has another log now, which ends here: what is known of the former is worth nothing. */
  onAnew?: (position: number) => void;
  /** Replaceable for tests. */
  fetch?: typeof fetch;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** null: only by server-sent events. */
  socket?: OpenSocket | null;
}

const firstWaitMs = 500;
const longestWaitMs = 8000;
/** The server says something every 15 s; twice that in silence means the line is dead. */
const silenceMs = 35_000;

/** One way to be told; it lasts until it breaks. */
interface Line {
  last: number;
  /** It was open, so the next wait is short again. */
  opened: () => void;
  take: (events: EventRecord[]) => void;
}

/**
 * Follows the events of a workspace from a position on, without gap or duplicate: after a break it asks for what comes
 * after the last one it was given. By a socket, which also shows who else looks; where none can be opened, by
 * server-sent events. A break is tried again after half a second, then ever more slowly.
 */
export function follow(path: string, options: FollowOptions): Following {
  const abort = new AbortController();
  const presence = new Presence();
  void run(path, options, presence, abort.signal);
  return { stop: () => abort.abort(), show: (state) => presence.show(state) };
}

async function run(path: string, options: FollowOptions, presence: Presence, signal: AbortSignal): Promise<void> {
  const wait = options.wait ?? pause;
  const socket = options.socket === undefined ? browserSocket() : options.socket;
  let waitMs = firstWaitMs;
  const line: Line = {
    last: options.from - 1,
    opened: () => {
      waitMs = firstWaitMs;
      options.onConnection("live");
    },
    take: (events) => {
      const fresh = events.filter((e) => e.position > line.last);
      if (fresh.length === 0) return;
      line.last = fresh.at(-1)!.position;
      options.onEvents(fresh);
    },
  };
  while (!signal.aborted) {
    options.onConnection("connecting");
    const hooks = {
      from: () => line.last + 1,
      opened: line.opened,
      events: line.take,
      people: (change: PeopleChange) => options.onPeople?.(change),
      anew: (position: number) => options.onAnew?.(position),
    };
    const ended = socket === null ? refused : await followSocket(socket, base + path, presence, hooks, silenceMs, signal);
    const late = ended.was === "slow" ? ended.socket : null;
    // A socket that speaks at last, as on a machine that was busy, is better than the stream: it shows who else is there.
    if (ended.was !== "open" && (await followStream(path, options, line, late, signal))) continue;
    if (isStopped(signal)) return;
    options.onConnection("away");
    await wait(waitMs, signal);
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  }
}

function browserSocket(): OpenSocket | null {
  return typeof WebSocket === "undefined" ? null : (path) => new WebSocket(location.origin.replace(/^http/, "ws") + path);
}

const refused: Ended = { was: "refused" };

/** Stays until the stream breaks, or a socket that is late speaks: then it is true. */
async function followStream(path: string, options: FollowOptions, line: Line, late: WebSocket | null, signal: AbortSignal): Promise<boolean> {
  const ask = options.fetch ?? fetch;
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  let spoken = false;
  if (late) {
    late.onmessage = () => {
      spoken = true;
      stop();
    };
  }
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop);
  let watchdog = setTimeout(stop, silenceMs);
  try {
    const response = await ask(`${base}${path}/events?from=${line.last + 1}`, {
      headers: { Accept: "text/event-stream", ...(line.last >= options.from ? { "Last-Event-ID": String(line.last) } : {}) },
      cache: "no-store",
      signal: abort.signal,
    });
    if (!response.ok || !response.body) return false;
    line.opened();
    const parser = new StreamParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(watchdog);
      watchdog = setTimeout(stop, silenceMs);
      line.take(parser.push(value).map((message) => JSON.parse(message.data) as EventRecord));
    }
  } catch {
    // A broken line is the ordinary case here: it is tried again.
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener("abort", stop);
    if (late) {
      late.onmessage = null;
      late.close();
    }
  }
  return spoken;
}

/** Asked anew: the compiler does not know that it may have become true meanwhile. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      removeEventListener("online", done);
      resolve();
    }
    signal.addEventListener("abort", done);
    addEventListener("online", done);
  });
}
