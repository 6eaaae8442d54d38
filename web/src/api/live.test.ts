import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { EventRecord } from "./contract";
import { follow, type Connection } from "./follow";
import type { PeopleChange } from "./live";

/** A socket whose server is the test. */
class FakeSocket {
  static all: FakeSocket[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  readonly heard: Record<string, unknown>[] = [];

  constructor(readonly path: string) {
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.heard.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.closed = true;
  }

  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  hello(position = 100): void {
    this.say({ hello: { client: "me", position } });
    this.say({ subscribed: { id: "page", from: 1, position } });
  }

  events(...positions: number[]): void {
    this.say({ events: { subscription: "page", events: positions.map((position) => ({ position })), position: positions.at(-1) } });
  }
}

const asked: string[] = [];

function start(from = 1): { events: EventRecord[]; states: Connection[]; people: PeopleChange[]; anew: number[]; show: (state: object) => void; stop: () => void } {
  const seen = { events: [] as EventRecord[], states: [] as Connection[], people: [] as PeopleChange[], anew: [] as number[] };
  const following = follow("/workspaces/demo", {
    from,
    onEvents: (fresh) => seen.events.push(...fresh),
    onConnection: (state) => seen.states.push(state),
    onPeople: (change) => seen.people.push(change),
    onAnew: (position) => seen.anew.push(position),
    socket: (path) => new FakeSocket(path) as unknown as WebSocket,
    wait: () => Promise.resolve(),
    fetch: (url) => {
      asked.push(url as string);
      return Promise.reject(new TypeError("network"));
    },
  });
  return { ...seen, ...following };
}

const latest = (): FakeSocket => FakeSocket.all.at(-1)!;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
  asked.length = 0;
});
afterEach(() => vi.useRealTimers());

describe("following by a socket", () => {
  test("goes on behind the last position after a break, with no gap and no duplicate", async () => {
    const { events, states, stop } = start();
    expect(latest().path).toBe("/api/v1/workspaces/demo/live");
    latest().hello();
    latest().events(1, 2);
    latest().onclose?.();
    await vi.waitFor(() => expect(FakeSocket.all).toHaveLength(2));
    latest().hello();
    expect(latest().heard[0]).toEqual({ subscribe: { id: "page", from: 3 } });
    latest().events(2, 3);
    expect(events.map((e) => e.position)).toEqual([1, 2, 3]);
    expect(states).toEqual(["connecting", "live", "away", "connecting", "live"]);
    expect(asked).toEqual([]);
    stop();
    expect(latest().closed).toBe(true);
  });

  test("takes server-sent events where no socket opens, and tries again", async () => {
    const { stop } = start();
    latest().onerror?.();
    await vi.waitFor(() => expect(FakeSocket.all).toHaveLength(2));
    expect(asked).toEqual(["/api/v1/workspaces/demo/events?from=1"]);
    stop();
  });

  test("a socket that says nothing is given up", async () => {
    const { stop } = start();
    await vi.advanceTimersByTimeAsync(5000);
    expect(FakeSocket.all[0].closed).toBe(true);
    latest().hello();
    const count = FakeSocket.all.length;
    await vi.advanceTimersByTimeAsync(35_000);
    expect(FakeSocket.all.length).toBeGreaterThan(count);
    stop();
  });

  test("notices that the server has a log that ends earlier", () => {
    const { anew, events, stop } = start(50);
    latest().say({ hello: { client: "me", position: 7 } });
    expect(anew).toEqual([7]);
    expect(events).toEqual([]);
    stop();
  });

  test("shows the latest of itself, not too often, and again after a break", async () => {
    const { show, people, stop } = start();
    show({ selected: "a" });
    const first = latest();
    first.hello();
    show({ selected: "b" });
    show({ selected: "c" });
    await vi.advanceTimersByTimeAsync(100);
    show({ selected: "c" });
    await vi.advanceTimersByTimeAsync(100);
    expect(first.heard.slice(1)).toEqual([{ presence: { selected: "a" } }, { presence: { selected: "c" } }]);
    first.say({ presence: { client: "x", state: { name: "Ada" } } });
    first.say({ left: { client: "x" } });
    first.onclose?.();
    await vi.waitFor(() => expect(FakeSocket.all).toHaveLength(2));
    latest().hello();
    expect(latest().heard[1]).toEqual({ presence: { selected: "c" } });
    expect(people).toEqual([
      { say: "here", me: "me" },
      { say: "shown", client: "x", state: { name: "Ada" } },
      { say: "left", client: "x" },
      { say: "alone" },
      { say: "here", me: "me" },
    ]);
    stop();
  });

  test("that says hello late takes over from the stream of events", async () => {
    vi.useFakeTimers();
    FakeSocket.all = [];
    const states: Connection[] = [];
    const following = follow("/workspaces/demo", {
      from: 1,
      onEvents: () => undefined,
      onConnection: (state) => states.push(state),
      socket: (path) => new FakeSocket(path) as unknown as WebSocket,
      wait: () => Promise.resolve(),
      fetch: (_, init) => {
        const body = new ReadableStream({
          start: (controller) => init?.signal?.addEventListener("abort", () => controller.error(new Error("stopped"))),
        });
        return Promise.resolve(new Response(body));
      },
    });
    await vi.advanceTimersByTimeAsync(5000);
    expect(states).toEqual(["connecting", "live"]);
    expect(FakeSocket.all[0].closed).toBe(false);
    FakeSocket.all[0].hello();
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeSocket.all[0].closed).toBe(true);
    expect(FakeSocket.all).toHaveLength(2);
    FakeSocket.all[1].hello();
    expect(states).toEqual(["connecting", "live", "connecting", "live"]);
    following.stop();
    vi.useRealTimers();
  });
});
