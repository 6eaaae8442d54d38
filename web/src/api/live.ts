import type { EventRecord } from "./contract";

/** What becomes known of those who look at the same workspace; never stored anywhere. */
export type PeopleChange =
  | { say: "here"; me: string }
  | { say: "shown"; client: string; state: unknown }
  | { say: "left"; client: string }
  /** Nothing is known of anybody any more. */
  | { say: "alone" };

/** What the server says over a live socket: each message has one of these members. */
interface Said {
  hello?: { client: string; position: number };
  subscribed?: { id: string; from: number; position: number };
  events?: { subscription: string; events: EventRecord[]; position: number };
  presence?: { client: string; state: unknown };
  left?: { client: string };
  error?: { code: string; detail: string; subscription?: string };
}

export interface LiveHooks {
  /** The first position wanted, asked when the socket opens. */
  from: () => number;
  opened: () => void;
  events: (events: EventRecord[]) => void;
  people: (change: PeopleChange) => void;
  /** The server's log ends before the position that this page knows: it is another log. */
  anew: (position: number) => void;
}

export type OpenSocket = (path: string) => WebSocket;

/** A socket was open until it broke; or it cannot be opened; or it has said nothing yet, and may still. */
export type Ended = { was: "open" | "refused" } | { was: "slow"; socket: WebSocket };

const subscription = "page";
/** A socket that has not said hello by then is not waited for. */
const openMs = 5000;
const showEveryMs = 100;

/** What this page shows of itself: the latest, told not too often, and told again after a break. */
export class Presence {
  private shown = "";
  private told = "";
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  show(state: object): void {
    this.shown = JSON.stringify({ presence: state });
    if (this.socket && this.timer === undefined) this.tell();
  }

  /** Tells it over another socket from now on; null: over none. */
  over(socket: WebSocket | null): void {
    this.socket = socket;
    this.told = "";
    clearTimeout(this.timer);
    this.timer = undefined;
    if (socket) this.tell();
  }

  private tell(): void {
    if (!this.socket || this.shown === this.told) return;
    this.socket.send(this.shown);
    this.told = this.shown;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.tell();
    }, showEveryMs);
  }
}

/** Opens a live socket and stays until it breaks or is stopped. */
export function followSocket(open: OpenSocket, path: string, presence: Presence, hooks: LiveHooks, silenceMs: number, signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve) => {
    let socket: WebSocket;
    try {
      socket = open(`${path}/live`);
    } catch {
      resolve({ was: "refused" });
      return;
    }
    let wasOpen = false;
    let watchdog = setTimeout(() => end(true), openMs);
    const stop = (): void => end();
    function end(slow = false): void {
      clearTimeout(watchdog);
      signal.removeEventListener("abort", stop);
      socket.onmessage = socket.onclose = socket.onerror = null;
      presence.over(null);
      if (wasOpen) hooks.people({ say: "alone" });
      if (!slow) socket.close();
      resolve(slow ? { was: "slow", socket } : { was: wasOpen ? "open" : "refused" });
    }
    signal.addEventListener("abort", stop);
    socket.onclose = stop;
    socket.onerror = stop;
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(stop, silenceMs);
      const said = JSON.parse(data) as Said;
      if (said.hello) {
        const { client, position } = said.hello;
        const from = hooks.from();
        if (from > position + 1) {
          wasOpen = true;
          hooks.anew(position);
          end();
          return;
        }
        hooks.people({ say: "here", me: client });
        socket.send(JSON.stringify({ subscribe: { id: subscription, from } }));
        presence.over(socket);
      } else if (said.subscribed) {
        wasOpen = true;
        hooks.opened();
      } else if (said.events) hooks.events(said.events.events);
      else if (said.presence) hooks.people({ say: "shown", ...said.presence });
      else if (said.left) hooks.people({ say: "left", ...said.left });
      else if (said.error?.subscription) end();
    };
  });
}
