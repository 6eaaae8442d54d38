import { base } from "./client";
import type { EventRecord } from "./contract";
import { StreamParser } from "./sse";

export type Connection = "connecting" | "live" | "away";

export interface Following {
  stop: () => void;
}

export interface FollowOptions {
  /** The first position wanted. */
  from: number;
  onEvents: (events: EventRecord[]) => void;
  onConnection: (connection: Connection) => void;
  /** Replaceable for tests. */
  fetch?: typeof fetch;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const firstWaitMs = 500;
const longestWaitMs = 8000;
/** The server says something every 15 s; twice that in silence means the line is dead. */
const silenceMs = 35_000;

/**
 * Follows the events of a workspace from a position on, without gap or duplicate: after a break it asks for what comes
 * after the last one it was given. A break is tried again after half a second, then ever more slowly.
 */
export function follow(path: string, options: FollowOptions): Following {
  const abort = new AbortController();
  void run(path, options, abort.signal);
  return { stop: () => abort.abort() };
}

async function run(path: string, options: FollowOptions, signal: AbortSignal): Promise<void> {
  const ask = options.fetch ?? fetch;
  const wait = options.wait ?? pause;
  let last = options.from - 1;
  let waitMs = firstWaitMs;
  while (!signal.aborted) {
    options.onConnection("connecting");
    const line = new AbortController();
    const stopLine = (): void => line.abort();
    signal.addEventListener("abort", stopLine);
    let watchdog = setTimeout(stopLine, silenceMs);
    try {
      const response = await ask(`${base}${path}/events?from=${last + 1}`, {
        headers: { Accept: "text/event-stream", ...(last >= options.from ? { "Last-Event-ID": String(last) } : {}) },
        cache: "no-store",
        signal: line.signal,
      });
      if (response.ok && response.body) {
        options.onConnection("live");
        waitMs = firstWaitMs;
        const parser = new StreamParser();
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          clearTimeout(watchdog);
          watchdog = setTimeout(stopLine, silenceMs);
          const fresh: EventRecord[] = [];
          for (const message of parser.push(value)) {
            const event = JSON.parse(message.data) as EventRecord;
            if (event.position <= last) continue;
            last = event.position;
            fresh.push(event);
          }
          if (fresh.length) options.onEvents(fresh);
        }
      }
    } catch {
      // A broken line is the ordinary case here: say so and try again.
    } finally {
      clearTimeout(watchdog);
      signal.removeEventListener("abort", stopLine);
    }
    if (isStopped(signal)) return;
    options.onConnection("away");
    await wait(waitMs, signal);
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  }
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
